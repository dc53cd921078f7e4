"""Front matter of plain lines, read without YAML: `key: text`, lists of texts, `key: [a, b]`.

Most files hold nothing else, and the events of a YAML parser take four times as long. What may mean
anything more to YAML is left to it: quotes, comments, blank values, a text of two lines. What is
read here comes out as it would from there (`tests/parsing/test_plain_front_matter.py`).
"""

import re

from site_builder.parsing.front_matter import FIRST_LINE, Entry, FrontMatter, Scalar
from site_builder.source import FILE_START, Span

LONGEST = 8000
"""Characters; what is longer may hold more values than a front matter should."""
KEY = r"([A-Za-z_][A-Za-z0-9_-]{0,63})"
TEXT = r"((?!.*:(?: |$))[^\W_][\w .,:;?!'\"()/+=@%&*|<>\[\]{}$~^`\\–—…’‘“”-]*+(?<! ))"
WORDS = r"[^\W_][\w ./-]*+(?<! )"
LIST = rf"\[(?!.*  )({WORDS}(?:, {WORDS})*)\]"
LINE = re.compile(rf"{KEY}: {TEXT}|( *)- {TEXT}|{KEY}: {LIST}|{KEY}:")
"""A key with its text; an item; a key with its list; a key whose items follow."""
COLON = len(": ")
DASH = len("- ")


def read_plain(text: str) -> FrontMatter | None:
    """Return the entries of plain front matter; None if it may be more than that."""
    if "#" in text or len(text) > LONGEST or not text.endswith("\n"):
        return None
    lines, reading = text.split("\n"), _Reading()
    for number, line in enumerate(lines[:-1], FIRST_LINE):
        found = LINE.fullmatch(line)
        if found is None or not reading.take(found, number):
            return None
    if not reading.close(FIRST_LINE + len(lines) - 1):
        return None
    return FrontMatter(tuple(reading.entries.values()))


class _Reading:
    """The entries so far and the list that is open; it never leaves this module."""

    def __init__(self) -> None:
        self.entries: dict[str, Entry] = {}
        self.key = ""
        self.key_span = FILE_START
        self.items: list[Scalar] = []

    def take(self, line: re.Match[str], number: int) -> bool:
        """Take in a line; False if it does not go with those before."""
        key, text, indent, item, listing, words, opening = line.groups()
        if item is not None:
            return self._item(item, len(indent) + DASH + 1, number)
        name = key or listing or opening
        if not self.close(number) or name in self.entries:
            return False
        span = Span(number, 1, number, len(name) + 1)
        start, end = len(name) + COLON + 1, line.end() + 1
        if opening is not None:
            self.key, self.key_span = opening, span
        elif words is not None:
            whole = Span(number, start, number, end)
            values = _values(words, start + 1, number)
            self.entries[name] = Entry(name, span, values, whole, listed=True)
        else:
            where = Span(number, start, number, end)
            self.entries[name] = Entry(name, span, (Scalar(text, where),), where)
        return True

    def _item(self, text: str, column: int, number: int) -> bool:
        """Take in an item, if a list is open and its items stand below each other."""
        if not self.key or (self.items and self.items[0].span.column != column):
            return False
        self.items.append(Scalar(text, Span(number, column, number, column + len(text))))
        return True

    def close(self, number: int) -> bool:
        """End the list that is open before this line; False if nothing was in it."""
        if self.key:
            if not self.items:
                return False
            first = self.items[0].span
            whole = Span(first.line, first.column - DASH, number, 1)
            values = tuple(self.items)
            self.entries[self.key] = Entry(self.key, self.key_span, values, whole, listed=True)
            self.key, self.items = "", []
        return True


def _values(words: str, column: int, number: int) -> tuple[Scalar, ...]:
    """Return the values of a list in brackets that stand from this column on."""
    values = []
    for word in words.split(", "):
        values.append(Scalar(word, Span(number, column, number, column + len(word))))
        column += len(word) + len(", ")
    return tuple(values)
