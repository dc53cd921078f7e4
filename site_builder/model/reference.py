"""How a file names a person: `tara-lindqvist` or `[[tara-lindqvist|Tara]]`."""

import unicodedata

from msgspec import Struct

from site_builder.source import Span


class Reference(Struct, frozen=True):
    """A person as named in a file, not yet looked up."""

    name: str
    """Id, alias or exact name, as typed; an id may have a folder before it."""
    span: Span


def path_stem(name: str) -> str:
    """Return the id in a link that an editor wrote as a path: `contacts/tara.md` is `tara`."""
    return name.rstrip("/").rsplit("/", 1)[-1].removesuffix(".md").strip()


def fold(name: str) -> str:
    """Return the form in which two spellings of one id are equal (NFC and case folded)."""
    if name.isascii():
        return name.lower()
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())
