"""Splitting a file into front matter and body, and the front matter into keys and scalars."""

from msgspec import Struct

from site_builder.model.document import Fault
from site_builder.source import FILE_START, Span

FENCE = "---"
FIRST_LINE = 2
"""The front matter's first line in its file."""
LARGEST_FRONT_MATTER = 64 * 1024


class Scalar(Struct, frozen=True):
    """One value as the user typed it; never interpreted here."""

    text: str
    span: Span
    offset: int | None = 0
    """Where `text` begins inside the span; None if it does not stand there letter by letter."""
    lines: tuple[str, ...] = ()
    """What stands in the file, line by line, where a value has several."""

    def part(self, start: int, length: int) -> Span:
        """Return where a part of the text stands, or the whole value where that is unknown."""
        if self.offset is None:
            return self.span
        return self.span.part(start + self.offset, length)


class Entry(Struct, frozen=True):
    """One key with its value or values."""

    key: str
    key_span: Span
    values: tuple[Scalar, ...]
    span: Span
    """Of the whole value."""
    listed: bool = False
    """Written as a list."""
    bare_links: tuple[Scalar, ...] = ()
    """Values written as the unquoted `[[name]]` that YAML reads as a list in a list."""
    broken: bool = False
    """The value was refused; a fault says so."""


class FrontMatter(Struct, frozen=True):
    """The entries of one file's front matter and what was wrong with it."""

    entries: tuple[Entry, ...] = ()
    faults: tuple[Fault, ...] = ()
    readable: bool = True
    """False where nothing sensible can be said about the file's keys."""


MOST_SHOWN = 100
"""Characters of a first line that a message can need."""


class Split(Struct, frozen=True):
    """A file in two: the YAML text and the Markdown body."""

    yaml: str
    body: str
    body_line: int
    """The line on which the body begins."""


def split(text: str) -> Split | Fault:
    """Split at the `---` lines; line 1 of the file is exactly `---`."""
    if not text.startswith(FENCE + "\n"):
        first = text.split("\n", 1)[0]
        return Fault("front-matter-missing", FILE_START, found=first[:MOST_SHOWN], wanted="start")
    start = len(FENCE) + 1
    end = start - 1 if text.startswith(FENCE + "\n", start) else text.find(f"\n{FENCE}\n", start)
    if end < 0 and text.endswith(f"\n{FENCE}"):
        end = len(text) - len(FENCE) - 1
    if end < 0:
        return Fault("front-matter-missing", Span(1, 1, 1, len(FENCE) + 1), wanted="end")
    yaml = text[start : end + 1]
    if len(yaml.encode()) > LARGEST_FRONT_MATTER:
        return Fault("too-large", FILE_START, found="front matter", wanted="64 KiB")
    return Split(yaml, text[end + len(FENCE) + 2 :], yaml.count("\n") + 3)
