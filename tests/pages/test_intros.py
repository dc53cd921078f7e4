"""The board and the table of introductions."""

from typing import cast

from site_builder.pages.contact_index import contact_index
from site_builder.pages.intros import CARDS_SHOWN, Intros, intros_pages
from site_builder.pages.long_list import ROWS
from tests.support.insights_sample import sample_insights
from tests.support.theme_files import html_of
from tests.support.vaults import Files, insights_of, intro, people


def view_of(files: Files) -> Intros:
    view = next(iter(intros_pages(contact_index(insights_of(files, "2026-11-22"))))).view
    assert isinstance(view, Intros)
    return view


def sample() -> Intros:
    (page,) = intros_pages(contact_index(sample_insights()))
    assert isinstance(page.view, Intros)
    return page.view


def test_the_board_has_a_lane_for_each_side_that_is_waited_for_by_state() -> None:
    lanes = {
        lane.title: {
            state.title: [row.name.text for row in state.rows.shown] for state in lane.states
        }
        for lane in sample().lanes
    }
    assert lanes == {
        "Your turn": {
            "Introduced": ["Noor Haddad"],
            "Met, loop open": ["Jonas Keller"],
            "An idea": ["Ines Costa"],
        },
        "With the introducer": {"Asked": ["Pavel Sorokin"], "Agreed": ["Wen Park"]},
        "With the target": {
            "No answer yet": ["Vic Weber"],
            "In conversation": ["Omar Ali"],
            "Finding a date": ["Tara Lindqvist"],
        },
        "In the calendar": {"Meeting set": ["Esra Yilmaz"]},
    }


def test_the_page_says_what_has_no_card() -> None:
    files = people("tara ana ben zoe zed") | {
        "intros/one.md": intro("2026-10-01 opted-out"),
        "intros/two.md": intro("2026-10-01 closed: lost", target="zoe"),
        "intros/three.md": intro("2026-11-20 asked", target="zed"),
    }
    page = next(iter(intros_pages(contact_index(insights_of(files, "2026-11-22")))))
    view = cast("Intros", page.view)
    cards = [row for lane in view.lanes for state in lane.states for row in state.rows.shown]
    assert ([row.name.text for row in cards], view.total) == (["Zed"], 3)
    words = "What is over, or to be left in peace, stands in the table only."
    assert words in html_of(page)


def test_the_table_has_all_the_latest_first() -> None:
    view = sample()
    days = [row.line.iso for row in view.rows]
    assert days == sorted(days, reverse=True)
    assert view.total == len(days) == 10


def test_who_passed_is_not_on_the_board_while_another_is_on_the_way() -> None:
    view = view_of(
        {
            **people("tara ana ben"),
            "intros/one.md": intro("2026-10-01 asked\n2026-10-05 passed"),
            "intros/two.md": intro("2026-11-20 asked", introducer="ben"),
        }
    )
    cards = [row for lane in view.lanes for state in lane.states for row in state.rows.shown]
    assert [row.introducer.text for row in cards] == ["Ben"]
    assert view.total == 2


def test_what_stalled_stands_first_among_its_state() -> None:
    logs = {"ben": "2026-11-21 introduced\n2026-11-21 wrote", "tara": "2026-06-01 wrote"}
    files = {f"intros/{name}.md": intro(log, target=name) for name, log in logs.items()}
    (lane,) = view_of({**people("ana ben tara"), **files}).lanes
    assert [row.name.text for row in lane.states[0].rows.shown] == ["Tara", "Ben"]


def test_a_full_state_is_cut_and_counted() -> None:
    names = [f"t{number:02}" for number in range(CARDS_SHOWN + 5)]
    asked = {f"intros/{name}.md": intro("2026-11-20 asked", target=name) for name in names}
    (lane,) = view_of({**people(" ".join(["ana", *names])), **asked}).lanes
    (state,) = lane.states
    assert (lane.total, state.total, len(state.rows.shown)) == (15, 15, CARDS_SHOWN)
    assert state.rows.more == 5


def test_only_the_first_part_carries_the_board() -> None:
    files = people("tara ana")
    files |= {f"intros/i{number}.md": intro("2026-11-20 asked") for number in range(ROWS + 1)}
    first, second = intros_pages(contact_index(insights_of(files, "2026-11-22")))
    assert isinstance(first.view, Intros)
    assert isinstance(second.view, Intros)
    assert first.view.lanes
    assert not second.view.lanes
    assert second.address == "intros/part/2.html"


def test_an_empty_vault_still_has_the_page() -> None:
    view = view_of({})
    assert (view.lanes, view.rows, view.total) == ((), (), 0)
