"""A line of a file with the stretch a finding speaks of, cut to a readable length."""

import unicodedata

from msgspec import Struct

from site_builder.source import Span

BEFORE, MARKED, AFTER = 60, 120, 60
"""How many characters are shown around and within the marked stretch."""


class Excerpt(Struct, frozen=True):
    """One line in three parts; `marked` is what the finding speaks of."""

    line: int
    before: str
    marked: str
    after: str


def excerpt_of(line: str, span: Span) -> Excerpt:
    """Split a line at the span's columns (code points); a span over several lines ends here."""
    start = span.column - 1
    end = span.end_column - 1 if span.end_line == span.line else len(line)
    end = max(end, start + 1)
    return Excerpt(
        span.line,
        _clip_left(visible(line[:start]), BEFORE),
        _clip(visible(line[start:end]), MARKED) or " ",
        _clip(visible(line[end:]), AFTER),
    )


def visible(text: str) -> str:
    r"""Show control and direction characters as `\x00` and `\u202e`, so that none can act."""
    return text if text.isascii() and text.isprintable() else "".join(map(_visible, text))


def _visible(char: str) -> str:
    hidden = unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp")
    return char.encode("unicode_escape").decode() if hidden else char


def _clip(text: str, width: int) -> str:
    return text if len(text) <= width else text[:width] + "…"


def _clip_left(text: str, width: int) -> str:
    return text if len(text) <= width else "…" + text[-width:]
