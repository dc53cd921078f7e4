"""Finding names in running text: whole words, one walk over the text for any number of names."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import Any
from urllib.parse import unquote

from site_builder.model import letters

SHORTEST = 3
"""A single word of fewer letters is no name that a text could betray."""
END = ""
"""Key of a node at which a name ends."""


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
