"""The ask ledger: what each connector has been asked, what came of it, how much is too much."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Literal

from msgspec import Struct

from site_builder.insights.evidence_tries import WINDOW
from site_builder.insights.needless import ENDED, TRYING
from site_builder.insights.standing import OWN_WORDS
from site_builder.insights.thread import Thread, Threads
from site_builder.model.contact import ContactId
from site_builder.model.intro import Event
from site_builder.model.settings import Score, Settings
from site_builder.model.vault import Spoke
from site_builder.tables import FRESH, Tables

Answer = Literal["yes", "no", "ignored", "none"]

BEYOND_ASKED = frozenset({"agreed", "opted-in", "opt-in-asked"})
YES = BEYOND_ASKED | {"introduced"}
RECENT = timedelta(days=90)
YEAR = timedelta(days=365)


class AskRecord(Struct, frozen=True):
    """One introduction that I asked for; what else its log tells makes it no other one."""

    path: str
    line: int
    """Of its first event."""
    target: ContactId
    thread: str
    date: date
    """Of its `asked`, else of its first event."""
    open: bool
    """Still on the introducer's desk."""
    answer: Answer
    opened: bool | None
    """Whether the target answered; None where it was not made, or the 30 days are not over."""
    until: dt.date | None
    """The day from which on it no longer counts as open, if nothing comes; None if never."""


class Ledger(Struct, frozen=True):
    """Every ask of mine, by connector."""

    asks: Mapping[ContactId, tuple[AskRecord, ...]]
    """By ask date."""
    today: date

    def of(self, connector: ContactId) -> tuple[AskRecord, ...]:
        """Return what this person was asked."""
        return self.asks.get(connector, ())

    def open(self, connector: ContactId) -> int:
        """Return how many asks still lie with this person."""
        return sum(ask.open for ask in self.of(connector))

    def since(self, connector: ContactId, span: timedelta) -> int:
        """Return how often this person was asked in the last days, the first day included."""
        return sum(ask.date >= self.today - span for ask in self.of(connector))

    def answers(self, connector: ContactId, answer: Answer) -> int:
        """Return how often this person answered so."""
        return sum(ask.answer == answer for ask in self.of(connector))

    def load(self, connector: ContactId, score: Score) -> float:
        """Return how much has been asked of this person lately."""
        return load_of(self.open(connector), self.since(connector, RECENT), score)


def load_of(open_asks: int, recent_asks: int, score: Score) -> float:
    """Return `min(0.8, 0.35·open asks + 0.15·asks in the last 90 days)`."""
    return min(score.load_cap, score.load_open * open_asks + score.load_recent * recent_asks)


def ledger_of(threads: Threads, settings: Settings, today: date, tables: Tables = FRESH) -> Ledger:
    """Write the ledger from my threads."""
    asked = tables.group("asked", threads, lambda thread: _asks(thread, settings, today))
    return Ledger(tables.each("ledger", asked, _by_date), today)


def _by_date(records: Iterable[AskRecord]) -> tuple[AskRecord, ...]:
    return tuple(sorted(records, key=lambda ask: (ask.date, ask.path)))


def _asks(thread: Thread, settings: Settings, today: date) -> Iterator[tuple[ContactId, AskRecord]]:
    for spoke in thread.spokes:
        if events := thread.events_of(spoke):
            yield spoke.introducer, _record(spoke, thread, events, settings=settings, today=today)


def _record(
    spoke: Spoke, thread: Thread, events: Sequence[Event], *, settings: Settings, today: date
) -> AskRecord:
    words = {event.word for event in events}
    asked = next((event.date for event in events if event.word == "asked"), events[0].date)
    waiting = waiting_on(events, settings, today=today)
    until = _given_up_on(events, settings)
    is_open = (
        waiting == "open"
        and not words & {"introduced", "passed"}
        and thread.standing.state not in ENDED
    )
    return AskRecord(
        path=spoke.intro.path,
        line=spoke.intro.events[0].span.line,
        target=spoke.target,
        thread=thread.id,
        date=asked,
        open=is_open,
        answer=_answer(words, waiting),
        opened=_opened(spoke, today),
        until=until,
    )


def _answer(words: set[str], waiting: str) -> Answer:
    if "passed" in words:
        return "no"
    if words & YES:
        return "yes"
    return "ignored" if waiting == "stalled" else "none"


def _opened(spoke: Spoke, today: date) -> bool | None:
    events = [event for event in spoke.intro.events if event.date <= today]
    made = [event.date for event in events if event.word == "introduced"]
    if not made:
        return None
    if any(event.word in OWN_WORDS and event.date >= made[0] for event in events):
        return True
    return False if today - made[0] > WINDOW else None


def waiting_on(
    events: Sequence[Event], settings: Settings, *, today: date
) -> Literal["open", "stalled", "none"]:
    """Return the introducer's own side of the spoke: waited for, waited too long, or neither."""
    if not any(event.word in TRYING for event in events):
        return "none"
    until = _given_up_on(events, settings)
    return "stalled" if until is not None and until <= today else "open"


def _given_up_on(events: Sequence[Event], settings: Settings) -> date | None:
    """Return the day on which the introducer's own side has been waited for too long."""
    own = [event for event in events if event.word in TRYING]
    state = "agreed" if any(event.word in BEYOND_ASKED for event in own) else "asked"
    limit = settings.stall[state].stalled
    calendar = settings.calendar
    return calendar.reached_on(own[-1].date, limit) if own and limit is not None else None
