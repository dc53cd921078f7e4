"""What is in a vault as plain records, with every name looked up: the ground of all exports.

Dates are days. An absent text is empty, an absent number, day or person is None.
"""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from msgspec import Struct, field


class Place(Struct, frozen=True, kw_only=True):
    """One circle that a person belongs to."""

    circle: str
    """`KIND/SLUG`."""
    first_year: int | None = field(name="from")
    last_year: int | None = field(name="to")
    still: bool
    """`2019-`: still a member."""
    text: str


class Weight(Struct, frozen=True, kw_only=True):
    """How much another person listens to this one, 0 to 1."""

    contact: str
    weight: float


class Excuse(Struct, frozen=True, kw_only=True):
    """A check that a file is excused from."""

    check: str
    reason: str


class Line(Struct, frozen=True, kw_only=True):
    """One dated line of a contact's log."""

    date: dt.date
    word: str
    text: str


class Person(Struct, frozen=True, kw_only=True):
    """One contact: the keys of the format, and two that are computed."""

    id: str
    path: str
    name: str
    me: bool
    called: str
    """As typed; empty where it is told from the name."""
    aliases: tuple[str, ...]
    email: tuple[str, ...]
    phone: tuple[str, ...]
    url: tuple[str, ...]
    org: str
    role: str
    location: str
    timezone: str
    language: str
    closeness: int | None
    last_contact: dt.date | None
    """As stated by hand."""
    last_exchange: dt.date | None
    """Computed: the latest of that, the log and the events they took part in."""
    cadence: str
    met_on: str
    introduced_by: str | None
    groups: tuple[Place, ...]
    strangers: tuple[str, ...]
    """Whom they turned out not to know."""
    ask: str | None
    """None where the audience does not see it; the default would be an untrue yes."""
    standing: tuple[Weight, ...]
    channel: str
    tags: tuple[str, ...]
    visibility: tuple[str, ...]
    draft: bool
    ignore: tuple[Excuse, ...]
    more: Mapping[str, tuple[str, ...]]
    """Keys that the format does not know."""
    notes: str
    """The words of the body, a line for each paragraph or item."""
    log: tuple[Line, ...]


class Tie(Struct, frozen=True, kw_only=True):
    """One tie as one file states it."""

    stated_by: str = field(name="from")
    other: str = field(name="to")
    closeness: int | None
    hearsay: bool
    text: str


class Ring(Struct, frozen=True, kw_only=True):
    """One circle."""

    id: str
    kind: str
    name: str
    size: int
    members: tuple[str, ...]


class Happening(Struct, frozen=True, kw_only=True):
    """One line of an introduction's log."""

    date: dt.date
    event: str
    until: dt.date | None
    """The second date of `scheduled` and `paused`."""
    text: str


class Plan(Struct, frozen=True, kw_only=True):
    """A planned step."""

    date: dt.date
    text: str


class Introduction(Struct, frozen=True, kw_only=True):
    """One introduction: the keys of the format, and the thread that it belongs to."""

    id: str
    path: str
    thread: str | None
    """Computed: the id of the thread; None for a favour to others."""
    target: str
    introducer: str
    requester: str | None
    """None when it is for me."""
    goal: str
    why: str
    channel: str
    deadline: dt.date | None
    pursuit: str
    """The key `thread` of the file."""
    next: Plan | None
    blind: str
    tags: tuple[str, ...]
    visibility: tuple[str, ...]
    draft: bool
    ignore: tuple[Excuse, ...]
    more: Mapping[str, tuple[str, ...]]
    notes: str
    events: tuple[Happening, ...]


class Records(Struct, frozen=True, kw_only=True):
    """Everything that an audience sees of a vault."""

    title: str
    audience: str
    me: str | None
    contacts: tuple[Person, ...]
    ties: tuple[Tie, ...]
    circles: tuple[Ring, ...]
    intros: tuple[Introduction, ...]
    threads: tuple[Mapping[str, Any], ...]
    """As `build stalled --format json` tells them, those that are over included."""
