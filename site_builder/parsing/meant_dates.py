"""Dates that were meant but written in another way than `YYYY-MM-DD`."""

import re

from site_builder.parsing.day_words import iso_day

YEAR_FIRST = re.compile(
    r"([0-9]{4})(?:[-\u2010-\u2015\u2212/.]([0-9]{1,2})[-\u2010-\u2015\u2212/.]([0-9]{1,2})"
    r"|([0-9]{2})([0-9]{2}))"
)
DAY_FIRST = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})")
SLASHED = re.compile(r"([0-9]{1,2})[/-]([0-9]{1,2})[/-]([0-9]{4})")
"""Days before months, or months before days."""
TIME = re.compile(r"(?<=[0-9])(?:T|\s+)[0-9]{1,2}:[0-9]{2}(?::[0-9.]+)?(?:Z|[+-][0-9:]+)?$")
"""The time of a day, as programs write it behind a date."""


def meant_days(text: str) -> tuple[str, ...]:
    """Return the days that `6/3/2019` may be: one, two, or none in the calendar."""
    match = SLASHED.fullmatch(text)
    if match is None:
        return ()
    one, two, year = map(int, match.groups())
    return tuple(filter(None, dict.fromkeys((iso_day(year, one, two), iso_day(year, two, one)))))


def meant_date(text: str) -> str:
    """Return the date in the form that files use, or nothing where it cannot be told for sure."""
    text = TIME.sub("", text)
    if match := YEAR_FIRST.fullmatch(text):
        year, month, day = map(int, filter(None, match.groups()))
    elif match := DAY_FIRST.fullmatch(text):
        day, month, year = map(int, match.groups())
    else:
        return ""
    return iso_day(year, month, day)
