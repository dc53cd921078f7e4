"""The proof of an edit, before anything is written: read again, the file says exactly this more."""

import datetime as dt
from typing import Any, cast

from msgspec import Struct
from msgspec.structs import replace

from site_builder.model.document import Document
from site_builder.model.intro import Event, Intro
from site_builder.model.prose import Prose
from site_builder.parsing.document_read import read_document
from site_builder.source import Source


class NewEvent(Struct, frozen=True):
    """What a line of the log is to say."""

    date: dt.date
    word: str
    text: str = ""
    until: dt.date | None = None
    """The second date of `scheduled` and `paused`."""

    @property
    def row(self) -> str:
        """The line behind its bullet: `2026-11-22 scheduled 2026-12-01: coffee`."""
        head = f"{self.date} {self.word}" + (f" {self.until}" if self.until else "")
        return f"{head}: {self.text}" if self.text else head


def says_exactly_this_more(path: str, old: bytes, new: bytes, event: NewEvent) -> bool:
    """Tell whether the new bytes are read as the old ones, with this event as its day's last.

    Records, notes and faults are the same; only the places of what stands below have moved.
    """
    before, after = (read_document(Source(path, data)) for data in (old, new))
    if before.record is None or after.record is None or _rest(before) != _rest(after):
        return False
    events = [_said(one) for one in cast("Intro", after.record).events]
    if event not in events:
        return False
    last = max(index for index, one in enumerate(events) if one == event)
    of_the_day = [index for index, one in enumerate(events) if one.date == event.date]
    del events[last]
    old_events = [_said(one) for one in cast("Intro", before.record).events]
    return last == of_the_day[-1] and events == old_events


def _said(event: Event) -> NewEvent:
    return NewEvent(event.date, event.word, event.text, event.until)


def _rest(document: Document) -> tuple[Any, ...]:
    """Return all that a file says but its events, without the places."""
    intro = cast("Intro", document.record)
    notes = intro.notes
    links = [(link.target, link.text, link.kind) for link in notes.links]
    faults = sorted((f.check, f.key, f.found, f.wanted, f.cure) for f in document.faults)
    record = replace(intro, events=(), notes=Prose())
    return record, notes.pieces, notes.tags, links, faults
