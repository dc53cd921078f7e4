"""Plain English for sentences: days, counts, names."""

from collections.abc import Sequence
from datetime import date

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
"""Spelled out here, so that no machine's locale changes a page."""
NUMBERS = (
    *("no", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)

STOPS = ".。．｡।॥۔።։။។"
"""Full stops: of Latin, Chinese, Hindi, Urdu, Amharic, Armenian, Burmese and Khmer."""


def unstopped(text: str) -> str:
    """Return a text without its last stop, to go on in a sentence of ours."""
    return text.rstrip(f"{STOPS} ")


def day(when: date) -> str:
    """Return a day as people write it: `6 Nov 2026`."""
    return f"{when.day} {MONTHS[when.month - 1]} {when.year}"


def number_of(number: int, noun: str) -> str:
    """Return a number of things: `1 contact`, `42 contacts`."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def days(number: int) -> str:
    """Return a number of days: `1 day`, `16 days`."""
    return number_of(number, "day")


def span(number: int) -> str:
    """Return a length a reader can picture: `16 days`, `4 months`, `2 years`."""
    if number < 60:  # noqa: PLR2004 - under two months days say more
        return days(number)
    months = round(number / 30.4375)
    if months < 24:  # noqa: PLR2004 - two years
        return number_of(months, "month")
    return number_of(round(number / 365.25), "year")


def ago(number: int) -> str:
    """Return how long ago something was: `today`, `4 months ago`."""
    return f"{span(number)} ago" if number else "today"


def spelled(number: int) -> str:
    """Return `five`, `13`: small numbers as words."""
    return NUMBERS[number] if 0 <= number < len(NUMBERS) else f"{number:,}"


def counted(number: int, noun: str) -> str:
    """Return a count that may begin a sentence: `Two follow-ups`."""
    return f"{spelled(number).capitalize()} {noun}{'' if number == 1 else 's'}"


def times(number: int) -> str:
    """Return how often: `once`, `twice`, `3 times`."""
    return {0: "never", 1: "once", 2: "twice"}.get(number, f"{number} times")


def listing(names: Sequence[str], joint: str = "and") -> str:
    """Return names as a list: `Ana, Ben and Chloe`."""
    if len(names) < 2:  # noqa: PLR2004 - one name needs no joint
        return "".join(names)
    return f"{', '.join(names[:-1])} {joint} {names[-1]}"
