"""Which introductions form a thread, and what it is called (document 1.3 and 2.8, Thread id)."""

from datetime import date

import pytest

from site_builder.insights.threads import slug, threads_of
from tests.support.vaults import insights_of, intro, people, vault_of

PEOPLE = people("me tara ana ben noor", me="me: true")
TODAY = "2026-11-20"
WON = "2026-01-01 asked\n2026-02-01 closed: won"


def threads(files: dict[str, str], today: str = TODAY) -> dict[str, list[str]]:
    """Return the intros of each thread by its id."""
    doors = insights_of({**PEOPLE, **files}, today).doors
    return {d.thread.id: [spoke.intro.id for spoke in d.thread.spokes] for d in doors}


def test_all_intros_towards_a_target_are_one_thread_in_order_of_their_first_event() -> None:
    files = {
        "intros/a.md": intro("2026-03-01 asked"),
        "intros/b.md": intro("2026-01-01 asked", introducer="ben"),
        "intros/c.md": intro("", introducer="noor"),
        "intros/d.md": intro("2026-03-01 asked", introducer="noor"),
    }
    assert threads(files) == {"tara": ["b", "a", "d", "c"]}


def test_each_target_has_a_thread_of_its_own() -> None:
    files = {"intros/a.md": intro(""), "intros/b.md": intro("", target="noor")}
    assert threads(files) == {"tara": ["a"], "noor": ["b"]}


def test_a_thread_key_keeps_two_pursuits_of_one_target_apart() -> None:
    files = {
        "intros/a.md": intro("2026-01-01 asked"),
        "intros/b.md": intro("2026-01-02 asked", thread="Board seat!"),
        "intros/c.md": intro("2026-01-03 asked", introducer="ben", thread="board-seat"),
    }
    assert threads(files) == {"tara": ["a"], "tara--board-seat": ["b", "c"]}


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("Board seat", "board-seat"),
        ("  A/B  c ", "a-b-c"),
        ("ÉTÉ", "été"),
        ("दूसरा मौक़ा", "दूसरा-मौक़ा"),
        ("", ""),
        ("!", ""),
    ],
)
def test_a_key_is_slugged(key: str, expected: str) -> None:
    assert slug(key) == expected


@pytest.mark.parametrize(
    "end",
    [
        "2026-02-01 closed: won",
        "2026-02-01 closed: lost",
        "2026-01-31 met\n2026-02-01 thanked",
    ],
)
def test_an_intro_that_begins_after_the_end_begins_a_new_thread(end: str) -> None:
    files = {
        "intros/a.md": intro(f"2026-01-01 asked\n{end}"),
        "intros/b.md": intro("2026-02-02 asked", introducer="ben"),
    }
    assert threads(files) == {"tara": ["a"], "tara--2": ["b"]}


def test_one_that_begins_on_the_last_day_belongs_to_the_old_thread() -> None:
    files = {"intros/a.md": intro(WON), "intros/b.md": intro("2026-02-01 asked")}
    assert threads(files) == {"tara": ["a", "b"]}


def test_met_without_thanks_does_not_end_a_thread() -> None:
    files = {
        "intros/a.md": intro("2026-01-01 introduced\n2026-02-01 met"),
        "intros/b.md": intro("2026-02-02 asked", introducer="ben"),
    }
    assert threads(files) == {"tara": ["a", "b"]}


def test_a_refusal_ends_the_thread_after_365_days() -> None:
    files = {
        "intros/a.md": intro("2025-01-01 opted-out"),
        "intros/b.md": intro("2026-01-01 introduced"),
        "intros/c.md": intro("2026-01-02 asked"),
    }
    assert threads(files) == {"tara": ["a", "b", "c"]}
    del files["intros/b.md"]
    assert threads(files) == {"tara": ["a"], "tara--2": ["c"]}


def test_later_threads_of_a_pursuit_are_numbered() -> None:
    files = {
        "intros/a.md": intro(WON, thread="x"),
        "intros/b.md": intro("2026-03-01 asked\n2026-04-01 closed: lost", thread="x"),
        "intros/c.md": intro("2026-05-01 asked", thread="x"),
        "intros/d.md": intro(WON),
    }
    assert threads(files) == {
        "tara": ["d"],
        "tara--x": ["a"],
        "tara--x--2": ["b"],
        "tara--x--3": ["c"],
    }


def test_two_targets_whose_pursuits_have_one_name_both_have_their_threads() -> None:
    files = {
        **people("tara--k"),
        "intros/a.md": intro(WON, thread="k"),
        "intros/b.md": intro("2026-03-01 asked", thread="k"),
        "intros/c.md": intro(WON, target="tara--k"),
        "intros/d.md": intro("2026-03-01 asked", target="tara--k"),
    }
    found = {"tara--k": ["c"], "tara--k--2": ["d"], "tara--k--3": ["a"], "tara--k--4": ["b"]}
    assert threads(files) == found


def test_the_split_is_that_of_the_day() -> None:
    files = {"intros/a.md": intro(WON), "intros/b.md": intro("2026-03-01 asked")}
    assert threads(files) == {"tara": ["a"], "tara--2": ["b"]}
    assert threads(files, today="2026-02-15") == {"tara": ["a", "b"]}


def test_drafts_and_favours_for_others_are_no_threads_of_mine() -> None:
    files = {
        "intros/a.md": intro("2026-01-01 asked", draft="true"),
        "intros/b.md": intro("2026-01-01 asked", requester="ben"),
        "intros/c.md": intro("2026-01-01 asked", requester="me"),
    }
    assert threads(files) == {"tara": ["c"]}


def test_a_draft_takes_no_part_even_where_drafts_are_shown() -> None:
    files = {
        "intros/a.md": intro("2026-11-01 asked"),
        "intros/b.md": intro("2026-11-05 introduced", introducer="ben", draft="true"),
    }
    vault = vault_of({**PEOPLE, **files}, drafts=True)
    (thread,) = threads_of(vault, date.fromisoformat(TODAY)).values()
    assert [spoke.intro.id for spoke in thread.spokes] == ["a"]


def test_a_thread_names_each_introducer_once_in_order() -> None:
    files = {
        "intros/a.md": intro("2026-01-02 asked"),
        "intros/b.md": intro("2026-01-01 asked", introducer="ben"),
        "intros/c.md": intro("2026-01-03 asked", introducer="ben"),
    }
    (door,) = insights_of({**PEOPLE, **files}, TODAY).doors
    assert door.thread.introducers == ("ben", "ana")


@pytest.mark.parametrize(
    ("ended", "other", "state"),
    [
        ("2026-01-01 asked\n2026-02-01 closed: won", "2026-02-01 asked", "asked"),
        (
            "2026-01-01 asked\n2026-02-01 closed: won",
            "2026-01-05 asked\n2026-02-01 introduced",
            "introduced",
        ),
        (
            "2026-01-05 asked\n2026-02-01 closed: won",
            "2026-01-01 asked\n2026-02-01 introduced",
            "over",
        ),
    ],
)
def test_on_the_day_of_the_end_the_introduction_that_began_earlier_comes_first(
    ended: str, other: str, state: str
) -> None:
    files = {"intros/a.md": intro(ended), "intros/b.md": intro(other, introducer="ben")}
    assert set(threads(files)) == {"tara"}
    (door,) = insights_of({**PEOPLE, **files}, TODAY).doors
    assert door.thread.standing.state == state


UNMET = [
    "",
    "2026-10-01 asked",
    "2026-10-01 agreed",
    "2026-10-01 opt-in-asked",
    "2026-10-01 passed",
]


def states(log: str, other: str, today: str = TODAY) -> list[str]:
    """Return the states of two pursuits of tara, the second with a name of its own."""
    files = {"intros/a.md": intro(log), "intros/b.md": intro(other, introducer="ben", thread="job")}
    doors = insights_of({**PEOPLE, **files}, today).by_thread
    return [doors[name].thread.standing.state for name in ("tara", "tara--job")]


@pytest.mark.parametrize("other", UNMET)
def test_a_no_binds_the_introducers_of_every_pursuit(other: str) -> None:
    no = "2026-10-10 opted-out"
    assert states(no, other) == ["barred", "barred"]
    assert states(no, other, "2027-10-11") == ["over", *states("", other, "2027-10-11")[1:]]
    assert states(f"{no}\n2026-10-12 opted-in", other)[1] == states("", other)[1]
    assert states(f"{no}\n2026-10-12 replied", other)[1] == states("", other)[1]


@pytest.mark.parametrize("other", ["introduced", "wrote", "replied", "met", "closed: won"])
def test_a_no_leaves_what_the_target_and_i_have_begun_elsewhere(other: str) -> None:
    other = f"2026-10-01 {other}"
    assert states("2026-10-10 opted-out", other)[1] == states("", other)[1] != "barred"


def test_the_latest_answer_of_a_day_is_the_later_line() -> None:
    both = "2026-10-10 opted-in\n2026-10-10 opted-out"
    assert states(both, "2026-10-01 asked") == ["barred", "barred"]


@pytest.mark.parametrize(("asked", "state"), [("2026-09-01", "barred"), ("2026-10-05", "asked")])
def test_on_one_day_the_earlier_introducer_is_heard_first(asked: str, state: str) -> None:
    files = {
        "intros/a.md": intro("2026-10-01 asked\n2026-10-10 opted-out"),
        "intros/b.md": intro(f"{asked} asked\n2026-10-10 introduced", introducer="ben"),
        "intros/c.md": intro("2026-10-12 asked", introducer="noor", thread="job"),
    }
    doors = insights_of({**PEOPLE, **files}, TODAY).by_thread
    assert doors["tara--job"].thread.standing.state == state


@pytest.mark.parametrize(("later", "state"), [("", "barred"), ("2026-10-11 opted-in\n", "asked")])
def test_a_no_that_was_taken_back_does_not_outlive_its_introducer(later: str, state: str) -> None:
    files = {
        "intros/a.md": intro(f"2026-10-10 opted-out\n{later}2026-10-12 passed"),
        "intros/b.md": intro("2026-10-14 asked", introducer="ben"),
    }
    assert insights_of({**PEOPLE, **files}, TODAY).by_thread["tara"].thread.standing.state == state
