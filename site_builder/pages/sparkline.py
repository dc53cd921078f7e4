"""What one connector was asked in the last twelve months, and what they said: a mark for each."""

from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from site_builder.insights.asks import Answer, AskRecord
from site_builder.insights.words import listing
from site_builder.pages.words import MONTHS

COLUMNS = 12
"""Months, the present one last."""
STEP, LOWEST, PITCH = 8, 18, 7
"""Width of a month, centre of the lowest mark, and how far apart marks are, in pixels."""
STACK = 3
"""Marks above each other; more asks in one month are in the words alone."""
NAMED = 6
"""Asks that are named one by one; of more, the latest."""

SAID: dict[Answer, str] = {"yes": "yes", "no": "passed", "ignored": "no answer", "none": "open"}


class Sparkline(Struct, frozen=True):
    """Marks by month: full for a yes, a cross for a no, a ring for no answer or none yet."""

    words: str
    """The same as a sentence."""
    yes: str
    unanswered: str
    passed: str


def sparkline_of(asks: Sequence[AskRecord], today: date) -> Sparkline:
    """Draw the asks of one connector, which come in the order of their dates."""
    recent = [(ask, column) for ask in asks if (column := _column(ask.date, today)) >= 0]
    paths: dict[Answer, str] = dict.fromkeys(SAID, "")
    heights = [0] * COLUMNS
    for ask, column in recent:
        if heights[column] < STACK:
            x, y = STEP * column + STEP // 2, LOWEST - PITCH * heights[column]
            paths[ask.answer] += _cross(x, y) if ask.answer == "no" else _ring(x, y)
            heights[column] += 1
    words = _words([ask for ask, _ in recent])
    return Sparkline(words, paths["yes"], paths["ignored"] + paths["none"], paths["no"])


def _column(when: date, today: date) -> int:
    return COLUMNS - 1 - (12 * (today.year - when.year) + today.month - when.month)


def _ring(x: int, y: int) -> str:
    return f"M{x - 3} {y}a3 3 0 1 0 6 0a3 3 0 1 0-6 0"


def _cross(x: int, y: int) -> str:
    return f"M{x - 3} {y - 3}l6 6m0-6l-6 6"


def _words(asks: Sequence[AskRecord]) -> str:
    if not asks:
        return "Not asked in the last 12 months."
    named = [
        f"{MONTHS[ask.date.month - 1]} {ask.date.year} ({SAID[ask.answer]})"
        for ask in asks[-NAMED:]
    ]
    often = "Asked" if len(asks) == len(named) else f"Asked {len(asks)} times, lately"
    return f"{often} in {listing(named)}."
