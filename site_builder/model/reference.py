"""How a file names a person: `tara-lindqvist` or `[[tara-lindqvist|Tara]]`."""

import unicodedata

from msgspec import Struct

from site_builder.source import Span


class Reference(Struct, frozen=True):
    """A person as named in a file, not yet looked up."""

    name: str
    """Id, alias or exact name, as typed."""
    span: Span


def fold(name: str) -> str:
    """Return the form in which two spellings of one id are equal (NFC and case folded)."""
    if name.isascii():
        return name.lower()
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())
