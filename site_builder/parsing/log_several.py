"""Several events in one line of the log, of which only one counts."""

import re
from collections.abc import Iterable, Iterator

from site_builder.model.intro import EVENTS
from site_builder.parsing.log_section import LogRow, Stray
from site_builder.parsing.log_wording import event_line

PARTS = re.compile(r"[\s,;/+&→>–—]+|(?<=\s)-(?=\s)")
BETWEEN = frozenset({"", "-", "and", "then", "und", "dann", "et", "puis"})
AROUND = "*_`~()[]{}<>#\"'“”.!"
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
LATER = re.compile(
    rf"[;,.–—]\s+(?P<day>{DAY.pattern})\s+(?P<word>{'|'.join(EVENTS)})(?![\w-])(?=\s*(?:[:;,.]|$))"
)
"""An event with its date behind the text of another."""


def several_lines(day: str, head: str, text: str) -> tuple[str, ...]:
    """Return the lines, behind their dashes, of a head that tells several events; else none.

    `asked, agreed` and `wrote; 2026-09-28 replied` do; any word of another kind is a text that
    lacks its colon. What follows the colon belongs to the last of them.
    """
    told: list[list[str]] = []
    for part in PARTS.split(head):
        word = part.strip(AROUND)
        if word in EVENTS:
            told.append([day, word, ""])
        elif DAY.fullmatch(word) and told:
            if EVENTS[told[-1][1]].second_date and not told[-1][2]:
                told[-1][2] = word
            else:
                day = word
        elif word.lower() not in BETWEEN:
            return ()
    if not told[1:] or any(EVENTS[word].second_date and not until for _, word, until in told):
        return ()
    texts = [*("" for _ in told[1:]), text]
    return tuple(
        event_line(date, word, ": ".join(filter(None, (until, said))))
        for (date, word, until), said in zip(told, texts, strict=True)
    )


def in_texts(rows: Iterable[LogRow], known: Iterable[LogRow]) -> Iterator[Stray]:
    """Yield the events that the texts of other events tell, each with its date.

    Events that have a line of their own are spoken of again, and not told anew.
    """
    told = {(row.day, *row.rest.partition(":")[0].split()[:1]) for row in known}
    for row in rows:
        for found in LATER.finditer(row.rest, row.rest.find(":") + 1):
            if (found["day"], found["word"]) not in told:
                start, end = found.start("day"), found.end("word")
                yield Stray("text", row.rest[start:end], row.part(start, end - start))
