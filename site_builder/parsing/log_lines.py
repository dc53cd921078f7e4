"""The dated lines of a log: one line, one event."""

import re
from datetime import date

from site_builder.model.contact import LogLine
from site_builder.model.document import Fault
from site_builder.model.intro import EVENTS, OUTCOMES, Event
from site_builder.parsing.day_words import ON_A
from site_builder.parsing.log_section import LogRow
from site_builder.parsing.log_words import ANSWERS, STOPS, meant_phrase, meant_words
from site_builder.parsing.value_readers import Wrong, parse_date
from site_builder.source import Span

TOKEN = re.compile(r"\S+")
WORD = re.compile(r"[\w-]+")
WITH_SIGN = re.compile(r"([a-z-]+)[：、，。；（「]")
"""A word and a sign of full width, behind which nobody types a blank."""
TIME = re.compile(r"\s*[0-9]{1,2}[:.][0-9]{2}(?![0-9])")
AROUND = "*_`~()[]{}<>#\"'“”.,;!"
"""What people write around an event."""
MOST_WORDS = 2
"""An event word, and the second date of `scheduled` and `paused`."""


def read_events(rows: tuple[LogRow, ...]) -> tuple[tuple[Event, ...], tuple[Fault, ...]]:
    """Read an intro's rows: `DATE EVENT[ DATE2][: text]`, sorted by date."""
    read = [_event(row, order) for order, row in enumerate(rows)]
    events = sorted((e for e in read if isinstance(e, Event)), key=lambda event: event.date)
    return tuple(events), tuple(fault for fault in read if isinstance(fault, Fault))


def _event(row: LogRow, order: int) -> Event | Fault:
    day = parse_date(row.day)
    if isinstance(day, Wrong):
        return _bad_day(row, day)
    words, text, _ = _parts(row)
    if row.glued or not words:
        return Fault("invalid-log-line", row.span, wanted="event")
    if fault := _several(row, words, text) or _no_event(row, words):
        return fault
    if len(words) > MOST_WORDS and not _lacks_second(words):
        return Fault("invalid-log-line", row.span, found=words[0][0], wanted="colon")
    return _known_event(row, order, day=day, words=words, text=text)


def _several(row: LogRow, words: list[tuple[str, Span]], text: str) -> Fault | None:
    """Return the fault of a line that tells several events."""
    if len(words) == 1 and words[0][0] in EVENTS:
        return None
    from site_builder.parsing.log_several import several_lines  # noqa: PLC0415 - seldom needed

    head = " ".join(word for word, _ in words)
    lines = several_lines(row.day, head, text)
    cure = "\n".join(lines)
    return Fault("invalid-log-line", row.span, "", head, "one event", cure) if lines else None


def _no_event(row: LogRow, words: list[tuple[str, Span]]) -> Fault | None:
    """Return the fault of a line that does not begin with an event that there is."""
    word, place = words[0]
    if word in EVENTS:
        return None
    if (event := WITH_SIGN.match(word)) and event[1] in EVENTS:
        return Fault("invalid-log-line", row.span, found=event[1], wanted="colon")
    if TIME.match(row.rest) or ON_A.match(row.rest) or not any(map(str.isalnum, word)):
        return Fault("invalid-log-line", row.span, wanted="event")
    if len(words) > 1:
        if (known := word.rstrip(STOPS)) in EVENTS:
            return Fault("invalid-log-line", row.span, found=known, wanted="colon")
        count, phrase = meant_phrase([each for each, _ in words])
        if phrase:
            last = words[count - 1][1]
            whole = Span(place.line, place.column, last.end_line, last.end_column)
            found = " ".join(each for each, _ in words[:count])
            return Fault("unknown-event", whole, found=found, cure=phrase)
    alone = len(words) == 1 or word.lower() not in ANSWERS
    meant = meant_words(word.strip(AROUND)) if alone else ""
    return Fault("unknown-event", place, found=word, cure=meant)


def _lacks_second(words: list[tuple[str, Span]]) -> bool:
    """Tell whether a text stands where an event has its second date."""
    return EVENTS[words[0][0]].second_date and isinstance(parse_date(words[1][0]), Wrong)


def _known_event(
    row: LogRow, order: int, *, day: date, words: list[tuple[str, Span]], text: str
) -> Event | Fault:
    word, place = words[0]
    until, until_place = words[1] if len(words) >= MOST_WORDS else ("", place)
    second: date | None = None
    if EVENTS[word].second_date:
        parsed = parse_date(until)
        if isinstance(parsed, Wrong):
            return Fault("invalid-log-line", until_place, found=word, wanted="second date")
        second = parsed
    elif until:
        return Fault("invalid-log-line", until_place, found=word, wanted="colon")
    if word == "closed" and text.split(" ", 1)[0].rstrip(",.;:") not in OUTCOMES:
        return Fault("invalid-log-line", place, found=text, wanted="outcome")
    return Event(day, word, text, row.span, second, order)


def read_contact_log(rows: tuple[LogRow, ...]) -> tuple[tuple[LogLine, ...], tuple[Fault, ...]]:
    """Read a contact's rows: `DATE: text` or `DATE word: text`, sorted by date."""
    read = [_line(row) for row in rows]
    lines = sorted((one for one in read if isinstance(one, LogLine)), key=lambda line: line.date)
    return tuple(lines), tuple(fault for fault in read if isinstance(fault, Fault))


def _line(row: LogRow) -> LogLine | Fault:
    day = parse_date(row.day)
    if isinstance(day, Wrong):
        return _bad_day(row, day)
    words, text, colon = _parts(row)
    if row.glued or len(words) > colon or not all(WORD.fullmatch(word) for word, _ in words):
        return Fault("invalid-log-line", row.span, wanted="contact colon")
    return LogLine(day, words[0][0] if words else "", text, row.span)


def _parts(row: LogRow) -> tuple[list[tuple[str, Span]], str, bool]:
    """Return the words before the text with their places, the text, and if anything parts them.

    A colon does, and the end of the line does: what is indented below belongs to the text.
    """
    rest = f"{row.rest} {row.more}" if _waits(row) else row.rest
    head, colon, text = rest.partition(":")
    if row.more and rest == row.rest:
        colon, text = ":", f"{text} {row.more}"
    words = [(token[0], row.part(token.start(), len(token[0]))) for token in TOKEN.finditer(head)]
    return words, text.strip(), bool(colon)


def _waits(row: LogRow) -> bool:
    """Tell whether the event, or its second date, stands only in the line below."""
    words, more = row.rest.split(), row.more.partition(" ")[0].rstrip(":")
    if not words:
        return more in EVENTS
    known = EVENTS.get(words[0])
    alone = len(words) == 1 and known is not None and known.second_date
    return alone and not isinstance(parse_date(more), Wrong)


def _bad_day(row: LogRow, wrong: Wrong) -> Fault:
    return Fault("invalid-log-line", row.day_span, found=row.day, wanted="date", cure=wrong.cure)
