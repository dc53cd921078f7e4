"""Finding the `## Log` section of a body and its dated list items."""

import re
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from site_builder.markup.comments import blank_comments
from site_builder.model.intro import EVENTS
from site_builder.parsing.code_fence import fence_after
from site_builder.parsing.log_heading import DEEPEST_INDENT, is_heading, meant_heading
from site_builder.source import Span

NEXT_SECTION = re.compile(r"^ {0,3}#{1,2}[ \t]")
DASH = "-\u2010-\u2015\u2212"
"""The dash of dates, and those that phones and word processors make of it."""
PACKED = r"(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])"
"""A date without its dashes."""
DATED = re.compile(
    r"^( {0,3}[-*+][ \t]+)"
    rf"([0-9]{{4}}[{DASH}/.][0-9]{{1,2}}[{DASH}/.][0-9]{{1,2}}"
    rf"|[0-9]{{1,2}}[{DASH}/.][0-9]{{1,2}}[{DASH}/.][0-9]{{2,4}}|{PACKED})"
    r"(?![0-9])(.*)$"
)
CONTINUED = re.compile(r"^[ \t]{2,}(?![-*+][ \t])(\S.*)$")
ITEM = re.compile(
    r"^\s*(?:[-*+•·‣◦–—−]\s+|[-•·‣◦–—−](?=\w)|[*+](?=[0-9])|[0-9]{1,3}[.)]\s+)"
    r"(?:\[(?P<box>[ xX])\]\s+)?(?P<text>\S.*)$"
)
"""A list item, or what was meant as one: another bullet, a number, no blank behind its dash."""
QUOTED = re.compile(r"^ {0,3}>[ \t>]*(?=(?:[-*+][ \t]+)?[0-9]{4}-[0-9]{2}-[0-9]{2})")
"""What makes a dated line one of a quotation, which is no part of the log."""
BARE = re.compile(
    rf"^\s*[*_`]{{0,3}}(?P<text>(?:[0-9]{{4}}[{DASH}][0-9]{{2}}[{DASH}]|{PACKED}).*)$"
)
"""A line that begins with its date and has nothing before it."""
TABLE = re.compile(r"^\s*\|(?=[^|0-9]*[0-9])(?P<text>[^|]*\|.*)$")
"""A row of a table: its cells are looked at as one line."""
DAY_HEADING = re.compile(r"^ {0,3}#{3,6}[ \t]+(?=\S)(?P<text>.*[0-9].*)$")
"""A heading that may be a day."""
EVENT_LINE = re.compile(
    r"[ \t]*(?:[-*+][ \t]+)?(?:\[[ xX]\][ \t]+)?[*_`]{0,3}"
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})[*_`]{0,3}:?[ \t]+[*_`]{0,3}([a-z-]+)"
)
"""A line that tells an event, whatever stands around its date."""
DAY_IN_TEXT = re.compile(r"[;,.–—]\s+[0-9]{4}-[0-9]{2}-[0-9]{2}\s+[a-z]")
UNDERLINE = frozenset("-=")
LOOKS_LIKE_LOG = re.compile(
    r"[ \t]*(?:#|[*_]{0,2}log\b|[-*+]?[ \t]{0,3}[*_`\[ xX\]]{0,8}[0-9]{4}-)", re.IGNORECASE
)


class Stray(Struct, frozen=True):
    """Something that was meant for the log and is not in it."""

    kind: Literal["heading", "line", "text", "event", "plan", "day", "dated", "undated"]
    """The last five stand in the log but do not begin as its lines do, a `text` within a line."""
    text: str
    """What stands there; of a line, its date and event."""
    span: Span
    told: str = ""
    """The line that something in the log was meant as, in an introduction."""
    noted: str = ""
    """The same in a contact."""


class LogRow(Struct, frozen=True):
    """A list item of the log that begins with a date, or was meant to."""

    day: str
    rest: str
    """What follows the date in its line."""
    line: int
    day_column: int
    end_column: int
    more: str = ""
    """What stands indented below, joined to one line."""
    end_line: int = 0
    """The last line of the row, with what stands indented below."""

    @property
    def span(self) -> Span:
        """Where the row stands, from its date to the end of its first line."""
        return Span(self.line, self.day_column, self.line, self.end_column)

    @property
    def glued(self) -> bool:
        """Tell whether something follows the date without a blank or a colon between."""
        return self.rest[:1] not in {"", " ", "\t", ":"}

    def part(self, start: int, length: int) -> Span:
        """Return where a part of `rest` stands; in a continuation, the whole row."""
        begin = len(self.day) + start
        beyond = self.day_column + begin + length > self.end_column
        return self.span if beyond else self.span.part(begin, length)

    @property
    def day_span(self) -> Span:
        """Where the date stands."""
        return self.span.part(0, len(self.day))


class Log(Struct, frozen=True):
    """A body parted: its prose, its dated lines, and what only looks like one of them."""

    prose: str
    """The body with the log's lines blanked."""
    rows: tuple[LogRow, ...] = ()
    strays: tuple[Stray, ...] = ()
    headings: tuple[int, ...] = ()
    """The lines that say `## Log`."""


def split_log(body: str, first_line: int) -> Log:
    """Part a body that begins on this line of its file."""
    lines = body.split("\n")
    if not any(map(LOOKS_LIKE_LOG.match, lines)):
        return Log(body)
    section = _Section(first_line)
    for index, line in enumerate(blank_comments(body).split("\n")):
        if section.takes(line, index):
            lines[index] = ""
    rows, strays = tuple(section.rows), tuple(section.strays)
    if later := [row for row in rows if _tells_another_day(row.rest)]:
        from site_builder.parsing.log_several import in_texts  # noqa: PLC0415 - seldom needed

        strays = tuple(sorted((*strays, *in_texts(later, rows)), key=lambda one: one.span.line))
    return Log("\n".join(lines), rows, strays, tuple(section.headings))


def _tells_another_day(rest: str) -> bool:
    """Tell whether there may be another event with its date in the text of one."""
    colon = rest.find(":")
    return colon >= 0 and DAY_IN_TEXT.search(rest, colon + 1) is not None


class _Section:
    """The position in a body while its lines pass by; it never leaves this module."""

    def __init__(self, first_line: int) -> None:
        self.first_line = first_line
        self.rows: list[LogRow] = []
        self.headings: list[int] = []
        self.fence = ""
        self.inside = False
        self.open_row = False
        self.year = "YYYY"
        """Of the last line that has one; a line without a year is probably of the same."""
        self.strays: list[Stray] = []
        self.headed: Stray | None = None
        """The last line that heads a log if dated lines follow."""

    def takes(self, line: str, index: int) -> bool:
        """Read one line; tell whether it belongs to the log rather than to the prose."""
        before, self.fence = self.fence, fence_after(line, self.fence)
        if before or self.fence:
            self.open_row = False
            return False
        if is_heading(line):
            self.inside, self.open_row = True, False
            self.headings.append(index + self.first_line)
            return True
        if NEXT_SECTION.match(line):
            self.inside = False
        if not line.strip():
            return False
        self.open_row = self.inside and self._row(line, index + self.first_line)
        if not self.open_row:
            self._note_stray(line, index + self.first_line)
        return self.open_row

    def _note_stray(self, line: str, number: int) -> None:
        """Remember a heading or an event that was meant for the log."""
        span = Span(number, len(line) - len(line.lstrip()) + 1, number, len(line.rstrip()) + 1)
        headed = meant_heading(line)
        if not self.inside and DATED.match(line) and self.headed:
            self.strays.append(self.headed)
            self.headed = None
        elif headed or line.startswith("#") or not set(line.strip()) <= UNDERLINE:
            self.headed = Stray("heading", line.strip(), span) if headed == "dated" else None
        if headed == "log":
            self.strays.append(Stray("heading", line.strip(), span))
        elif self.inside and self._note_item(line, span):
            return
        elif (event := EVENT_LINE.match(line)) and event[2] in EVENTS:
            self.strays.append(Stray("line", f"{event[1]} {event[2]}", span))

    def _note_item(self, line: str, span: Span) -> bool:
        """Remember a line that was meant as a list item of the log."""
        whole, line = line, QUOTED.sub("", line)
        item = ITEM.match(line) or DAY_HEADING.match(line)
        table = TABLE.match(line)
        found = item or BARE.match(line) or table
        if found is None:
            return False
        from site_builder.parsing.log_meant import meant_line  # noqa: PLC0415 - 6 ms to load

        bare = (item is None and table is None) or _indent(line) > DEEPEST_INDENT
        plan = found.re is ITEM and found["box"] == " "
        text = " ".join(found["text"].replace("|", " ").split()) if table else found["text"]
        meant = meant_line(text, self.year, bare=bare, plan=plan)
        if meant is None:
            return False
        self.strays.append(Stray(meant.kind, whole.strip(), span, meant.told, meant.noted))
        return True

    def _row(self, line: str, number: int) -> bool:
        match = DATED.match(line)
        if match is not None:
            end = len(line.rstrip()) + 1
            self.year = match[2][:4] if match[2][:4].isdigit() else self.year
            rest, column = match[3].rstrip(), match.start(2) + 1
            self.rows.append(LogRow(match[2], rest, number, column, end, end_line=number))
            return True
        more = CONTINUED.match(line) if self.open_row else None
        event = EVENT_LINE.match(line)
        if more is None or (event and event[2] in EVENTS):
            return False
        last = self.rows.pop()
        text = f"{last.more} {more[1].rstrip()}".strip()
        self.rows.append(replace(last, more=text, end_line=number))
        return True


def _indent(line: str) -> int:
    """Return in which column a line begins, from 0."""
    whole = line.expandtabs(4)
    return len(whole) - len(whole.lstrip())
