"""Every try to move a target, and whether it was the last touch before an answer (document 2.7).

A try is an introduction or a message of mine. It ends with the target's answer, with the next try,
or with the pursuit; an answer counts for it if it comes within 30 days. My first `wrote` after an
introduction picks it up and is part of it. An answer is `replied`, or a `scheduled` or `met` that
could not be there without one. A try that may still be answered is pending and counts nowhere.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from site_builder.insights.standing import FOLLOW_UPS, OWN_WORDS
from site_builder.insights.thread import Moment, Thread
from site_builder.model.contact import ContactId
from site_builder.model.intro import TOUCHES

Tactic = Literal[
    "introduction",
    "nudge",
    "later-nudge",
    "interrupt",
    "second-other",
    "second-same",
    "message",
]
"""`message` is any other touch: it takes the credit for the answer that follows it."""
Outcome = Literal["answered", "unanswered", "pending"]

WINDOW = timedelta(days=30)
"""An answer that comes later is not counted as an answer to the try."""
ENDS = frozenset({"closed", "opted-out"})
COUNTED = OWN_WORDS | ENDS | TOUCHES | {"introduced"}
INTRODUCTIONS: frozenset[Tactic] = frozenset({"introduction", "second-other", "second-same"})


class Try(Struct, frozen=True):
    """One try and what came of it."""

    tactic: Tactic
    moment: Moment
    """The event by which it began."""
    last: date
    """The day of its last touch; the window counts from here."""
    outcome: Outcome = "unanswered"
    days: int | None = None
    """From the last touch to the answer."""
    picked_up: bool = False


def tries_of(thread: Thread, today: date) -> tuple[Try, ...]:
    """Return the tries of one thread in order."""
    return tuple(_tries(thread, today))


def _tries(thread: Thread, today: date) -> Iterator[Try]:
    current: Try | None = None
    introducers: set[ContactId] = set()
    follow_ups = 0
    for moment in thread.moments:
        word, when = moment.event.word, moment.event.date
        if word not in COUNTED:
            continue
        if current is not None and _picks_up(current, word):
            current = replace(current, last=when, picked_up=True)
            continue
        if current is not None:
            yield _ended(current, when if word in OWN_WORDS else None)
        tactic = _tactic(moment, introducers, follow_ups=follow_ups)
        current = Try(tactic, moment, when) if tactic else None
        if word == "introduced":
            introducers.add(moment.spoke.introducer)
        follow_ups = follow_ups + (word in FOLLOW_UPS) if word in TOUCHES else 0
    if current is not None:
        waiting = current.last + WINDOW >= today and thread.standing.state != "over"
        yield replace(current, outcome="pending") if waiting else current


def _tactic(moment: Moment, introducers: set[ContactId], *, follow_ups: int) -> Tactic | None:
    """Return which kind of try the event begins, after these introducers and follow-ups."""
    word = moment.event.word
    if word == "introduced":
        if not introducers:
            return "introduction"
        return "second-same" if moment.spoke.introducer in introducers else "second-other"
    if word == "nudged":
        return "later-nudge" if follow_ups else "nudge"
    if word == "interrupted":
        return "interrupt"
    return "message" if word in TOUCHES else None


def _picks_up(current: Try, word: str) -> bool:
    return word == "wrote" and current.tactic in INTRODUCTIONS and not current.picked_up


def _ended(current: Try, answered: date | None) -> Try:
    """Close a try with the day of the target's answer, or without one."""
    if answered is None or answered - current.last > WINDOW:
        return current
    return replace(current, outcome="answered", days=(answered - current.last).days)
