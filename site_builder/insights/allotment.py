"""The record of who is asked for a door now, and who is left for another door."""

from msgspec import Struct

from site_builder.insights.candidate import Candidate
from site_builder.model.contact import ContactId


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


NOTHING_ALLOTTED = Allotment()
"""Of a door for which nobody is to be asked, or whose chosen introducer may be."""
