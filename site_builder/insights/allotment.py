"""The record of who is asked for a door now, and who is left for another door."""

from msgspec import Struct

from site_builder.insights.candidate import Candidate
from site_builder.model.contact import ContactId
from site_builder.model.vault import Spoke


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
    chosen: Spoke | None = None
    """The introduction that I have chosen as the next, where the pursuit is under way."""

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
