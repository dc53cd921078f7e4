"""The records of a second introducer: three questions, their terms and the price of asking."""

import datetime as dt
from typing import Literal

from msgspec import Struct

from site_builder.model.contact import ContactId

Band = Literal["strong", "likely", "long shot"]
Question = Literal["ask", "know", "move", "load"]


class Term(Struct, frozen=True):
    """One part of a probability: a number, the sentence behind it and where it is written."""

    question: Question
    name: str
    value: float
    because: str
    path: str = ""
    line: int = 0


class Candidate(Struct, frozen=True):
    """Somebody who may open the door, ranked."""

    contact: ContactId
    rank: int
    """1 is first."""
    band: Band
    value: float
    """`p · (1 − load)`: what the list is sorted by."""
    p: float
    """Will do it, knows them and moves them, multiplied."""
    p_ask: float
    p_know: float
    p_move: float
    load: float
    """How much has been asked of them lately, 0 to 0.8."""
    inferred: bool
    """Nobody has written down that the two know each other."""
    terms: tuple[Term, ...] = ()
    """Filled in where the candidate is explained, as is what would change their rank."""
    would_change: str = ""

    @property
    def ask_first(self) -> bool:
        """Ask how well they know the target before asking for anything."""
        return self.inferred


class NotSuggested(Struct, frozen=True):
    """Somebody with evidence of knowing the target who should not be asked now."""

    contact: ContactId
    because: str


class Free(Struct, frozen=True):
    """Who of those that should not be asked now may be asked first, and from when on."""

    contact: ContactId
    date: dt.date


class Suggestion(Struct, frozen=True):
    """Who could introduce me to one target, and who should not be asked."""

    target: ContactId
    thread: str | None
    """The target's latest thread that is not over, else the latest, else none."""
    due: bool
    due_because: str
    suggested: tuple[Candidate, ...] = ()
    not_suggested: tuple[NotSuggested, ...] = ()
    nobody_because: str = ""
    """What is missing, where nobody can be suggested."""
    free: Free | None = None
    """There, whoever may be asked before all others; none if nobody ever."""
    sureness: float | None = None
    """Share of single-weight changes (half, double) under which rank 1 stays rank 1."""
