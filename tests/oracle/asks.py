"""What I asked of a connector and what came of it (section 2.8, Asks)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from .records import Spoke
    from .threads import Analysis

PENDING = frozenset({"asked", "reminded", "agreed", "opted-in", "opt-in-asked"})
PROMISED = ("agreed", "opted-in", "opt-in-asked")


@dataclass(frozen=True)
class Ask:
    """One ask: when, whether it is still open, and the answer if there is one."""

    day: date
    open: bool
    answer: str  # yes, no, ignored or empty


@dataclass(frozen=True)
class Record:
    """All asks of one connector."""

    asks: list[Ask]
    today: date

    def count(self, answer: str) -> int:
        """Count the asks with this answer."""
        return sum(ask.answer == answer for ask in self.asks)

    @property
    def open(self) -> int:
        """Count the open asks."""
        return sum(ask.open for ask in self.asks)

    def within(self, days: int) -> int:
        """Count the asks of the last so many days, the last of them included."""
        return sum((self.today - ask.day).days <= days for ask in self.asks)


def record(contact: str, analysis: Analysis) -> Record:
    """Return the asks of one connector over all my threads."""
    asks = [
        _ask(spoke, thread.walk.state, analysis)
        for spoke, thread in analysis.by_introducer.get(contact, [])
        if spoke.events
    ]
    return Record(asks, analysis.today)


def _ask(spoke: Spoke, thread_state: str, analysis: Analysis) -> Ask:
    asked = [event.day for event in spoke.events if event.word == "asked"]
    waiting, late = _pending(spoke, analysis)
    closed = spoke.has("introduced", "passed") or thread_state in {"over", "barred"}
    if spoke.has("passed"):
        answer = "no"
    elif spoke.has("introduced", *PROMISED):
        answer = "yes"
    else:
        answer = "ignored" if waiting and late else ""
    day = asked[0] if asked else spoke.events[0].day
    return Ask(day, open=waiting and not late and not closed, answer=answer)


def _pending(spoke: Spoke, analysis: Analysis) -> tuple[bool, bool]:
    """Say whether the introducer was ever asked, and whether the limit is past."""
    days = [event.day for event in spoke.events if event.word in PENDING]
    if not days:
        return False, False
    state = "agreed" if spoke.has(*PROMISED) else "asked"
    return True, (analysis.today - days[-1]).days >= analysis.settings.stall[state].stalled
