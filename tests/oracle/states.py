"""Walk the ordered events of a thread to its state (section 2.8, State)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from .reading import spoke_order

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .records import Event, Spoke

YEAR = timedelta(days=365)

GIVES = {
    "asked": "asked",
    "agreed": "agreed",
    "opted-in": "agreed",
    "opt-in-asked": "opt-in",
    "passed": "passed",
    "introduced": "introduced",
    "replied": "my-reply",
    "proposed": "scheduling",
    "scheduled": "scheduled",
    "met": "met",
    "opted-out": "barred",
    "closed": "over",
}
TURNS = {
    "idea": "me",
    "asked": "introducer",
    "agreed": "introducer",
    "opt-in": "target",
    "passed": "me",
    "introduced": "me",
    "waiting": "target",
    "talking": "target",
    "my-reply": "me",
    "scheduling": "target",
    "scheduled": "calendar",
    "unconfirmed": "me",
    "met": "me",
    "paused": "calendar",
    "barred": "nobody",
    "over": "nobody",
}
HELD = frozenset({"wrote", "nudged", "interrupted", "replied"})
BOUND = frozenset(
    ["wrote", "nudged", "interrupted", "proposed", "asked", "agreed", "opt-in-asked", "passed"]
)
OTHERS = frozenset({"asked", "agreed", "opt-in-asked", "opted-in", "passed"})
KEPT = frozenset({"waiting", "talking", "scheduling"})
ASKING = frozenset({"asked", "agreed", "opt-in"})


def merge(spokes: Iterable[Spoke]) -> list[Event]:
    """Return all events by date; within a day the earlier spoke first, in file order."""
    ordered = sorted(spokes, key=spoke_order)
    return sorted(
        (event for spoke in ordered for event in spoke.events),
        key=lambda event: event.day,
    )


@dataclass
class Walk:
    """A walker over events; afterwards its fields describe the thread's state."""

    today: date
    state: str = "idea"
    given: date | None = None  # the event that gave the state
    path: str = ""  # the spoke of that event
    since: date | None = None  # that, or the event that restarted the silence
    until: date | None = None  # DATE2 of the event that gave the state
    reminders: int = 0  # `reminded` since the state began
    answered: bool = False  # `replied` since the latest `introduced`, or at all

    def give(self, state: str, event: Event) -> None:
        """Begin a state, even if it is the same one again."""
        self.state, self.given, self.since = state, event.day, event.day
        self.path = event.path
        self.until, self.reminders = event.until, 0

    def step(self, event: Event) -> None:
        """Take one event."""
        word = event.word
        if word in {"replied", "introduced"}:
            self.answered = word == "replied"
        if self._is_held(event):
            return
        if word == "thanked":
            if self.state == "met":
                self.give("over", event)
        elif word == "reminded":
            self._remind(event)
        elif word == "paused":
            if event.until and event.until > self.today:
                self.give("paused", event)
        elif word in {"nudged", "interrupted"} and self.state in KEPT:
            self.since = event.day
        else:
            written = "talking" if self.answered else "waiting"
            self.give(GIVES.get(word, written), event)

    def _is_held(self, event: Event) -> bool:
        if self.state == "over":
            return event.word in OTHERS and event.word != "asked"
        if self.state in {"my-reply", "scheduled"} and event.word in OTHERS:
            return event.path != self.path
        if self.state == "barred" and self.given:
            return event.word in BOUND and event.day - self.given <= YEAR
        return (
            self.state == "scheduled"
            and event.word in HELD
            and self.until is not None
            and event.day <= self.until
        )

    def _remind(self, event: Event) -> None:
        if self.state == "idea":
            self.give("asked", event)
        elif self.state in ASKING:
            self.since = event.day
            self.reminders += 1

    def settle(self) -> None:
        """Let the calendar have its say: meetings pass, refusals expire."""
        if self.state == "scheduled" and self.until and self.until < self.today:
            self.state, self.since = "unconfirmed", self.until
        if self.state == "barred" and self.given and self.today - self.given > YEAR:
            self.state, self.given = "over", self.given + YEAR

    @property
    def end(self) -> date | None:
        """Return the day on which the thread was over."""
        return self.given if self.state == "over" else None


def walk(spokes: Sequence[Spoke], today: date) -> Walk:
    """Return the state of these spokes taken together."""
    events = merge(spokes)
    lively = {
        spoke.path
        for spoke in spokes
        if spoke.events and not _ended_in_passed(spoke) and not _called_off(spoke, events)
    }
    noes: list[int] = []
    for place, event in enumerate(events):
        if event.word == "opted-out":
            noes.append(place)
        elif event.word == "opted-in":
            noes.clear()
    walker = Walk(today)
    for place, event in enumerate(events):
        if not lively or event.path in lively or place in noes:
            walker.step(event)
    walker.settle()
    return walker


def _ended_in_passed(spoke: Spoke) -> bool:
    words = [event.word for event in spoke.events if event.word != "thanked"]
    return words[-1:] == ["passed"]


def _called_off(spoke: Spoke, events: Sequence[Event]) -> bool:
    """Tell whether the last word is thanks for an introduction that nobody needs any more."""
    last = [event for event in events if event.path == spoke.path][-1]
    before = {event.word for event in spoke.events} - {"thanked"}
    answers = [
        at for at, event in enumerate(events) if event.word in ("replied", "scheduled", "met")
    ]
    if last.word != "thanked" or not before or not before <= OTHERS | {"reminded"}:
        return False
    return before <= {"asked", "reminded"} or any(at < events.index(last) for at in answers)
