"""The plain records the oracle reads a vault into."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True)
class Membership:
    """One person's stay in one circle; `years` is None where unknown."""

    group: str
    years: tuple[int, int] | None

    @property
    def kind(self) -> str:
        """Return the part before the slash."""
        return self.group.partition("/")[0]


@dataclass(frozen=True)
class Tie:
    """One line of `knows`."""

    closeness: int | None
    hearsay: bool


@dataclass(frozen=True)
class Person:
    """One contact file, drafts left out."""

    id: str
    name: str
    me: bool
    closeness: int | None
    ask: str
    contacted: tuple[date, ...]  # last_contact and log lines, none after today
    groups: tuple[Membership, ...]
    knows: dict[str, Tie]
    standing: dict[str, float]


@dataclass(frozen=True)
class Event:
    """One line of an intro's log, dated today or earlier."""

    day: date
    word: str
    until: date | None  # DATE2 of `scheduled` and `paused`
    path: str  # the spoke it stands in


@dataclass(frozen=True)
class Spoke:
    """One intro file of mine that is no draft."""

    path: str
    stem: str
    target: str
    introducer: str
    key: str
    next_day: date | None
    deadline: date | None
    events: tuple[Event, ...]  # by date, file order within a day

    def has(self, *words: str) -> bool:
        """Say whether one of these events is in the log."""
        return any(event.word in words for event in self.events)


@dataclass
class Vault:
    """Everything that takes part, as of one day."""

    people: dict[str, Person]
    me: str | None
    spokes: list[Spoke] = field(default_factory=list)

    @cached_property
    def sizes(self) -> Counter[str]:
        """Count the members of each circle, me included."""
        return Counter(
            group
            for person in self.people.values()
            for group in {stay.group for stay in person.groups}
        )

    @cached_property
    def ties(self) -> dict[str, set[str]]:
        """Return with whom each person has a stated tie, whichever file states it."""
        found: dict[str, set[str]] = {id_: set() for id_ in self.people}
        for person in self.people.values():
            for other in person.knows.keys() & self.people.keys() - {person.id}:
                found[person.id].add(other)
                found[other].add(person.id)
        return found
