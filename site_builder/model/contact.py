"""A person as their file tells it."""

from collections.abc import Mapping
from datetime import date
from typing import Literal, NewType

from msgspec import Struct, field

from site_builder.model.duration import Duration
from site_builder.model.given_name import given_of, titles_of
from site_builder.model.prose import Prose
from site_builder.model.reference import Reference
from site_builder.source import FILE_START, Span

ContactId = NewType("ContactId", str)
"""The stem of the person's file."""

Ask = Literal["yes", "sparingly", "no"]
"""May I ask this person for introductions?"""

CLOSENESS_WORDS = {
    1: "met once",
    2: "acquaintance",
    3: "good contact",
    4: "friend or close colleague",
    5: "would go far",
}


class Membership(Struct, frozen=True):
    """One line of `groups`: a circle this person belongs to."""

    group: str
    """`KIND/SLUG`, the circle's id."""
    kind: str
    slug: str
    span: Span
    first_year: int | None = None
    last_year: int | None = None
    open_end: bool = False
    """`2019-`: still a member."""
    text: str = ""


class TieLine(Struct, frozen=True):
    """One line of `knows`: this person's tie to another, as stated in their file."""

    other: Reference
    span: Span
    closeness: int | None = None
    hearsay: bool = False
    text: str = ""
    longer: tuple["TieLine", ...] = ()
    """How it reads where the person's name has more words than one, the longest first.

    A closeness of 0 is one off the scale there: `text` and `span` are of what was typed.
    """


class StandingLine(Struct, frozen=True):
    """One line of `standing`: how much another person listens to this one, 0 to 1."""

    other: Reference
    weight: float
    span: Span


class Waiver(Struct, frozen=True):
    """One line of `ignore`: a check that this file is excused from."""

    check: str
    reason: str
    span: Span


class LogLine(Struct, frozen=True):
    """One dated line of a contact's log; it counts as contact with me."""

    date: date
    word: str
    text: str
    span: Span


class Contact(Struct, frozen=True, kw_only=True):
    """One person. Every text is as typed; an absent one is empty."""

    id: ContactId
    path: str
    name: str
    me: bool = False
    called: str = ""
    """The name to greet them by, where the program would guess another."""
    aliases: tuple[str, ...] = ()
    email: tuple[str, ...] = ()
    phone: tuple[str, ...] = ()
    url: tuple[str, ...] = ()
    org: str = ""
    role: str = ""
    location: str = ""
    timezone: str = ""
    language: str = ""
    closeness: int | None = None
    """My own tie to them, 1 met once to 5 would go far for me."""
    last_contact: date | None = None
    """The date stated by hand; insights take the latest of it, log and events."""
    cadence: Duration | None = None
    met_on: str = ""
    """A rough date: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`."""
    introduced_by: Reference | None = None
    groups: tuple[Membership, ...] = ()
    knows: tuple[TieLine, ...] = ()
    strangers: tuple[Reference, ...] = ()
    """Whom they do not know, as was found out."""
    ask: Ask = "yes"
    standing: tuple[StandingLine, ...] = ()
    channel: str = ""
    tags: tuple[str, ...] = ()
    visibility: tuple[str, ...] = ("private",)
    draft: bool = False
    ignore: tuple[Waiver, ...] = ()
    log: tuple[LogLine, ...] = ()
    notes: Prose = field(default_factory=Prose)
    more: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Keys this program does not know, kept and shown."""
    spans: Mapping[str, Span] = field(default_factory=dict)
    """Where each key's value stands."""

    named_apart: str = ""
    """What sentences call them: given by the vault where two people share a first name."""

    @property
    def first_name(self) -> str:
        """The name to use in a sentence: the first name, if nobody else bears it."""
        return self.named_apart or self.given_name

    @property
    def given_name(self) -> str:
        """The name to greet them by: the one that their file gives, else what can be told."""
        words = self.name.split()
        guessed = given_of(words[len(titles_of(words)) :]) or self.name
        return " ".join(self.called.split()) or guessed

    def at(self, key: str) -> Span:
        """Return where the key's value stands, or the start of the file."""
        return self.spans.get(key, FILE_START)
