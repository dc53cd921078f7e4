"""Where a new line of the log goes in a file, and the bytes that put it there."""

import re
from collections.abc import Sequence

from msgspec import Struct

from site_builder.parsing.front_matter import Split, split
from site_builder.parsing.log_section import Log, LogRow, split_log

PREFIX = re.compile(rb" {0,3}[-*+][ \t]+")
DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
INDENTED = re.compile(rb"(?:[ ]{2,}|\t)[ \t]*\S")
LAZY = re.compile(rb" ?[^\s#>`~*+\-|<%_=:0-9]")
"""Text right below a row that Markdown takes for the row's own."""


class Insertion(Struct, frozen=True):
    """Bytes to put into a file, with one line of the log among them."""

    at: int
    """The offset in bytes."""
    added: bytes
    line: int
    """The number that the log line will have."""
    text: str
    """The log line as it will stand there."""
    beside: str
    """Where that is, for whoever types it."""

    def into(self, data: bytes) -> bytes:
        """Return the file's bytes with these in them."""
        return data[: self.at] + self.added + data[self.at :]


def log_insertion(data: bytes, row: str) -> Insertion | None:
    """Return where `2026-11-22 nudged: …` goes; None if a heading only looks like the log's.

    Below the last row with all that belongs to it; where days run in order, forwards or backwards,
    they go on so. Rows of the same day stay above, as later in the file is later in the day. `data`
    is a file whose front matter can be read.
    """
    text = data.decode().replace("\r\n", "\n")
    parts = split(text)
    log = split_log(parts.body, parts.body_line) if isinstance(parts, Split) else Log("")
    lines = data.split(b"\n")
    if log.rows:
        return _beside_rows(lines, log, row)
    if log.headings:
        return _below_heading(lines, log.headings[-1], row)
    if any(stray.kind == "heading" for stray in log.strays):
        return None
    return _new_section(lines, row)


def _beside_rows(lines: Sequence[bytes], log: Log, row: str) -> Insertion:
    before = _before(log.rows, row[: len("2026-11-22")])
    near = before[-1] if before else log.rows[0]
    found = PREFIX.match(lines[near.line - 1])
    typed = (found[0] if found else b"- ") + row.encode()
    if not before:
        return _insertion(lines, near.line - 1, [], typed, beside=f"above line {near.line}")
    end = _end_of(lines, near, {one.line for one in log.rows} | set(log.headings))
    return _insertion(lines, end, [], typed, beside=f"below line {end}")


def _before(rows: Sequence[LogRow], day: str) -> Sequence[LogRow]:
    """Return the rows below which a row of this day belongs."""
    days = [row.day for row in rows]
    if all(map(DATE.fullmatch, days)):
        if days == sorted(days):
            return [row for row in rows if row.day <= day]
        if days == sorted(days, reverse=True):
            return [row for row in rows if row.day >= day]
    return rows


def _end_of(lines: Sequence[bytes], row: LogRow, others: set[int]) -> int:
    """Return the last line of what belongs to a row: what is indented, and text right below it."""
    end = after = row.end_line
    while after < len(lines) and after + 1 not in others:
        line = lines[after]
        if INDENTED.match(line) or (after == end and LAZY.match(line)):
            end = after + 1
        elif line.strip():
            break
        after += 1
    return end


def _below_heading(lines: Sequence[bytes], heading: int, row: str) -> Insertion:
    """Put the first row below the heading, with an empty line around it."""
    last = len(lines) - 1
    blank = heading < last and not lines[heading].strip()
    at = heading + blank
    before = [] if blank else [b""]
    behind = [b""] if at < last and lines[at].strip() else []
    return _insertion(
        lines, at, before, b"- " + row.encode(), behind, beside=f"below line {heading}"
    )


def _new_section(lines: Sequence[bytes], row: str) -> Insertion:
    """Put a section at the end of the file."""
    end = len(lines) - 1 if lines[-1] == b"" else len(lines)
    blank = [] if not lines[end - 1].strip() else [b""]
    section = [*blank, b"## Log", b""]
    return _insertion(
        lines, end, section, b"- " + row.encode(), beside='at the end, below a line "## Log"'
    )


def _insertion(  # noqa: PLR0913 - what stands before and behind are parts of one text
    lines: Sequence[bytes],
    index: int,
    before: Sequence[bytes],
    typed: bytes,
    behind: Sequence[bytes] = (),
    *,
    beside: str,
) -> Insertion:
    """Put lines before the one of this index, with the line end of the one above.

    Where the last line of the file has no end, the new last line gets none.
    """
    at = sum(len(line) + 1 for line in lines[:index])
    end = b"\r\n" if lines[min(index, len(lines) - 1) - 1].endswith(b"\r") else b"\n"
    new = [*before, typed, *behind]
    if index < len(lines):
        added = b"".join(line + end for line in new)
    else:
        at, added = at - 1, b"".join(end + line for line in new)
    return Insertion(at, added, index + len(before) + 1, typed.decode().strip(), beside)
