"""Lengths of time: calendar lengths, and limits in days or working days."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.model.duration import Calendar, Duration, Limit, Unit

FRIDAY = date(2026, 11, 6)


@pytest.mark.parametrize(
    ("amount", "unit", "days", "words"),
    [
        (14, "d", 14, "14 days"),
        (1, "w", 7, "1 week"),
        (6, "w", 42, "6 weeks"),
        (3, "m", 91, "3 months"),
        (1, "y", 365, "1 year"),
    ],
)
def test_a_duration_has_days_and_words(amount: int, unit: Unit, days: int, words: str) -> None:
    assert (Duration(amount, unit).days, Duration(amount, unit).words) == (days, words)


@pytest.mark.parametrize(
    ("limit", "reached"),
    [
        (Limit(1), date(2026, 11, 7)),
        (Limit(14), date(2026, 11, 20)),
        (Limit(1, working=True), date(2026, 11, 9)),
        (Limit(4, working=True), date(2026, 11, 12)),
        (Limit(5, working=True), date(2026, 11, 13)),
        (Limit(6, working=True), date(2026, 11, 16)),
    ],
)
def test_four_working_days_lie_after_the_day_up_to_and_including_the_day_they_are_reached(
    limit: Limit, reached: date
) -> None:
    assert Calendar().reached_on(FRIDAY, limit) == reached


def test_a_holiday_is_no_working_day_and_weekends_may_be_working_days() -> None:
    holidays = Calendar(holidays=frozenset({date(2026, 11, 9), date(2026, 11, 10)}))
    assert holidays.reached_on(FRIDAY, Limit(1, working=True)) == date(2026, 11, 11)
    weekend = Calendar(weekdays=frozenset({5, 6}))
    assert weekend.reached_on(FRIDAY, Limit(3, working=True)) == date(2026, 11, 14)


def test_limits_are_written_as_in_settings() -> None:
    assert (str(Limit(14)), str(Limit(4, working=True))) == ("14d", "4w")


@given(
    st.dates(date(2020, 1, 1), date(2030, 1, 1)),
    st.integers(1, 40),
    st.frozensets(st.integers(0, 6), min_size=1),
)
def test_exactly_so_many_working_days_have_passed(
    since: date, amount: int, weekdays: frozenset[int]
) -> None:
    calendar = Calendar(weekdays)
    reached = calendar.reached_on(since, Limit(amount, working=True))
    after = [since + timedelta(days=n + 1) for n in range((reached - since).days)]
    assert sum(calendar.works_on(day) for day in after) == amount
    assert calendar.works_on(reached)
