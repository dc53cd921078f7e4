"""Dates that were meant but written in another way than `YYYY-MM-DD`."""

import re
from datetime import date

YEAR_FIRST = re.compile(
    r"([0-9]{4})(?:[-\u2010-\u2015\u2212/.]([0-9]{1,2})[-\u2010-\u2015\u2212/.]([0-9]{1,2})"
    r"|([0-9]{2})([0-9]{2}))"
)
DAY_FIRST = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})")


def meant_date(text: str) -> str:
    """Return the date in the form that files use, or nothing where it cannot be told for sure."""
    if match := YEAR_FIRST.fullmatch(text):
        year, month, day = map(int, filter(None, match.groups()))
    elif match := DAY_FIRST.fullmatch(text):
        day, month, year = map(int, match.groups())
    else:
        return ""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""
