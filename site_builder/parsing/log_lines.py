"""The `## Log` section: one dated line, one event."""

import re
from dataclasses import dataclass
from datetime import date

from site_builder.did_you_mean import did_you_mean
from site_builder.markup.comments import blank_comments
from site_builder.model.contact import LogLine
from site_builder.model.document import Fault
from site_builder.model.intro import EVENTS, OUTCOMES, Event
from site_builder.parsing.value_readers import Wrong, parse_date
from site_builder.source import Span

NEXT_SECTION = re.compile(r"^ {0,3}#{1,2}[ \t]")
FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})")
DATED = re.compile(r"^( {0,3}[-*+][ \t]+)(\S+)(.*)$")
MEANT_AS_DATE = re.compile(r"[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{1,4}[:,]?")
WORD = re.compile(r"[\w-]+")
CONTINUED = re.compile(r"^[ \t]{2,}(?![-*+][ \t])(\S.*)$")


DEEPEST_INDENT = 3
MOST_WORDS = 2
"""An event word, and the second date of `scheduled` and `paused`."""


@dataclass(frozen=True, slots=True)
class LogRow:
    """A list item of the log that begins with a date, or was meant to."""

    day: str
    rest: str
    """What follows the date, continuation lines included."""
    line: int
    day_column: int
    end_column: int

    @property
    def span(self) -> Span:
        """Where the row stands, from its date to the end of its first line."""
        return Span(self.line, self.day_column, self.line, self.end_column)

    @property
    def day_span(self) -> Span:
        """Where the date stands."""
        return self.span.part(0, len(self.day))

    def word_span(self, word: str) -> Span:
        """Return where a word after the date stands."""
        return self.span.part(len(self.day) + max(0, self.rest.find(word)), len(word))


def split_log(body: str, first_line: int) -> tuple[str, tuple[LogRow, ...]]:
    """Return the body with the log's dated lines blanked, and those lines."""
    lines = body.split("\n")
    if not any(_is_heading(line) for line in lines):
        return body, ()
    visible = blank_comments(body).split("\n")
    rows: list[LogRow] = []
    fence, inside = "", False
    for index, line in enumerate(visible):
        if (mark := FENCE.match(line)) and (not fence or mark[1].startswith(fence)):
            fence = "" if fence else mark[1]
        if fence:
            continue
        if _is_heading(line):
            inside, lines[index] = True, ""
        elif NEXT_SECTION.match(line):
            inside = False
        elif inside:
            _take(line, rows, index + first_line) and lines.__setitem__(index, "")
    return "\n".join(lines), tuple(rows)


def _is_heading(line: str) -> bool:
    """Tell whether this is the line `## Log`."""
    text = line.strip(" \t")
    if not text.startswith(("## ", "##\t")) or len(line) - len(line.lstrip(" ")) > DEEPEST_INDENT:
        return False
    return text.strip("#").strip(" \t").lower() == "log"


def _parts(rest: str) -> tuple[list[str], str, bool]:
    """Return the words before the first colon, the text after it, and whether there is one."""
    head, colon, text = rest.partition(":")
    return head.split(), text.strip(), bool(colon)


def _take(line: str, rows: list[LogRow], number: int) -> bool:
    """Read one line of the section; tell whether it belongs to the log."""
    match = DATED.match(line)
    if match is not None and MEANT_AS_DATE.fullmatch(match[2]):
        day = match[2].rstrip(":,")
        rest = match[2][len(day) :] + match[3]
        start = match.start(2) + 1
        rows.append(LogRow(day, rest.rstrip(), number, start, len(line.rstrip()) + 1))
        return True
    if (more := CONTINUED.match(line)) and rows and rows[-1].line + 1 >= number - 8:
        last = rows.pop()
        rows.append(
            LogRow(
                last.day,
                f"{last.rest} {more[1].rstrip()}",
                last.line,
                last.day_column,
                last.end_column,
            )
        )
        return True
    return False


def read_events(rows: tuple[LogRow, ...]) -> tuple[tuple[Event, ...], tuple[Fault, ...]]:
    """Read an intro's rows: `DATE EVENT[ DATE2][: text]`, sorted by date."""
    read = [_event(row, order) for order, row in enumerate(rows)]
    events = sorted((e for e in read if isinstance(e, Event)), key=lambda event: event.date)
    return tuple(events), tuple(fault for fault in read if isinstance(fault, Fault))


def _event(row: LogRow, order: int) -> Event | Fault:
    day = parse_date(row.day)
    if isinstance(day, Wrong):
        return _bad_day(row, day)
    words, text, _ = _parts(row.rest)
    if not words:
        return Fault("invalid-log-line", row.span, wanted="event")
    word = words[0]
    if word not in EVENTS:
        near = did_you_mean(word, EVENTS, most=3)
        return Fault("unknown-event", row.word_span(word), found=word, cure=near or "")
    if len(words) > MOST_WORDS:
        return Fault("invalid-log-line", row.span, found=word, wanted="colon")
    until = words[1] if len(words) == MOST_WORDS else None
    return _known_event(row, order, day=day, word=word, until=until, text=text)


def _known_event(  # noqa: PLR0913 - the parts of one line
    row: LogRow, order: int, *, day: date, word: str, until: str | None, text: str
) -> Event | Fault:
    second: date | None = None
    if EVENTS[word].second_date:
        parsed = parse_date(until or "")
        if isinstance(parsed, Wrong):
            where = row.word_span(until or word)
            return Fault("invalid-log-line", where, found=word, wanted="second date")
        second = parsed
    elif until is not None:
        return Fault("invalid-log-line", row.word_span(until), found=word, wanted="colon")
    if word == "closed" and text.split(" ", 1)[0].rstrip(",.;:") not in OUTCOMES:
        return Fault("invalid-log-line", row.word_span(word), found=text, wanted="outcome")
    return Event(day, word, text, row.span, second, order)


def read_contact_log(rows: tuple[LogRow, ...]) -> tuple[tuple[LogLine, ...], tuple[Fault, ...]]:
    """Read a contact's rows: `DATE: text` or `DATE word: text`, sorted by date."""
    lines: list[LogLine] = []
    faults: list[Fault] = []
    for row in rows:
        day = parse_date(row.day)
        if isinstance(day, Wrong):
            faults.append(_bad_day(row, day))
            continue
        words, text, colon = _parts(row.rest)
        if len(words) > int(colon) or not all(WORD.fullmatch(word) for word in words):
            faults.append(Fault("invalid-log-line", row.span, wanted="contact colon"))
        else:
            lines.append(LogLine(day, "".join(words), text, row.span))
    return tuple(sorted(lines, key=lambda line: line.date)), tuple(faults)


def _bad_day(row: LogRow, wrong: Wrong) -> Fault:
    return Fault("invalid-log-line", row.day_span, found=row.day, wanted="date", cure=wrong.cure)
