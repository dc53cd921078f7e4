"""Lengths of time as files and settings write them."""

from datetime import date, timedelta
from typing import Literal

from msgspec import Struct

Unit = Literal["d", "w", "m", "y"]
"""Days, weeks, months, years; in stall limits `w` means working days."""

DAYS: dict[str, float] = {"d": 1, "w": 7, "m": 30.4375, "y": 365.25}


class Duration(Struct, frozen=True):
    """A calendar length such as `6w`: six weeks."""

    amount: int
    unit: Unit

    @property
    def days(self) -> int:
        """The length in whole days, months and years as their mean length."""
        return round(self.amount * DAYS[self.unit])

    @property
    def words(self) -> str:
        """The length in words: `6 weeks`."""
        noun = {"d": "day", "w": "week", "m": "month", "y": "year"}[self.unit]
        return f"{self.amount} {noun}{'' if self.amount == 1 else 's'}"


class Limit(Struct, frozen=True):
    """When silence has lasted long enough: `14d` calendar days, `4w` working days."""

    amount: int
    working: bool = False

    def __str__(self) -> str:
        return f"{self.amount}{'w' if self.working else 'd'}"


class Calendar(Struct, frozen=True):
    """Which days are working days."""

    weekdays: frozenset[int] = frozenset(range(5))
    """0 is Monday."""
    holidays: frozenset[date] = frozenset()

    def works_on(self, day: date) -> bool:
        """Tell whether this is a working day."""
        return day.weekday() in self.weekdays and day not in self.holidays

    def reached_on(self, since: date, limit: Limit) -> date:
        """Return the first day on which `limit` has passed since the day `since`.

        `4w` is reached when four working days lie after `since`, up to and including that day.
        """
        if not limit.working:
            return since + timedelta(days=limit.amount)
        day, left = since, limit.amount
        while left > 0:
            day += timedelta(days=1)
            left -= self.works_on(day)
        return day
