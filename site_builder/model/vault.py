"""The finished vault: people, ties, circles and spokes with every reference looked up."""

from collections.abc import Mapping

from msgspec import Struct, field

from site_builder.model.audience import PRIVATE, Audience
from site_builder.model.contact import Contact, ContactId, Membership, TieLine
from site_builder.model.directory import Directory
from site_builder.model.document import Document
from site_builder.model.intro import Intro
from site_builder.model.settings import Settings


class Circle(Struct, frozen=True):
    """A group as its members name it."""

    id: str
    """`KIND/SLUG`."""
    kind: str
    name: str
    members: Mapping[ContactId, tuple[Membership, ...]]
    size: int
    """Members in the vault unless settings say otherwise, at least 2."""


class Naming(Struct, frozen=True):
    """All that is said of a person where they are only named; it seldom changes."""

    name: str
    first_name: str
    """The name to use in a sentence."""
    draft: bool


class Spoke(Struct, frozen=True):
    """An introduction whose target and introducer are known people."""

    intro: Intro
    target: ContactId
    introducer: ContactId
    requester: ContactId | None = None
    """None when it is for me."""


NOBODY: frozenset[ContactId] = frozenset()
Ties = Mapping[ContactId, Mapping[ContactId, TieLine]]
"""Who states which tie to whom."""


class Vault(Struct, frozen=True):
    """Everything the files say, ready to be checked and analysed."""

    files: Mapping[str, Document]
    """Every file by its path, in path order, readable or not, drafts included."""
    read: Mapping[str, Document]
    """The same, each as it was read by itself: what a tie means may hang on who else there is."""
    people: Mapping[ContactId, Contact]
    """Readable contacts in id order, without those left out as drafts; notes and log are left
    to `records`, so that writing notes about one person changes no page but their own."""
    directory: Directory
    settings: Settings
    me: ContactId | None = None
    owners: tuple[ContactId, ...] = ()
    """Whose files say `me: true`, in path order; the first of them is `me`."""
    records: Mapping[ContactId, Contact] = field(default_factory=dict)
    """The same people with all that their files say."""
    names: Mapping[ContactId, Naming] = field(default_factory=dict)
    """The same people where they are only named."""
    ties: Ties = field(default_factory=dict)
    """Ties as stated, one direction each."""
    acquaintances: Mapping[ContactId, frozenset[ContactId]] = field(default_factory=dict)
    """People with a stated tie to this one, whichever file states it."""
    strangers: Mapping[ContactId, frozenset[ContactId]] = field(default_factory=dict)
    """People who turned out not to know this one, whichever file says so."""
    circles: Mapping[str, Circle] = field(default_factory=dict)
    paths: Mapping[str, Spoke] = field(default_factory=dict)
    """Introductions by path, in path order, favours for others included."""
    audience: Audience = PRIVATE
    """Who it was filtered for."""

    @property
    def documents(self) -> tuple[Document, ...]:
        """Every file, in path order."""
        return tuple(self.files.values())

    @property
    def spokes(self) -> tuple[Spoke, ...]:
        """Every introduction, in path order."""
        return tuple(self.paths.values())

    def called(self, who: ContactId) -> str:
        """Return what sentences call somebody."""
        return self.names[who].first_name

    def known_to(self, who: ContactId | None) -> frozenset[ContactId]:
        """Return the people with a stated tie to somebody, whichever file states it."""
        return self.acquaintances.get(who, NOBODY) if who else NOBODY

    def tie(self, one: ContactId, other: ContactId) -> tuple[TieLine, ContactId] | None:
        """Return the tie of `one` to `other` and who states it; the own file wins."""
        if (line := self.ties.get(one, {}).get(other)) is not None:
            return line, one
        if (line := self.ties.get(other, {}).get(one)) is not None:
            return line, other
        return None
