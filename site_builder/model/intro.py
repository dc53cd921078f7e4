"""One introduction: one introducer towards one target, with its dated events."""

import datetime as dt
from collections.abc import Mapping
from typing import NewType

from msgspec import Struct, field

from site_builder.model.contact import Waiver
from site_builder.model.prose import Prose
from site_builder.model.reference import Reference
from site_builder.source import FILE_START, Span

IntroId = NewType("IntroId", str)
"""The stem of the introduction's file."""


class EventKind(Struct, frozen=True):
    """A word a log line may use, and what it means."""

    word: str
    meaning: str
    second_date: bool = False
    """The word is followed by a second date: `scheduled 2026-10-20`."""


EVENT_KINDS = (
    EventKind("asked", "I asked for the introduction"),
    EventKind("reminded", "one gentle reminder to the introducer"),
    EventKind("agreed", "the introducer will do it"),
    EventKind("passed", "the introducer will not, or silence taken as no"),
    EventKind("opt-in-asked", "the introducer asked whether the target wants it"),
    EventKind("opted-in", "the target said yes to the introduction"),
    EventKind("opted-out", "the target said no; binds every introducer for 12 months"),
    EventKind("introduced", "the introduction was made"),
    EventKind("wrote", "my answer to the introduction, or my next message"),
    EventKind("nudged", "my follow-up on an open ask"),
    EventKind("interrupted", "pattern interrupt: same goal, other channel, length or tone"),
    EventKind("replied", "any answer of the target"),
    EventKind("proposed", "I proposed times"),
    EventKind("scheduled", "a meeting is set for the second date", second_date=True),
    EventKind("met", "it happened"),
    EventKind("thanked", "I closed the loop with the introducer, also when it failed"),
    EventKind("paused", "come back on the second date", second_date=True),
    EventKind("closed", "`closed: won|lost|withdrawn [text]` ends the thread"),
)

EVENTS: Mapping[str, EventKind] = {kind.word: kind for kind in EVENT_KINDS}

OUTCOMES = ("won", "lost", "withdrawn")

TOUCHES = frozenset({"wrote", "nudged", "interrupted", "proposed"})
"""Events by which I turn to the target."""


class Event(Struct, frozen=True):
    """One log line of an introduction."""

    date: dt.date
    word: str
    text: str
    span: Span
    until: dt.date | None = None
    """The second date of `scheduled` and `paused`."""
    order: int = 0
    """Position among the file's log lines."""


class Step(Struct, frozen=True):
    """A planned step, `next: DATE text`: silences the alarm until that date."""

    date: dt.date
    text: str


class Intro(Struct, frozen=True, kw_only=True):
    """One introduction file. Every text is as typed; an absent one is empty."""

    id: IntroId
    path: str
    target: Reference | None = None
    introducer: Reference | None = None
    requester: Reference | None = None
    """Who wants the introduction; none means me."""
    goal: str = ""
    why: str = ""
    channel: str = ""
    deadline: dt.date | None = None
    thread: str = ""
    next: Step | None = None
    blind: str = ""
    tags: tuple[str, ...] = ()
    visibility: tuple[str, ...] = ("private",)
    draft: bool = False
    ignore: tuple[Waiver, ...] = ()
    events: tuple[Event, ...] = ()
    """By date, in file order within a day; future ones included."""
    notes: Prose = field(default_factory=Prose)
    more: tuple[tuple[str, tuple[str, ...]], ...] = ()
    spans: Mapping[str, Span] = field(default_factory=dict)

    def at(self, key: str) -> Span:
        """Return where the key's value stands, or the start of the file."""
        return self.spans.get(key, FILE_START)
