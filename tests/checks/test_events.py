"""Events stand in an order and on days that can be."""

from datetime import date

import pytest

from .builders import GOAL, contact, findings, found, intro, only


@pytest.mark.parametrize(
    ("log", "lines"),
    [
        (("2026-10-01 agreed", "2026-10-02 asked"), [9]),
        (("2026-10-01 agreed", "2026-10-01 asked"), []),
        (("2026-10-01 agreed",), []),
        (("2026-09-01 asked", "2026-10-01 agreed", "2026-10-02 asked"), []),
        (("2026-10-01 reminded", "2026-10-01 agreed", "2026-10-02 asked"), [9]),
        (
            ("2026-10-01 met", "2026-10-02 opted-in", "2026-10-02 introduced", "2026-10-02 wrote"),
            [9],
        ),
        (("2026-10-01 scheduled 2026-09-30", "2026-10-02 paused 2026-10-01"), [9, 10]),
        (("2026-10-01 scheduled 2026-10-01",), []),
        (("2026-10-01 agreed", "2027-09-01 asked"), []),
    ],
)
def test_answers_come_after_their_questions(log: tuple[str, ...], lines: list[int]) -> None:
    problems = found({"intros/a.md": intro(*log)})
    reported = [line for line in problems if line.startswith("event-order")]
    assert reported == [f"event-order intros/a.md:{line}:3" for line in lines]


def test_the_message_about_the_future_names_the_line_that_fixes_today() -> None:
    files = {
        "doorstep.toml": 'title = "Doors"\ntoday = 2026-11-22\n',
        "contacts/pat.md": contact(body="## Log\n\n- 2026-11-23: coffee\n"),
    }
    problem = only(files)
    assert (problem.id, problem.span.line, problem.span.column) == ("future-event", 6, 3)
    assert problem.message == (
        "expected a day up to today, 2026-11-22 (fixed in doorstep.toml:2), found 2026-11-23"
    )


@pytest.mark.parametrize(
    ("keys", "log", "place", "cure"),
    [
        ((), "0226-10-01 asked", "9:3", "did you mean 2026-10-01?"),
        ((), "0206-10-01 asked", "9:3", "correct the year"),
        ((), "1926-10-01 asked", "9:3", "did you mean 2026-10-01?"),
        ((), "1777-10-01 asked", "9:3", "correct the year"),
        ((), "2026-10-01 paused 2062-10-01: later", "9:21", "did you mean 2026-10-01?"),
        ((), "2026-10-01 paused 2072-10-01: later", "9:21", "did you mean 2027-10-01?"),
        (("next: 2062-12-01 write",), "2026-10-01 asked", "5:7", "did you mean 2026-12-01?"),
        (("deadline: 2126-12-01",), "2026-10-01 asked", "5:11", "did you mean 2026-12-01?"),
        (("deadline: 2032-02-29",), "2026-10-01 asked", "5:11", "correct the year"),
    ],
)
def test_a_year_that_is_probably_mistyped_is_told(
    keys: tuple[str, ...], log: str, place: str, cure: str
) -> None:
    problem = only({"intros/a.md": intro(log, keys=(GOAL, *keys))})
    assert problem.id == "unlikely-date"
    assert f"{problem.span.line}:{problem.span.column}" == place
    assert problem.help == cure


@pytest.mark.parametrize(
    ("today", "cure"),
    [
        (date(1, 1, 1), "correct the year"),
        (date(202, 6, 1), "correct the year"),
        (date(1026, 6, 1), "did you mean 1026-12-15?"),
        (date(2020, 12, 31), "did you mean 2020-12-15?"),
    ],
)
def test_any_day_the_calendar_knows_may_be_today(today: date, cure: str) -> None:
    problem = only({"intros/a.md": intro(keys=(GOAL, "deadline: 2026-12-15"))}, today)
    assert (problem.id, problem.help) == ("unlikely-date", cure)


@pytest.mark.parametrize("key", ["deadline: 2031-12-31", "next: 2031-12-31 write"])
def test_five_years_ahead_may_be_planned(key: str) -> None:
    files = {
        "intros/a.md": intro(
            "1950-01-01 asked: a", "1950-01-02 paused 2031-12-31: later", keys=(GOAL, key)
        ),
        "contacts/pat.md": contact("last_contact: 1950-01-01"),
    }
    assert not found(files)


@pytest.mark.parametrize(
    ("line", "place", "cure"),
    [
        ("groups: [team/a 1019-]", "3:17", "did you mean 2019?"),
        ("groups: [team/a 1899-2012 bow]", "3:17", "did you mean 1999?"),
        ("met_on: 1026-05", "3:9", "did you mean 2026?"),
    ],
)
def test_a_year_before_anybody_was_born_is_told(line: str, place: str, cure: str) -> None:
    problem = only({"contacts/pat.md": contact(line)})
    assert (problem.id, problem.help) == ("unlikely-date", cure)
    assert f"{problem.span.line}:{problem.span.column}" == place


def test_a_circle_of_the_last_century_and_one_of_the_year_one_are_told_apart() -> None:
    old = {"contacts/pat.md": contact("groups: [team/a 1900-1950]", "met_on: 1900")}
    assert not found(old)
    (problem,) = findings({"contacts/pat.md": contact("met_on: 1000")}, date(1500, 1, 1))
    assert problem.help == "correct the year"
