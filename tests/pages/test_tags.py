"""Tags: one page each, with everybody and everything that carries it."""

import pytest

from site_builder.model.intro import Intro, IntroId
from site_builder.model.prose import Prose
from site_builder.pages.contact import ContactView, contact_pages
from site_builder.pages.contact_index import contact_index
from site_builder.pages.long_list import ROWS, Listing
from site_builder.pages.page import Page, Ref
from site_builder.pages.site import plan_site
from site_builder.pages.tag_uses import TagPerson, all_tags, tag_address, tag_ref, tag_uses
from site_builder.pages.tags import INTROS_SHOWN, TagView, tag_pages, tags_pages
from tests.support.html_reader import HtmlReader
from tests.support.theme_files import html_of
from tests.support.vaults import Files, insights_of, intro, people, vault_of

TAGGED = {
    **people("tara ana ben", tara="tags: [Platform, nordics/oslo]\nrole: VP\norg: Northwind"),
    "contacts/cleo.md": "---\nname: Cleo\ntags: [platform]\n---\n\nMet on #nordics/oslo/harbour.\n",
    "intros/tara-via-ana.md": intro("2026-11-20 asked", tags="[platform]"),
}


def pages_of(key: str, files: Files = TAGGED) -> list[Page]:
    insights = insights_of(files, "2026-11-22")
    sheaf = tag_pages(tag_uses(insights.vault), contact_index(insights))
    return [sheaf.plan(one) for one in sheaf.keys if one[0] == key]


def view_of(key: str, files: Files = TAGGED) -> TagView:
    (page,) = pages_of(key, files)
    assert isinstance(page.view, TagView)
    return page.view


def test_the_day_of_an_introduction_stands_before_a_day_in_its_words() -> None:
    paused = intro("2026-11-05 paused 2027-01-11", tags="[platform]")
    (page,) = pages_of("platform", {**TAGGED, "intros/tara-via-ana.md": paused})
    text = html_of(page).replace("\u00a0", " ")
    day = '<time class="note" datetime="2026-11-05">5 Nov</time>'
    assert f'{day} <bdi dir="ltr">Paused until 11 Jan 2027</bdi>' in text


def test_a_tag_gathers_people_by_name_and_introductions() -> None:
    view = view_of("platform")
    assert view.name == "#platform"
    assert view.summary == "2 people and 1 introduction"
    assert view.people == (
        TagPerson(Ref("Cleo", "contacts/cleo.html"), ""),
        TagPerson(Ref("Tara", "contacts/tara.html"), "VP, Northwind"),
    )
    assert [line.intro.text for line in view.intros.shown] == ["Tara through Ana"]


def test_capitals_make_no_other_tag() -> None:
    assert list(tag_uses(vault_of(TAGGED))) == [
        "nordics",
        "nordics/oslo",
        "nordics/oslo/harbour",
        "platform",
    ]


def test_a_tag_counts_for_those_it_lies_in() -> None:
    view = view_of("nordics")
    assert [one.person.text for one in view.people] == ["Cleo", "Tara"]
    assert (view.summary, view.above) == ("2 people", ())
    assert view.below == (Ref("#nordics/oslo", "tags/nordics~oslo.html"),)


def test_a_tag_knows_what_it_lies_in() -> None:
    assert view_of("nordics/oslo/harbour").above == (
        Ref("#nordics", "tags/nordics.html"),
        Ref("#nordics/oslo", "tags/nordics~oslo.html"),
    )


def test_many_people_stand_on_several_pages_the_introductions_on_the_first() -> None:
    names = " ".join(f"p{number:03}" for number in range(ROWS + 1))
    files = people(names, **dict.fromkeys(names.split(), "tags: [x]"))
    files |= people("ana tara")
    files |= {
        f"intros/i{number}.md": intro("2026-11-20 asked", tags="[x]")
        for number in range(INTROS_SHOWN + 2)
    }
    first, second = pages_of("x", files)
    assert (first.address, second.address) == ("tags/x.html", "tags/x/part/2.html")
    assert isinstance(first.view, TagView)
    assert isinstance(second.view, TagView)
    assert (len(first.view.people), len(second.view.people)) == (ROWS, 1)
    assert (first.view.intros.more, len(second.view.intros.shown)) == (2, 0)
    assert first.view.steps == (Ref("1"), Ref("2", "tags/x/part/2.html"))


@pytest.mark.parametrize(
    ("key", "address"),
    [
        ("platform", "tags/platform.html"),
        ("a/b", "tags/a~b.html"),
        ("index", "tags/~index.html"),
        ("größe", "tags/größe.html"),
    ],
)
def test_a_tags_page_is_named_after_it(key: str, address: str) -> None:
    assert tag_address(key) == address


def test_two_endless_tags_have_two_names_that_a_file_may_have() -> None:
    names = {tag_address("ö" * 300), tag_address("ö" * 301)}
    assert len(names) == 2
    assert max(len(name.encode()) for name in names) < 100


def test_slashes_alone_are_no_tag() -> None:
    assert tag_ref("//") == Ref("#//")
    assert tag_ref("/a//b/") == Ref("#/a//b/", "tags/a~b.html")
    assert not tag_uses(vault_of(people("tara", tara="tags: [/]")))


def test_a_tag_of_file_and_text_counts_once() -> None:
    assert all_tags(
        Intro(id=IntroId("i"), path="", tags=("a", "b"), notes=Prose(tags=("b", "c")))
    ) == ("a", "b", "c")


def test_the_list_counts_people_and_introductions() -> None:
    (page,) = tags_pages(tag_uses(vault_of(TAGGED)))
    assert isinstance(page.view, Listing)
    found = {row.tag.text: (row.people, row.intros) for row in page.view.rows}
    assert found["#platform"] == (2, 1)
    assert found["#nordics/oslo/harbour"] == (1, 0)


def test_a_vault_without_tags_says_how_to_write_one() -> None:
    (page,) = tags_pages({})
    assert "tags: [platform, nordics/oslo]" in html_of(page)


def test_the_navigation_leads_to_tags_only_where_there_is_one() -> None:
    frames = [plan_site(insights_of(files, "2026-11-22"), ()).frame for files in (TAGGED, {})]
    counts = [[item.count for item in frame.nav if item.key == "tags"] for frame in frames]
    assert counts == [[4], []]


def html_of_notes(text: str) -> str:
    files = {"contacts/tara.md": f"---\nname: Tara\n---\n\n{text}\n"}
    (page,) = contact_pages(contact_index(insights_of(files, "2026-11-22")))
    assert isinstance(page.view, ContactView)
    return page.view.notes


def test_a_tag_in_notes_leads_to_its_page() -> None:
    assert '<a class="tag" href="../tags/a~b.html">#a/b</a>' in html_of_notes("About #a/b.")


def test_a_tag_of_slashes_in_notes_stays_text() -> None:
    assert html_of_notes("Either #// or #c").startswith("<p>Either #// or <a")


def test_a_tag_inside_a_link_makes_no_second_link() -> None:
    html = html_of_notes("[about #a](https://x.example) and #b")
    assert html.count("<a ") == 2
    assert "about #a</a>" in html


def test_html_that_looks_like_a_tag_stays_text() -> None:
    assert "&lt;span" in html_of_notes('#a <span class="tag">#b</span>')


def test_a_tags_page_is_sound() -> None:
    (page,) = pages_of("nordics/oslo")
    assert HtmlReader(html_of(page)).faults == []
