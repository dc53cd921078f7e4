"""Breaks text into lines that fit a box of a picture, whatever the reader's font."""

import unicodedata
from functools import cache, lru_cache
from itertools import accumulate

NARROW = frozenset("iljtfr.,;:!'|()[] ")
WIDE = frozenset("mwMW@%")
DOTS = "…"


def width(text: str) -> float:
    """Return the text's width in em, for the widest of the usual system fonts."""
    return sum(map(_char_width, text))


@lru_cache(1 << 14)
def wrap(text: str, room: float, *, lines: int) -> tuple[str, ...]:
    """Return at most `lines` lines of at most `room` em; what does not fit ends in an ellipsis."""
    words, rows = text.split(), [""]
    while words:
        word = words.pop(0)
        longer = f"{rows[-1]} {word}".strip()
        if width(longer) <= room:
            rows[-1] = longer
        elif len(rows) < lines and rows[-1]:
            rows.append("")
            words.insert(0, word)
        elif len(rows) < lines and "-" in word[:-1]:
            first, _, rest = word.partition("-")
            words[:0] = [f"{first}-", rest]
        else:
            rows[-1] = _cut(longer, room)
            break
    return tuple(row for row in rows if row)


def _cut(text: str, room: float) -> str:
    ends = accumulate(map(_char_width, text))
    fits = sum(end <= room - _char_width(DOTS) for end in ends)
    return text[:fits].rstrip(" ,;:") + DOTS


@cache
def _char_width(char: str) -> float:
    if char in NARROW:
        return 0.42
    if unicodedata.east_asian_width(char) in "WF" or char in WIDE:
        return 1.0
    if unicodedata.combining(char):
        return 0.0
    return 0.72 if char.isupper() else 0.62
