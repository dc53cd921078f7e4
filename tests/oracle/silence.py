"""How long a thread has been silent and how long it may be (2.8, Silence, Own pace)."""

from __future__ import annotations

import math
from datetime import date, timedelta
from fractions import Fraction
from typing import TYPE_CHECKING

from .states import KEPT, merge

if TYPE_CHECKING:
    from .records import Event
    from .settings import Settings
    from .threads import Analysis, Thread

TOUCHES = frozenset({"wrote", "nudged", "interrupted", "proposed"})
RESETS = frozenset({"replied", "met", "scheduled", "introduced"})
ENOUGH = 3


def silent_days(thread: Thread, today: date) -> int | None:
    """Return calendar days since the event that counts; None for an idea."""
    return (today - thread.walk.since).days if thread.walk.since else None


def limit_days(thread: Thread, analysis: Analysis) -> int | None:
    """Return the stall limit in days: the state's, or the person's own pace."""
    limit = analysis.settings.stall.get(thread.walk.state)
    if limit is None:
        return None
    if thread.walk.state not in KEPT:
        return limit.stalled
    spokes = [spoke for spoke in analysis.vault.spokes if spoke.target == thread.target]
    days = observations(merge(spokes))
    return _paced(limit.stalled, days) if len(days) >= ENOUGH else limit.stalled


def observations(events: list[Event]) -> list[int]:
    """Return, per answer of one person, the days since my first touch before it."""
    found = []
    for n, reply in enumerate(events):
        if reply.word != "replied":
            continue
        start = 0
        for i, event in enumerate(events[:n]):
            own = event.word == "introduced" and event.path == reply.path
            if own or event.word == "replied":
                start = i + 1
        touches = [event for event in events[start:n] if event.word in TOUCHES]
        if touches:
            found.append((reply.day - touches[0].day).days)
    return found


def _paced(default: int, days: list[int]) -> int:
    n, ordered = len(days), sorted(days)
    median = Fraction(ordered[(n - 1) // 2] + ordered[n // 2], 2)
    clamped = min(max(10 * median, Fraction(7)), Fraction(45))
    exact = default + (clamped - default) * Fraction(n, n + 5)
    return math.floor(exact + Fraction(1, 2))


def nudge_due(thread: Thread, analysis: Analysis) -> bool:
    """Say whether the state's nudge limit is reached."""
    limit = analysis.settings.stall[thread.walk.state].nudge
    since, today = thread.walk.since, analysis.today
    if since is None:
        return False
    if limit.endswith("w"):
        return working_days(since, today, analysis.settings) >= int(limit[:-1])
    return (today - since).days >= int(limit[:-1])


def working_days(since: date, today: date, settings: Settings) -> int:
    """Count the working days after one day, up to and including another."""
    days = (since + timedelta(days=n + 1) for n in range((today - since).days))
    return sum(
        day.weekday() in settings.working_days and day not in settings.holidays for day in days
    )


def nudges(thread: Thread) -> list[Event]:
    """Return the nudges and interrupts since the target or I last got somewhere."""
    found: list[Event] = []
    for event in thread.events:
        if event.word in RESETS:
            found = []
        elif event.word in {"nudged", "interrupted"}:
            found.append(event)
    return found
