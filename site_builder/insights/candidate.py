"""The records of a second introducer: three questions, their terms, and who is asked for a door."""

import datetime as dt
from typing import Literal

from msgspec import Struct

from site_builder.model.contact import ContactId
from site_builder.model.vault import Spoke

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


class Kept(Struct, frozen=True):
    """Somebody whom another door asks first."""

    contact: ContactId
    thread: str
    """The door that asks them."""
    target: ContactId
    """Whom that door leads to."""


class Allotment(Struct, frozen=True):
    """What a door may ask of connectors today."""

    first: Candidate | None = None
    """The best suggested person whom no other door asks; none where nobody is due or free."""
    kept: tuple[Kept, ...] = ()
    """Those who are asked for another door, by rank."""
    rest: str = ""
    """Why the introducer whom I meant to ask should not be asked yet."""
    peace: tuple[ContactId, ...] = ()
    """Those who would rather not be introduced to me, by rank: nobody names them to be asked."""
    awaited: tuple[ContactId, ...] = ()
    """Those for whom I wait over a matter of my own, by rank: they are not asked meanwhile."""
    chosen: Spoke | None = None
    """The introduction that I have chosen as the next, where the pursuit is under way."""

    def kept_back(self, who: ContactId) -> Kept | None:
        """Return the door that asks somebody first, if one does."""
        return next((one for one in self.kept if one.contact == who), None)

    @property
    def free(self) -> bool:
        """Tell whether nothing speaks against asking whom I chose."""
        return not (self.kept or self.rest)

    @property
    def next_one(self) -> Spoke | None:
        """Return the chosen introduction, where it may be asked for now."""
        return self.chosen if self.free else None


NOTHING_ALLOTTED = Allotment()
"""Of a door for which nobody is to be asked, or which is an idea whose introducer may be."""
