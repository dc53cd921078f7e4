"""Which days may be today: files reach 999 years back and on, and calendars end."""

from datetime import date

EARLIEST, LATEST = 1000, 8999
"""Years; every day that is reckoned from a day of theirs is one that there is."""
MAY_BE_TODAY = f"a day of the years {EARLIEST} to {LATEST}"


def may_be_today(day: date) -> bool:
    """Tell whether all can be computed for a day."""
    return EARLIEST <= day.year <= LATEST
