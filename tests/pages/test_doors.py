"""The list of doors: what needs a move first, then what waits, then what is over."""

from typing import cast

from site_builder.pages.contact_index import contact_index
from site_builder.pages.doors import DoorsView, doors_pages
from tests.support.insights_sample import DOOR, insights_in, sample_insights
from tests.support.theme_files import html_of


def views(text: str | None = None) -> list[DoorsView]:
    insights = sample_insights() if text is None else insights_in(text)
    return [cast("DoorsView", page.view) for page in doors_pages(contact_index(insights))]


def test_doors_are_grouped_by_what_they_need() -> None:
    (view,) = views()
    assert view.summary == "9 open doors, 3 stalled, 1 of yours past the limit, 1 over."
    assert [(group.title, len(group.rows)) for group in view.groups] == [
        ("Needs a move", 8),
        ("Waiting", 1),
        ("Over", 1),
    ]


def test_a_row_tells_through_whom_and_what_is_next() -> None:
    (view,) = views()
    rows = {row.door.text: row for group in view.groups for row in group.rows}
    tara = rows["Tara Lindqvist"]
    assert (tara.door.href, tara.org) == ("threads/tara-lindqvist.html", "Northwind")
    assert (tara.through, tara.days, tara.next) == ("Sam", 16, "Second intro")
    assert rows["Leo Brandt"].next == "21\u00a0May"
    assert rows["Ines Costa"].days == -1


def test_waiting_says_when_to_look_again() -> None:
    text = f"""{DOOR}- 2026-11-20 asked
"""
    assert views(text)[0].groups[0].rows[0].next == "Look again 27\u00a0Nov"


def test_what_is_over_says_since_when_and_nothing_of_a_next_step() -> None:
    (view,) = views()
    columns = {group.title: group.column for group in view.groups}
    assert columns == {"Needs a move": "Next", "Waiting": "Next", "Over": "Since"}


def test_a_list_without_doors_is_empty() -> None:
    (view,) = views("")
    assert view.groups == ()


def test_without_doors_the_page_shows_what_to_write() -> None:
    (page,) = doors_pages(contact_index(insights_in("")))
    html = html_of(page)
    assert "Nothing on record yet. Begin with the people you know" in html
    assert "<code>build import vcard FILE</code>" in html
    assert "<code>contacts/tara-lindqvist.md</code>" in html
    assert 'data-copy="first-door"' in html
    (page,) = doors_pages(contact_index(sample_insights()))
    assert "first-door" not in html_of(page)
