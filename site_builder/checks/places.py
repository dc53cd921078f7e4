"""Where a text stands in its file, more exactly than the record of it says."""

from collections.abc import Sequence
from functools import lru_cache

from msgspec.structs import replace

from site_builder.model.document import Document
from site_builder.parsing.front_matter import Split, split
from site_builder.source import Span


def line_at(document: Document, number: int) -> str:
    """Return a line of the file as the user wrote it, without its line end."""
    lines = _lines(document.text)
    return lines[number - 1] if 0 < number <= len(lines) else ""


def front_text(document: Document) -> str:
    """Return the front matter as the user wrote it, "" where the file has none."""
    parts = split(document.text)
    return parts.yaml if isinstance(parts, Split) else ""


def place_of(document: Document, span: Span, text: str) -> Span:
    """Return where a one-line text first stands inside the span, or the span itself."""
    first = span.column - 1
    for number in range(span.line, span.end_line + 1):
        start = line_at(document, number).find(text, first)
        if text and start >= 0:
            found = Span(number, start + 1, number, start + len(text) + 1)
            return found if found.end <= span.end else span
        first = 0
    return span


def place_behind(document: Document, span: Span, length: int, text: str) -> Span:
    """Return where a text first stands behind the first characters of a span, or the whole span."""
    behind = replace(span, column=span.column + length)
    found = place_of(document, behind, text)
    return span if found == behind else found


@lru_cache(maxsize=4)
def _lines(text: str) -> Sequence[str]:
    """Split once for all findings of a file."""
    return text.split("\n")
