"""The pages of people, introductions and circles as they are rendered, in both themes."""

from collections.abc import Iterator

from site_builder.insights.insight import Insights
from site_builder.pages.about import about_page
from site_builder.pages.contact import contact_pages
from site_builder.pages.contact_index import contact_index
from site_builder.pages.contacts import contacts_pages
from site_builder.pages.groups import group_pages, groups_pages
from site_builder.pages.intro import intro_pages
from site_builder.pages.intros import intros_pages
from site_builder.pages.long_list import ROWS
from site_builder.pages.page import Page
from site_builder.pages.problems import problems_page
from site_builder.pages.site import not_found_page
from tests.support.html_reader import HtmlReader
from tests.support.insights_sample import insights_in
from tests.support.theme_files import html_of
from tests.support.vaults import insights_of, people

THEMES = ("default", "plain")


def pages_of(insights: Insights) -> Iterator[Page]:
    """Plan every page of these kinds."""
    index = contact_index(insights)
    yield from contacts_pages(index)
    yield from contact_pages(index)
    yield from intros_pages(index)
    yield from intro_pages(index)
    yield from groups_pages(index)
    yield from group_pages(index)
    yield problems_page(())
    yield about_page(insights)
    yield not_found_page()


def test_links_off_the_site_say_nothing_of_where_they_came_from() -> None:
    text = "== contacts/tara.md\nname: Tara\nurl: https://x.example/a\n"
    outside = [
        link
        for page in pages_of(insights_in(text))
        for link in HtmlReader(html_of(page)).all("a")
        if link["href"].startswith("http")
    ]
    assert outside == [{"href": "https://x.example/a", "rel": "noreferrer noopener"}]


def test_the_page_of_a_lost_address_needs_nothing_else() -> None:
    for theme in THEMES:
        read = HtmlReader(html_of(not_found_page(), theme))
        assert [a["href"] for a in read.all("a")] == ["index.html"]
        assert not read.all("link")
        assert not read.all("script")


def test_a_person_whom_everybody_knows_and_mentions_still_has_a_small_page() -> None:
    names = [f"person-{number:04}" for number in range(400)]
    files = people("hub")
    for name in names:
        ties = "[hub 3 met at a conference some years ago]"
        files[f"contacts/{name}.md"] = f"---\nname: {name}\nknows: {ties}\n---\nSee [[hub]].\n"
        log = "## Log\n\n- 2026-10-01 asked\n- 2026-10-02 introduced\n- 2026-10-03 wrote\n"
        files[f"intros/{name}.md"] = f"---\ntarget: {name}\nintroducer: hub\n---\n\n{log}"
    entries = "".join(f"- 2025-{m:02}-{d:02}: a call\n" for m in range(1, 13) for d in range(1, 29))
    files["contacts/hub.md"] = f"---\nname: Hub\n---\n\n## Log\n\n{entries}"
    pages = contact_pages(contact_index(insights_of(files, "2026-11-22")))
    hub = next(page for page in pages if page.address == "contacts/hub.html")
    assert len(html_of(hub).encode()) <= 30_000


def test_an_empty_vault_is_told_what_to_write() -> None:
    pages = {page.address: html_of(page) for page in pages_of(insights_of({}, "2026-11-22"))}
    for address, key in (
        ("contacts/index.html", "name: Tara Lindqvist"),
        ("intros/index.html", "introducer: sam-okafor"),
        ("groups/index.html", "groups:"),
    ):
        assert key in pages[address]


def test_a_long_list_leads_to_its_other_parts() -> None:
    names = " ".join(f"p{number:04}" for number in range(ROWS + 1))
    _, second = contacts_pages(contact_index(insights_of(people(names), "2026-11-22")))
    links = [link["href"] for link in HtmlReader(html_of(second)).all("a")]
    assert "../../contacts/index.html" in links
    assert "../../contacts/p0500.html" in links
