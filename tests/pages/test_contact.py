"""A person's page."""

from msgspec.structs import replace

from site_builder.model.contact import ContactId
from site_builder.pages.contact import LOG_SHOWN, ContactView, contact_pages
from site_builder.pages.contact_index import contact_index
from site_builder.pages.page import Ref
from site_builder.tables import LATE
from tests.support.insights_sample import sample_insights
from tests.support.theme_files import html_of
from tests.support.vaults import Files, insights_of, intro, people

TARA = ContactId("tara")


def view_of(text: str = "", body: str = "", files: Files | None = None) -> ContactView:
    tara = {"contacts/tara.md": f"---\nname: Tara Lindqvist\n{text}\n---\n{body}\n"}
    insights = insights_of({**(files or {}), **tara}, "2026-11-22")
    view = contact_pages(contact_index(insights)).plan(TARA).view
    assert isinstance(view, ContactView)
    return view


def test_every_person_has_a_page() -> None:
    insights = sample_insights()
    pages = list(contact_pages(contact_index(insights)))
    assert [page.address for page in pages] == [
        f"contacts/{person}.html" for person in insights.vault.people
    ]
    assert {page.template for page in pages} == {"contact.html"}


def test_the_summary_joins_what_is_known() -> None:
    assert view_of("role: VP\norg: Northwind\nlocation: Oslo").summary == "VP, Northwind · Oslo"
    assert view_of("location: Oslo").summary == "Oslo"
    assert view_of().summary == ""


def test_the_log_shows_the_latest_first_and_counts_the_rest() -> None:
    lines = [f"- 2026-{month:02}-{day:02}: x" for month in (3, 2, 1) for day in range(1, 15)]
    log = view_of(body="## Log\n\n" + "\n".join(lines)).log
    assert log.shown[0].day == "14\xa0Mar\xa02026"
    assert (len(log.shown), log.more) == (LOG_SHOWN, len(lines) - LOG_SHOWN)


def test_tags_of_file_and_notes_are_joined() -> None:
    assert view_of("tags: [platform, nordics]", "#nordics #migration").tags == (
        Ref("#platform", "tags/platform.html"),
        Ref("#nordics", "tags/nordics.html"),
        Ref("#migration", "tags/migration.html"),
    )


def test_unknown_keys_are_kept() -> None:
    assert view_of("tea: Lapsang").more == (("tea", ("Lapsang",)),)


def test_notes_of_others_that_mention_them() -> None:
    files = {"contacts/sam.md": "---\nname: Sam\n---\nLunch with [[tara]].\n"}
    assert [one.source.text for one in view_of(files=files).mentions.shown] == ["Sam"]


def test_the_day_of_an_introduction_stands_before_a_day_in_its_words() -> None:
    files = {**people("tara ana"), "intros/it.md": intro("2026-11-05 paused 2027-01-11")}
    pages = contact_pages(contact_index(insights_of(files, "2026-11-22")))
    text = html_of(pages.plan(ContactId("ana"))).replace("\u00a0", " ")
    assert (
        '<time datetime="2026-11-05">5 Nov</time>: <bdi dir="ltr">Paused until 11 Jan 2027</bdi>'
        in text
    )


def test_a_page_that_shows_the_same_is_equal() -> None:
    files = {**people("sam ana vic lena"), "intros/it.md": intro("2026-11-01 asked")}
    before = view_of("knows: [sam 3]", files=files)
    elsewhere = {
        **files,
        "contacts/vic.md": "---\nname: Vic\nknows: [lena 4]\n---\nNothing to do with her.\n",
        "intros/vic.md": intro("2026-11-02 asked", target="vic", introducer="lena"),
    }
    assert view_of("knows: [sam 3]", files=elsewhere) == before
    assert view_of("knows: [sam 4]", files=files) != before
    assert hash(before) == hash(replace(before))


def test_people_do_not_walk_the_vault_one_by_one() -> None:
    """Planning one page looks at nobody who is not on it."""
    index = contact_index(sample_insights(), LATE)
    seen: set[str] = set()

    class Watched(dict[ContactId, object]):
        def __getitem__(self, key: ContactId) -> object:
            seen.add(key)
            return super().__getitem__(key)

    vault = index.insights.vault
    people, records = Watched(vault.people), Watched(vault.records)
    vault = replace(vault, people=people, records=records)
    network = replace(index.insights.network, vault=vault)
    insights = replace(index.insights, network=network)
    contact_pages(replace(index, insights=insights)).plan(ContactId("hana-novak"))
    assert seen == {"hana-novak"}
