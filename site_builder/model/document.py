"""One file after reading: what it says, and what was wrong with it on its own."""

from typing import Literal

from msgspec import Struct

from site_builder.model.contact import Contact
from site_builder.model.intro import Intro
from site_builder.source import Span

Kind = Literal["contact", "intro"]


class Fault(Struct, frozen=True):
    """Something wrong with one file, seen while reading it; its check finds the words."""

    check: str
    """The check's id."""
    span: Span
    key: str = ""
    found: str = ""
    wanted: str = ""
    cure: str = ""


class Document(Struct, frozen=True):
    """A file of the vault, read. Its record is as complete as the faults allow."""

    path: str
    kind: Kind
    id: str
    record: Contact | Intro | None
    """None where the front matter cannot be read at all."""
    faults: tuple[Fault, ...] = ()
    text: str = ""
    body: Contact | Intro | None = None
    """What stands below front matter that YAML cannot read, as a record that knows nothing else."""

    @property
    def written(self) -> Contact | Intro | None:
        """The record; where there is none, what is known of its notes and its log."""
        return self.body if self.record is None else self.record
