"""The line a finding speaks of, with carets under the place, as a terminal will show it."""

import re
import unicodedata

from msgspec import Struct

from site_builder.reporting.safe_text import visible
from site_builder.source import Span

TAB = 4
"""Columns from one tab stop to the next."""
PARTS = re.compile("[\u1160-\u11ff\ud7b0-\ud7ff\U0001f3fb-\U0001f3ff]")
"""What is drawn within the sign before: Korean vowels and ends in pieces, tones of skin."""
CUT = "..."
"""Stands where a long line was cut off."""


class Excerpt(Struct, frozen=True):
    """A part of a line and where its carets stand, in display columns from 0."""

    line: str
    caret: int
    carets: int


def excerpt(line: str, span: Span, *, width: int) -> Excerpt:
    """Return the line, or as much of it around the span as `width` columns hold."""
    start = min(span.column - 1, len(line))
    end = span.end_column - 1 if span.end_line == span.line else len(line)
    end = max(start, min(end, len(line)))
    first, last = _window(line, (start, end), width)
    cells = _cells(line[first:last])
    before = sum(columns(cell) for cell in cells[: start - first])
    under = sum(columns(cell) for cell in cells[start - first : max(0, end - first)])
    head = CUT if first > 0 else ""
    tail = CUT if last < len(line) else ""
    return Excerpt(f"{head}{''.join(cells)}{tail}", len(head) + before, max(1, under))


def columns(text: str) -> int:
    """Return how many columns a terminal gives to a text without control characters."""
    return len(text) if text.isascii() else sum(_columns(character) for character in text)


def _columns(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me"} or PARTS.match(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


def _cells(line: str) -> list[str]:
    """Return what is shown for each character; a tab fills up to the next stop."""
    cells: list[str] = []
    column = 0
    for character in line:
        cell = " " * (TAB - column % TAB) if character == "\t" else visible(character)
        cells.append(cell)
        column += columns(cell)
    return cells


def _window(line: str, span: tuple[int, int], width: int) -> tuple[int, int]:
    """Return which characters fit: those of the span, a third before it, the rest after it."""
    if len(line) <= 2 * width and columns("".join(_cells(line))) <= width:
        return 0, len(line)
    first = _reach(line[max(0, span[0] - width) : span[0]][::-1], width // 3)
    start = span[0] - first
    return start, start + _reach(line[start : start + width], width)


def _reach(text: str, width: int) -> int:
    """Return how many of the first characters fit into `width` columns."""
    used = 0
    for count, cell in enumerate(_cells(text)):
        used += columns(cell)
        if used > width:
            return count
    return len(text)
