"""The records of a thread: all introductions towards one target in one pursuit."""

from collections.abc import Mapping
from datetime import date
from typing import Literal

from msgspec import Struct

from site_builder.model.contact import ContactId
from site_builder.model.intro import Event, Step
from site_builder.model.vault import Spoke

State = Literal[
    "idea",
    "asked",
    "agreed",
    "opt-in",
    "passed",
    "introduced",
    "waiting",
    "talking",
    "my-reply",
    "scheduling",
    "scheduled",
    "unconfirmed",
    "met",
    "paused",
    "barred",
    "over",
]
Turn = Literal["me", "introducer", "target", "calendar", "nobody"]

TURNS: dict[State, Turn] = {
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
"""Whose turn it is in each state (document 2.2)."""


class Moment(Struct, frozen=True):
    """An event of a thread and the spoke it is logged under."""

    event: Event
    spoke: Spoke


class Standing(Struct, frozen=True):
    """The state of a thread on a day, and the events it rests on."""

    state: State
    since: date | None = None
    """Silence counts from here; none for an idea."""
    given_by: Moment | None = None
    """The event that gave the state."""
    until: date | None = None
    """The meeting's day, the end of a pause or of the twelve months of a bar."""
    reminded: bool = False
    """A `reminded` since the state was given."""
    over_on: date | None = None
    """The day on which the thread was over."""


class Thread(Struct, frozen=True):
    """All spokes of one pursuit of one target, with their events up to today."""

    id: str
    """`TARGET`, `TARGET--KEY`, later ones `…--2`; also the page's name."""
    target: ContactId
    spokes: tuple[Spoke, ...]
    """In order of their first event, then path."""
    moments: tuple[Moment, ...]
    """Events dated up to today, in order."""
    standing: Standing

    @property
    def introducers(self) -> tuple[ContactId, ...]:
        """Who has been asked to introduce, in order, each once."""
        return tuple(dict.fromkeys(spoke.introducer for spoke in self.spokes))

    @property
    def introduced(self) -> Spoke | None:
        """The introduction that was made last."""
        made = (one.spoke for one in reversed(self.moments) if one.event.word == "introduced")
        return next(made, None)

    def events_of(self, spoke: Spoke) -> tuple[Event, ...]:
        """Return what happened on one introduction, up to today."""
        path = spoke.intro.path
        return tuple(one.event for one in self.moments if one.spoke.intro.path == path)

    @property
    def plan(self) -> Step | None:
        """The latest planned step."""
        steps = (spoke.intro.next for spoke in self.spokes if spoke.intro.next is not None)
        return max(steps, key=lambda step: step.date, default=None)

    @property
    def present(self) -> Spoke:
        """The introduction that gave the thread its state; of an idea, the first."""
        given = self.standing.given_by
        return given.spoke if given else self.spokes[0]

    @property
    def turn(self) -> Turn:
        """Whose turn it is."""
        return TURNS[self.standing.state]


Threads = Mapping[str, Thread]
"""Threads by id."""
