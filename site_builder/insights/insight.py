"""Everything that is derived from a vault on one day."""

from collections.abc import Mapping
from datetime import date

from msgspec import Struct

from site_builder.insights.candidate import NOTHING_ALLOTTED, Allotment, Candidate, Suggestion
from site_builder.insights.features import Network
from site_builder.insights.stall import Move, Stall
from site_builder.insights.thread import Thread, Threads
from site_builder.model.contact import ContactId
from site_builder.model.intro import IntroId
from site_builder.model.vault import Vault


class Door(Struct, frozen=True):
    """One thread with its verdict."""

    thread: Thread
    stall: Stall
    move: Move
    suggestion: Suggestion
    """Empty lists where the thread is over."""
    allotment: Allotment = NOTHING_ALLOTTED
    """Who is asked for this door, now that all doors are looked at together."""

    @property
    def open(self) -> bool:
        """Tell whether the pursuit still goes on."""
        return self.thread.standing.state != "over"


class Opening(Struct, frozen=True):
    """The inverse view: a door that this person could open."""

    thread: str
    target: ContactId
    candidate: Candidate
    pursuit: str = ""
    """The name of the pursuit, where a person has several doors."""
    kept_for: ContactId | None = None
    """Towards whom this person is to be asked first, if not for this door."""


class Connector(Struct, frozen=True):
    """One person as an introducer of mine: what was asked, what came of it, what I owe."""

    contact: ContactId
    asked: int
    agreed: int
    """Past answers counted as yes."""
    passed: int
    ignored: int
    answered: int
    """Introductions of theirs after which the target replied."""
    open_asks: int
    recent_asks: int
    """In the last 90 days."""
    load: float
    rest_until: date | None
    """Ask nothing of them before this day."""
    owed: tuple[IntroId, ...]
    """Intro ids whose loop is open: introduced or passed, and never thanked since."""


class Insights(Struct, frozen=True):
    """The vault of a day, analysed."""

    network: Network
    threads: Threads
    """My threads, in id order."""
    by_thread: Mapping[str, Door]
    """The door of every thread, in id order."""
    ranked: Mapping[str, Door]
    """The same: my turn first, then most overdue, then id."""
    openings: Mapping[ContactId, tuple[Opening, ...]]
    """Doors each person is suggested for, best first."""
    by_connector: Mapping[ContactId, Connector]
    """Everybody who was ever asked, most recently asked first."""

    @property
    def doors(self) -> tuple[Door, ...]:
        """Every door: my turn first, then most overdue, then id."""
        return tuple(self.ranked.values())

    @property
    def connectors(self) -> tuple[Connector, ...]:
        """Everybody who was ever asked, most recently asked first."""
        return tuple(self.by_connector.values())

    @property
    def vault(self) -> Vault:
        """The vault that was analysed."""
        return self.network.vault

    @property
    def today(self) -> date:
        """The day it was analysed for."""
        return self.network.today

    @property
    def last_contact(self) -> Mapping[ContactId, date | None]:
        """The last real exchange with me, by any record."""
        return self.network.last_contact
