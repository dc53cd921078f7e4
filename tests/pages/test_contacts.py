"""The list of people."""

from site_builder.pages.contact_index import contact_index
from site_builder.pages.contacts import ContactRow, Contacts, contacts_pages
from site_builder.pages.long_list import ROWS
from site_builder.pages.page import Ref
from tests.support.insights_sample import sample_insights
from tests.support.vaults import insights_of, people


def rows(files: dict[str, str] | None = None) -> dict[str, ContactRow]:
    insights = insights_of(files, "2026-11-22") if files else sample_insights()
    (page,) = contacts_pages(contact_index(insights))
    assert isinstance(page.view, Contacts)
    return {row.person.text: row for row in page.view.rows}


def test_people_stand_by_name() -> None:
    assert list(rows())[:3] == ["Ben Ito", "Chloe Dubois", "Dev Rao"]


def test_an_accent_does_not_move_a_name_behind_all_others() -> None:
    files = {
        f"contacts/{id_}.md": f"---\nname: {name}\n---\n"
        for id_, name in enumerate(("Zoë", "Émile", "Eva"))
    }
    assert list(rows(files)) == ["Émile", "Eva", "Zoë"]


def test_a_row_says_who_how_close_and_when() -> None:
    tara = rows()["Tara Lindqvist"]
    assert tara.person == Ref("Tara Lindqvist", "contacts/tara-lindqvist.html")
    assert (tara.org, tara.role) == ("Northwind", "VP Platform")
    assert (tara.closeness, tara.words) == (2, "acquaintance")
    assert (tara.last, tara.last_iso, tara.circles) == ("2\xa0Oct", "2026-10-02", 3)
    assert tara.door is not None
    assert tara.door.badge.words == "stalled 16\xa0days"


def test_what_is_not_known_is_left_empty() -> None:
    ines = rows()["Ines Costa"]
    assert (ines.closeness, ines.words, ines.last, ines.last_iso) == (0, "", "", "")


def test_doors_to_somebody_sort_before_doors_they_could_open() -> None:
    found = rows()
    assert found["Ben Ito"].could_open == "1 door"
    ranks = [found[name].door_rank for name in ("Tara Lindqvist", "Ben Ito", "Leo Brandt")]
    assert ranks == sorted(ranks, reverse=True)
    assert found["Leo Brandt"].door is None
    assert found["Robin Vale"].me


def test_an_empty_vault_still_has_the_page() -> None:
    (page,) = contacts_pages(contact_index(insights_of({}, "2026-11-22")))
    assert isinstance(page.view, Contacts)
    assert page.view.rows == ()


def test_a_long_list_goes_on_on_further_pages() -> None:
    names = " ".join(f"p{number:04}" for number in range(ROWS + 1))
    pages = contacts_pages(contact_index(insights_of(people(names), "2026-11-22")))
    assert [page.address for page in pages] == ["contacts/index.html", "contacts/part/2.html"]
