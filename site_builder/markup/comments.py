"""Stripping `%% comments %%` and `<!-- comments -->`, and knowing what stood where."""

import re
from collections.abc import Mapping

from msgspec import Struct, field

COMMENT = re.compile(r"%%.*?%%|<!--.*?(?:-->|\Z)", re.DOTALL)
VISIBLE = re.compile(r"[^\n]")


class Uncommented(Struct, frozen=True):
    """A text without its comments; it has as many lines as before."""

    text: str
    removed: Mapping[int, tuple[tuple[int, int], ...]] = field(default_factory=dict)
    """Per line: where so many characters were taken out, in the order of the line."""

    def column(self, line: int, column: int) -> int:
        """Return where a character stood before; lines and columns count from 0."""
        for start, length in self.removed.get(line, ()):
            if column >= start:
                column += length
        return column


def strip_comments(text: str) -> Uncommented:
    """Take the comments out; their line ends stay."""
    if "%%" not in text and "<!--" not in text:
        return Uncommented(text)
    pieces: list[str] = []
    removed: dict[int, list[tuple[int, int]]] = {}
    line = column = end = 0
    for found in COMMENT.finditer(text):
        for inside, part in ((False, text[end : found.start()]), (True, found[0])):
            for index, row in enumerate(part.split("\n")):
                line, column = (line, column) if index == 0 else (line + 1, 0)
                if inside and row:
                    removed.setdefault(line, []).append((column, len(row)))
                column += len(row)
        pieces += [text[end : found.start()], "\n" * found[0].count("\n")]
        end = found.end()
    pieces.append(text[end:])
    return Uncommented("".join(pieces), {row: tuple(parts) for row, parts in removed.items()})


def blank_comments(text: str) -> str:
    """Return the text with every character of a comment turned into a space, none moved."""
    if "%%" not in text and "<!--" not in text:
        return text
    return COMMENT.sub(lambda found: VISIBLE.sub(" ", found[0]), text)
