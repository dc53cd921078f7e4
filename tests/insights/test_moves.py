"""The one next move of a thread: the first that fits (document 2.3 and 2.8, Move)."""

from datetime import date, timedelta

import pytest

from site_builder.insights.insight import Door
from tests.support.vaults import door_of, intro, people, settings_of

PEOPLE = people("me tara ana ben", me="me: true")


def door(log: str, today: str, second: str | None = None, **keys: str) -> Door:
    """Return the door of one or two spokes; the second is ben's."""
    files = {**PEOPLE, "intros/a.md": intro(log, **keys)}
    if second is not None:
        files["intros/b.md"] = intro(second, introducer="ben")
    return door_of(files, today)


def move(log: str, today: str, second: str | None = None, **keys: str) -> str:
    """Return the next move."""
    return door(log, today, second, **keys).move.name


@pytest.mark.parametrize(
    "log",
    [
        "2026-01-01 closed: lost",
        "2026-11-01 opted-out",
        "2026-11-01 paused 2026-11-21",
        "2026-11-01 scheduled 2026-11-20",
    ],
)
def test_over_barred_paused_and_scheduled_threads_need_nothing(log: str) -> None:
    assert move(log, "2026-11-20") == "none"
    assert move(log, "2026-11-20", next="2026-12-01 x") == "none"


@pytest.mark.parametrize(
    "log", ["", "2026-01-01 asked", "2026-01-01 replied", "2026-01-01 wrote", "2026-01-01 met"]
)
def test_a_planned_step_in_the_future_means_waiting_until_then(log: str) -> None:
    found = door(log, "2026-11-20", next="2026-11-21 call her").move
    assert (found.name, str(found.until)) == ("wait", "2026-11-21")
    assert found.because == "Planned for 21 Nov 2026: call her."
    assert "电话." in door(log, "2026-11-20", next="2026-11-21 电话。").move.because
    assert move(log, "2026-11-20", next="2026-11-20") != "wait"


@pytest.mark.parametrize(
    ("log", "expected"),
    [
        ("", "ask"),
        ("2026-11-20 passed", "next-introducer"),
        ("2026-11-20 introduced", "answer"),
        ("2026-11-20 replied", "answer"),
        ("2026-11-01 scheduled 2026-11-19", "confirm"),
        ("2026-11-20 met", "thank"),
    ],
)
def test_my_turn_is_my_move_at_once(log: str, expected: str) -> None:
    assert move(log, "2026-11-20") == expected


@pytest.mark.parametrize(
    ("log", "nudge", "stalled"),
    [
        ("2026-11-02 asked", "2026-11-09", "2026-11-16"),
        ("2026-11-02 agreed", "2026-11-09", "2026-11-23"),
        ("2026-11-02 opt-in-asked", "2026-11-09", "2026-11-23"),
    ],
)
def test_an_introducer_is_reminded_once_and_then_the_next_is_chosen(
    log: str, nudge: str, stalled: str
) -> None:
    assert move(log, "2026-11-08") == "wait"
    assert move(log, nudge) == "remind-introducer"
    assert move(log, stalled) == "next-introducer"
    reminded = f"{log}\n{nudge} reminded"
    assert move(reminded, nudge) == "wait"
    assert move(reminded, stalled) == "wait"
    assert move(reminded, "2026-11-30") == "next-introducer"


def test_a_new_state_may_be_reminded_again() -> None:
    log = "2026-11-02 asked\n2026-11-09 reminded\n2026-11-10 agreed"
    assert move(log, "2026-11-17") == "remind-introducer"


@pytest.mark.parametrize(
    ("log", "nudge"),
    [
        ("2026-11-02 wrote", "2026-11-06"),
        ("2026-11-01 replied\n2026-11-02 wrote", "2026-11-09"),
        ("2026-11-02 proposed", "2026-11-05"),
    ],
)
def test_the_target_is_nudged_at_the_nudge_limit(log: str, nudge: str) -> None:
    wait = door(log, "2026-11-04").move
    assert (wait.name, str(wait.until)) == ("wait", nudge)
    assert move(log, nudge) == "nudge"


def test_a_week_after_one_nudge_comes_the_interrupt() -> None:
    log = "2026-11-02 wrote\n2026-11-06 nudged"
    wait = door(log, "2026-11-12").move
    assert (wait.name, str(wait.until)) == ("wait", "2026-11-13")
    assert move(log, "2026-11-13") == "interrupt"
    assert move(log, "2026-11-20") == "interrupt"


def test_after_two_nudges_never_a_third_and_no_second_introduction_before_the_stall() -> None:
    log = "2026-11-02 introduced\n2026-11-02 wrote\n2026-11-06 nudged\n2026-11-13 interrupted"
    wait = door(log, "2026-11-26").move
    assert (wait.name, str(wait.until)) == ("wait", "2026-11-27")
    assert move(log, "2026-11-27") == "close-loop"


CHASED = "2026-10-06 introduced\n2026-10-06 wrote\n2026-10-13 nudged\n2026-10-21 nudged"


def test_before_a_second_introduction_the_loop_is_closed() -> None:
    assert move(CHASED, "2026-11-03") == "wait"
    assert move(CHASED, "2026-11-04") == "close-loop"
    assert move(f"{CHASED}\n2026-11-04 thanked", "2026-11-04") == "second-intro"


@pytest.mark.parametrize(
    ("thanked", "expected"), [("2026-10-12", "close-loop"), ("2026-10-13", "second-intro")]
)
def test_thanks_close_the_loop_from_the_first_counted_nudge_on(thanked: str, expected: str) -> None:
    assert move(f"{CHASED}\n{thanked} thanked", "2026-11-04") == expected


def test_the_loop_is_that_of_the_latest_introduction() -> None:
    second = "2026-01-06 introduced\n2026-10-14 thanked"
    assert move(CHASED, "2026-11-04", second) == "close-loop"
    early = "2026-01-06 introduced"
    assert move(f"{CHASED}\n2026-10-14 thanked", "2026-11-04", early) == "second-intro"


def test_without_an_introduction_there_is_no_loop_to_close() -> None:
    log = CHASED.removeprefix("2026-10-06 introduced\n")
    assert move(log, "2026-11-04") == "second-intro"


def test_two_introductions_in_90_days_are_parked() -> None:
    second = "2026-08-06 introduced"
    assert move(CHASED, "2026-11-04", second) == "park"
    assert move(CHASED, "2026-11-04", "2026-08-05 introduced") == "close-loop"
    twice = "2026-10-01 introduced\n2026-10-02 introduced\n" + CHASED
    assert move(twice, "2026-11-04") == "close-loop"


@pytest.mark.parametrize(
    ("log", "look", "before", "who"),
    [
        ("2026-11-06 wrote", 12, 11, "It is Tara's turn"),
        ("2026-11-06 asked", 13, 12, "It is with Ana"),
    ],
)
def test_no_wait_outlasts_the_deadline(log: str, look: int, before: int, who: str) -> None:
    def told(deadline: int) -> str:
        found = door(log, "2026-11-07", deadline=f"2026-11-{deadline}").move
        return found.because.replace("\u00a0", " ")

    assert told(look) == f"{who}; look again on {look} Nov 2026."
    assert told(before) == f"{who}; look again on {before} Nov 2026, the day of the deadline."
    found = door(log, "2026-11-07", deadline=f"2026-11-{before}").move
    assert found.until == date(2026, 11, before)


def test_the_day_of_a_deadline_is_not_waited_for_on_that_day() -> None:
    found = door("2026-11-06 nudged", "2026-11-07", deadline="2026-11-07").move
    assert (found.name, str(found.until)) == ("wait", "2026-11-13")


@pytest.mark.parametrize(
    ("log", "deadline", "until", "then"),
    [
        ("2026-11-06 nudged", "2026-11-15", "2026-11-08", "second-intro"),
        ("2026-11-06 nudged", "2026-11-23", "2026-11-10", "second-intro"),
        ("2026-11-06 nudged", "2026-11-27", "2026-11-13", "interrupt"),
        ("2026-11-05 nudged\n2026-11-06 interrupted", "2026-12-01", "2026-11-18", "second-intro"),
        ("2026-11-05 nudged\n2026-11-06 interrupted", "2026-12-30", "2026-11-20", "second-intro"),
    ],
)
def test_a_wait_ends_on_the_day_on_which_a_deadline_makes_something_due(
    log: str, deadline: str, until: str, then: str
) -> None:
    found = door(log, "2026-11-07", deadline=deadline).move
    assert (found.name, str(found.until)) == ("wait", until)
    before = date.fromisoformat(until) - timedelta(days=1)
    assert move(log, before.isoformat(), deadline=deadline) == "wait"
    assert move(log, until, deadline=deadline) == then


def test_a_close_deadline_allows_the_second_introduction_from_the_first_nudge_on() -> None:
    log = "2026-11-02 introduced\n2026-11-02 wrote\n2026-11-06 nudged"
    assert move(log, "2026-11-08", deadline="2026-11-21") == "close-loop"
    assert move(log, "2026-11-07", deadline="2026-11-20") == "wait"
    assert move(log, "2026-11-08", deadline="2026-11-22") == "wait"
    assert move(log, "2026-11-08", deadline="2026-11-07") == "wait"
    unnudged = "2026-11-02 introduced\n2026-11-02 wrote"
    assert move(unnudged, "2026-11-05", deadline="2026-11-08") == "wait"


def test_a_stall_without_two_nudges_calls_for_them_first() -> None:
    assert move("2026-09-01 introduced\n2026-09-01 wrote", "2026-11-20") == "nudge"
    assert move("2026-09-01 wrote\n2026-09-20 nudged", "2026-11-20") == "interrupt"


def test_settings_move_the_moves() -> None:
    settings = settings_of('[stall.waiting]\nnudge = "2d"\nstalled = "30d"\n')
    files = {**PEOPLE, "intros/a.md": intro("2026-11-02 wrote")}
    assert door_of(files, "2026-11-04", settings).move.name == "nudge"
    files = {**PEOPLE, "intros/a.md": intro(CHASED)}
    assert door_of(files, "2026-11-04", settings).move.name == "wait"
