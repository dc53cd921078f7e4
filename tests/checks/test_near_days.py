"""A day in words or without its year: the cure names the date or the few that it may be."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.checks.near_days import near_days
from tests.support.vaults import document_of

from .builders import GOAL, contact, found, intro, only

SUNDAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("text", "last", "coming"),
    [
        ("heute", "2026-11-22", "2026-11-22"),
        ("The day before yesterday", "2026-11-20", ""),
        ("demain", "", "2026-11-23"),
        ("aujourd’hui", "2026-11-22", "2026-11-22"),
        ("10/28", "2026-10-28", "2027-10-28"),
        ("28/10", "2026-10-28", "2027-10-28"),
        ("10/11", "2026-10-11 2026-11-10", "2027-10-11 2027-11-10"),
        ("5/5", "2026-05-05", "2027-05-05"),
        ("28.10.", "2026-10-28", "2027-10-28"),
        ("10.11", "2026-11-10", "2027-11-10"),
        ("28.10.26", "2026-10-28", "2026-10-28"),
        ("Oct 28th", "2026-10-28", "2027-10-28"),
        ("1. März", "2026-03-01", "2027-03-01"),
        ("29 Feb", "2024-02-29", "2028-02-29"),
        ("on 22 Nov", "2026-11-22", "2026-11-22"),
        ("Friday", "2026-11-20", "2026-11-27"),
        ("Sonntag", "2026-11-15", "2026-11-29"),
        ("last Tuesday", "2026-11-17", ""),
        ("vendredi dernier", "2026-11-20", "2026-11-27"),
        ("dimanche", "2026-11-15", "2026-11-29"),
        ("2 weeks ago", "2026-11-08", ""),
        ("vor 3 Tagen", "2026-11-19", ""),
        ("il y a une semaine", "", ""),
        ("in a week", "", "2026-11-29"),
        ("dans 3 jours", "", "2026-11-25"),
        ("“yesterday”", "2026-11-21", ""),
        ("in 2 weeks ago", "", ""),
        ("3 days", "", ""),
        ("30.2.", "", ""),
        ("31/31", "", ""),
        ("soon", "", ""),
        ("5", "", ""),
        ("", "", ""),
    ],
)
def test_a_day_is_the_last_one_or_the_next_one(text: str, last: str, coming: str) -> None:
    assert near_days(text, SUNDAY, ahead=False) == tuple(last.split())
    assert near_days(text, SUNDAY, ahead=True) == tuple(coming.split())


@given(
    st.dates(date(1999, 1, 1), date(2090, 1, 1)), st.sampled_from(["Mon", "mercredi", "Samstag"])
)
def test_a_weekday_is_within_a_week_and_never_today(today: date, name: str) -> None:
    number = {"Mon": 0, "mercredi": 2, "Samstag": 5}[name]
    for ahead in (False, True):
        (told,) = near_days(name, today, ahead=ahead)
        away = date.fromisoformat(told) - today
        assert timedelta() < (away if ahead else -away) <= timedelta(days=7)
        assert date.fromisoformat(told).weekday() == number


@pytest.mark.parametrize(
    ("line", "cure"),
    [
        ("last_contact: heute", "type 2026-11-22, seen from today"),
        ("last_contact: Oct 28", "type 2026-10-28, seen from today"),
        ("last_contact: 10/11", "type 2026-10-11 or 2026-11-10, seen from today"),
        ("met_on: last Friday", "type 2026-11-20, seen from today"),
        ("last_contact: “2026-06-03”", "type 2026-06-03"),
        ("last_contact: tomorrow", "type for example last_contact: 2026-06-03"),
        ("last_contact: yesterday by phone", "type for example last_contact: 2026-06-03"),
    ],
)
def test_a_contact_s_date_is_seen_from_today(line: str, cure: str) -> None:
    assert only({"contacts/pat.md": contact(line)}, SUNDAY).help == cure


@pytest.mark.parametrize(
    ("line", "cure"),
    [
        ("deadline: 15.12.", "type 2026-12-15, seen from today"),
        ("next: Friday - write again", "type next: 2026-11-27 write again, seen from today"),
        ("next: in 2 weeks", "type next: 2026-12-06, seen from today"),
    ],
)
def test_what_is_planned_lies_ahead(line: str, cure: str) -> None:
    problem = only({"intros/a.md": intro(keys=(GOAL, line))}, SUNDAY)
    assert problem.help == cure
    healed = cure.removeprefix("type ").removesuffix(", seen from today")
    healed = healed if ":" in healed else f"deadline: {healed}"
    assert not found({"intros/a.md": intro(keys=(GOAL, healed))}, SUNDAY)


@pytest.mark.parametrize("anchor", [date.min, date.max])
def test_days_that_no_calendar_has_are_none(anchor: date) -> None:
    ahead = anchor == date.max
    far = ("tomorrow", "in 900 weeks", "Friday", "12/30") if ahead else ("gestern", "vor 9 tagen")
    assert [near_days(text, anchor, ahead=ahead) for text in far] == [()] * len(far)
    assert near_days("today", anchor, ahead=ahead) == (anchor.isoformat(),)


@pytest.mark.parametrize(
    ("said", "cure"),
    [
        ("scheduled 10/28", "scheduled 2026-10-28"),
        ("scheduled 10/28: at noon", "scheduled 2026-10-28: at noon"),
        ("scheduled: 10/28 at noon", "scheduled 2026-10-28: at noon"),
        ("scheduled 28 Oct", "scheduled 2026-10-28"),
        ("scheduled Friday", "scheduled 2026-10-16"),
        ("scheduled tomorrow, by phone", "scheduled 2026-10-15: by phone"),
        ("paused 1/2", "paused 2027-01-02 or - 2026-10-14 paused 2027-02-01"),
        ("paused until 15.1.", "paused 2027-01-15"),
    ],
)
def test_a_second_date_is_seen_from_its_line(said: str, cure: str) -> None:
    problem = only({"intros/a.md": intro(f"2026-10-14 {said}")}, SUNDAY)
    assert problem.help == f"type - 2026-10-14 {cure}"
    line = problem.help.removeprefix("type - ").split(" or ")[0]
    assert not document_of(intro(line), "intros/a.md").faults
