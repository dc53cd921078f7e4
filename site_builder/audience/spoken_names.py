"""Names in running text, and the text to look in: whole words, one walk for any number of names."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from html import unescape
from typing import Any
from urllib.parse import unquote

from msgspec import Struct

from site_builder.audience.allowed_keys import Record
from site_builder.model import letters
from site_builder.model.contact import Contact
from site_builder.model.prose import Prose
from site_builder.model.reference import Reference

SHORTEST = 3
"""A single word of fewer letters is no name that a text could betray."""
END = ""
"""Key of a node at which a name ends."""
ELEMENT = re.compile(r"<[^>]*>")
ATTRIBUTE = re.compile(r'="([^"]*)"')
IDENTITY = frozenset({"path", "name", "called", "aliases", "email", "phone"})
"""What a contact is known by: shown because its own file says so."""


@cache
def unparted() -> re.Pattern[str]:
    """Match a letter of a script without blanks; compiled for audiences alone, in 5 ms."""
    return re.compile(f"[{letters.UNPARTED}]")


@cache
def word() -> re.Pattern[str]:
    """Match a word; where no blanks stand between words every letter is one."""
    apart = unparted().pattern
    return re.compile(rf"{apart}[{letters.SIGNS}]*|(?:(?!{apart}|_)[{letters.LETTERS}])+")


class SpokenNames:
    """A tree of names, word by word.

    A name of several words is found in any case; a name of one word only as it is spelled, as
    `Will` is a name and `will` is not. The tree never leaves the run that made it.
    """

    def __init__(self) -> None:
        """Begin without names."""
        self._tree: dict[str, Any] = {}

    def add(self, name: str) -> None:
        """Add a name, an id or an address."""
        words = word().findall(_composed(name))
        if not words or (len(words) == 1 and (len(words[0]) < SHORTEST or name.islower())):
            return
        node = self._tree
        for one in words:
            node = node.setdefault(one.casefold(), {})
        node.setdefault(END, set()).add(words[0] if len(words) == 1 else END)

    def find(self, text: str) -> Iterator[str]:
        """Yield the stretches of a text that are names, the longest at each place.

        `Dana%20Roy` in an address is a name as a browser shows it.
        """
        text = _composed(text)
        yield from self._find(text)
        if "%" in text and (shown := _composed(unquote(text))) != text:
            yield from self._find(shown)

    def _find(self, text: str) -> Iterator[str]:
        words = [(found[0], *found.span()) for found in word().finditer(text)]
        for place, (_, start, _) in enumerate(words):
            end = self._end(words, place)
            if end:
                yield text[start:end]

    def _end(self, words: list[tuple[str, int, int]], place: int) -> int:
        """Return where the longest name that begins with this word ends, 0 if none does."""
        node, longest, first = self._tree, 0, words[place][0]
        for one, _, end in words[place:]:
            if one.casefold() not in node:
                break
            node = node[one.casefold()]
            if node.get(END, set()) & {END, first}:
                longest = end
        return longest


def _composed(text: str) -> str:
    """Return the form in which letters with accents are equal, however they were typed."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def shown_texts(record: Record) -> Iterator[tuple[str, str]]:
    """Yield key and text of everything that pages may show of a record."""
    own = IDENTITY | {"id"} if isinstance(record, Contact) else {"path"}
    for name in record.__struct_fields__:
        if name not in own:
            for text in _texts(getattr(record, name)):
                yield name, text


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Prose):
        for piece in value.pieces:
            yield unescape(ELEMENT.sub(" ", piece))
            yield from (unescape(inside) for inside in ATTRIBUTE.findall(piece))
        yield from (link.text for link in value.links)
    elif isinstance(value, tuple):
        for one in value:
            yield from _texts(one)
    elif isinstance(value, Struct) and not isinstance(value, Reference):
        for name in value.__struct_fields__:
            yield from _texts(getattr(value, name))
