"""How long a thread has been silent, and when that is too long (document 2.2 and 2.8, Silence)."""

from datetime import date, timedelta

import pytest

from site_builder.insights.stall import Stall
from site_builder.model.settings import Settings
from tests.support.vaults import door_of, intro, people, settings_of

PEOPLE = people("me tara ana ben", me="me: true")


def stall(log: str, today: str, settings: Settings | None = None, **keys: str) -> Stall:
    """Return how silent a thread of one spoke is."""
    return door_of({**PEOPLE, "intros/a.md": intro(log, **keys)}, today, settings).stall


LIMITS = [
    ("2026-11-01 asked", "2026-11-01", 14),
    ("2026-11-01 agreed", "2026-11-01", 21),
    ("2026-11-01 opted-in", "2026-11-01", 21),
    ("2026-11-01 opt-in-asked", "2026-11-01", 21),
    ("2026-11-01 passed", "2026-11-01", 14),
    ("2026-11-01 introduced", "2026-11-01", 2),
    ("2026-11-01 wrote", "2026-11-01", 14),
    ("2026-10-30 replied\n2026-11-01 wrote", "2026-11-01", 21),
    ("2026-11-01 replied", "2026-11-01", 7),
    ("2026-11-01 proposed", "2026-11-01", 10),
    ("2026-10-20 scheduled 2026-11-01", "2026-11-01", 3),
    ("2026-11-01 met", "2026-11-01", 7),
]


@pytest.mark.parametrize(("log", "since", "limit"), LIMITS)
def test_a_thread_is_stalled_when_its_silence_reaches_the_limit(
    log: str, since: str, limit: int
) -> None:
    last = date.fromisoformat(since) + timedelta(days=limit)
    on_time, late = stall(log, str(last - timedelta(days=1))), stall(log, str(last))
    assert (on_time.silent_days, on_time.limit_days, on_time.stalled) == (limit - 1, limit, False)
    assert (late.silent_days, late.limit_days, late.stalled) == (limit, limit, True)
    assert on_time.stalls_on == late.stalls_on == last


@pytest.mark.parametrize(
    "log",
    [
        "",
        "2026-01-01 scheduled 2027-01-01",
        "2026-01-01 paused 2027-01-01",
        "2026-01-01 opted-out",
        "2026-01-01 closed: lost",
    ],
)
def test_some_states_never_stall(log: str) -> None:
    found = stall(log, "2026-11-20")
    assert (found.limit_days, found.limit_because) == (None, "")
    assert (found.stalled, found.near, found.stalls_on) == (False, False, None)


def test_an_idea_has_no_silence() -> None:
    assert stall("", "2026-11-20").silent_days is None


@pytest.mark.parametrize(
    ("log", "nudge"),
    [
        ("2026-11-06 asked", "2026-11-13"),
        ("2026-11-06 agreed", "2026-11-13"),
        ("2026-11-06 wrote", "2026-11-12"),
        ("2026-11-05 replied\n2026-11-06 wrote", "2026-11-13"),
        ("2026-11-06 proposed", "2026-11-11"),
        ("2026-11-06 introduced", "2026-11-07"),
        ("2026-11-06 met", "2026-11-08"),
    ],
)
def test_each_state_has_a_day_for_a_nudge(log: str, nudge: str) -> None:
    assert str(stall(log, "2026-11-06").nudge_on) == nudge


def test_the_calendar_of_the_settings_decides_which_days_are_working_days() -> None:
    settings = settings_of("[calendar]\nholidays = [2026-11-09, 2026-11-10]\n")
    assert str(stall("2026-11-06 wrote", "2026-11-06", settings).nudge_on) == "2026-11-16"


def test_settings_may_change_a_limit() -> None:
    settings = settings_of('[stall.waiting]\nnudge = "2d"\nstalled = "5d"\n')
    found = stall("2026-11-01 wrote", "2026-11-06", settings)
    assert (found.limit_days, found.stalled, str(found.nudge_on)) == (5, True, "2026-11-03")


@pytest.mark.parametrize(
    ("before", "words"),
    [
        ("", "written, never answered"),
        ("2026-10-02 scheduled 2026-10-09\n", "written, no answer since"),
        ("2026-08-01 replied\n", "written, no answer since"),
    ],
)
def test_of_a_target_who_fixed_a_day_it_is_not_said_that_they_never_answered(
    before: str, words: str
) -> None:
    log = f"2026-10-01 introduced\n{before}2026-11-10 wrote"
    assert stall(log, "2026-11-20").limit_because == f"limit 14 ({words})"


def test_a_limit_in_working_days_stalls_after_so_many_working_days() -> None:
    settings = settings_of('[stall.waiting]\nstalled = "4w"\n')
    assert not stall("2026-11-06 wrote", "2026-11-11", settings).stalled
    assert stall("2026-11-06 wrote", "2026-11-12", settings).stalled


def test_a_near_stall_is_one_within_seven_days() -> None:
    days = [f"2026-11-{day:02}" for day in range(7, 17)]
    near = [day for day in days if stall("2026-11-01 wrote", day).near]
    assert near == days[1:-2]


def test_a_planned_step_in_the_future_silences_the_alarm() -> None:
    log = "2026-10-01 wrote"
    planned = stall(log, "2026-11-20", next="2026-11-21 write again")
    assert (planned.stalled, planned.near) == (False, False)
    assert planned.step is not None
    assert (str(planned.step.date), planned.step.text) == ("2026-11-21", "write again")
    past = stall(log, "2026-11-20", next="2026-11-20 write again")
    assert (past.stalled, past.step) == (True, None)


def test_the_latest_planned_step_of_the_thread_s_intros_counts() -> None:
    files = {
        **PEOPLE,
        "intros/a.md": intro("2026-10-01 asked", next="2026-11-19 a"),
        "intros/b.md": intro("2026-10-02 asked", introducer="ben", next="2026-11-25 b"),
    }
    step = door_of(files, "2026-11-20").stall.step
    assert step is not None
    assert step.text == "b"


def test_the_earliest_deadline_that_is_not_past_counts() -> None:
    files = {
        **PEOPLE,
        "intros/a.md": intro("2026-10-01 asked", deadline="2026-11-19"),
        "intros/b.md": intro("2026-10-02 asked", introducer="ben", deadline="2026-12-24"),
        "intros/c.md": intro("2026-10-02 asked", introducer="ben", deadline="2026-11-20"),
    }
    assert str(door_of(files, "2026-11-20").stall.deadline) == "2026-11-20"
    assert str(door_of(files, "2026-11-21").stall.deadline) == "2026-12-24"
    assert door_of(files, "2026-12-25").stall.deadline is None


@pytest.mark.parametrize("answer", ["replied", "met", "scheduled 2026-11-15", "introduced"])
def test_nudges_are_counted_anew_after_an_answer(answer: str) -> None:
    before = "2026-11-01 wrote\n2026-11-02 nudged\n2026-11-03 interrupted\n2026-11-03 wrote"
    found = stall(before, "2026-11-20")
    assert (found.nudges, str(found.first_nudge)) == (2, "2026-11-02")
    found = stall(f"{before}\n2026-11-04 {answer}\n2026-11-16 nudged", "2026-11-20")
    assert (found.nudges, str(found.first_nudge)) == (1, "2026-11-16")


def test_other_touches_are_no_nudges() -> None:
    found = stall("2026-11-01 wrote\n2026-11-02 proposed\n2026-11-03 reminded", "2026-11-20")
    assert (found.nudges, found.first_nudge) == (0, None)


def test_a_touch_of_mine_does_not_hide_a_long_silence() -> None:
    found = stall("2026-09-01 replied\n2026-11-19 nudged", "2026-11-20")
    assert (found.silent_days, found.unanswered_days) == (1, 80)
    assert stall("2026-11-19 wrote", "2026-11-20").unanswered_days is None


@pytest.mark.parametrize(("log", "_since", "limit"), LIMITS)
def test_the_program_says_which_rule_decided(log: str, _since: str, limit: int) -> None:
    because = stall(log, "2026-11-20").limit_because
    assert because.startswith(f"limit {limit} (")


def test_a_limit_in_working_days_is_called_so() -> None:
    settings = settings_of('[stall.asked]\nstalled = "4w"\n')
    because = stall("2026-11-01 asked", "2026-11-20", settings).limit_because
    assert because == "limit 4 working days (asked, no answer yet)"
