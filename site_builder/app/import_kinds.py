"""The kinds of files that can be imported, by the word of the command."""

from collections.abc import Callable, Mapping

from msgspec.structs import replace

from site_builder.interop.incoming.cards import read_cards
from site_builder.interop.incoming.file_text import file_text
from site_builder.interop.incoming.google import read_google
from site_builder.interop.incoming.linkedin import read_linkedin
from site_builder.interop.incoming.own_table import Map, read_table
from site_builder.interop.incoming.person import People

READERS: Mapping[str, Callable[[str], People]] = {
    "vcard": read_cards,
    "google": read_google,
    "linkedin": read_linkedin,
}


def people_in(kind: str, data: bytes, columns: Map) -> People:
    """Return the people of a file's bytes; raise `WrongFileError` if it is not of this kind."""
    text, told = file_text(data)
    people = read_table(text, columns) if kind == "csv" else READERS[kind](text)
    return replace(people, told=(*((told,) if told else ()), *people.told))
