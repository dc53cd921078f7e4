"""Where each link of a rendered text stands in its file."""

from collections.abc import Iterator, Sequence
from urllib.parse import unquote

from markdown_it.token import Token

from site_builder.markup.comments import Uncommented
from site_builder.model.prose import Link
from site_builder.source import Span


def links_of(tokens: Sequence[Token], source: Uncommented, first_line: int) -> Iterator[Link]:
    """Yield the links in the order of their slots, each with its exact place."""
    lines = source.text.split("\n")
    cells: dict[int, int] = {}
    for token in tokens:
        slots = [child for child in token.children or () if child.type == "slot"]
        if not slots:
            continue
        block = _Block(token, lines, cells)
        for slot in slots:
            row, column, length = block.place(slot)
            start = source.column(row, column)
            end = source.column(row, column + length - 1) + 1
            line = row + first_line
            span = Span(line, start + 1, line, end + 1)
            yield Link(slot.meta["target"], slot.meta["text"], slot.meta["kind"], span)


class _Block:
    """The text of one block, laid over the lines it came from; it never leaves this module."""

    def __init__(self, token: Token, lines: list[str], cells: dict[int, int]) -> None:
        self.content = token.content
        self.first = token.map[0] if token.map else 0
        self.lines = lines
        self.cells = cells
        self.cursor = 0

    def place(self, slot: Token) -> tuple[int, int, int]:
        """Return row, column and length of a link, counted from 0."""
        raw = str(slot.meta["raw"])
        at, typed = slot.meta.get("pos"), raw
        if at is None:
            at, typed = self._search(raw)
        self.cursor = at + len(typed)
        before = self.content[:at]
        row = min(self.first + before.count("\n"), len(self.lines) - 1)
        start = before.rfind("\n") + 1
        end = self.content.find("\n", at)
        line = self.content[start : end if end >= 0 else len(self.content)]
        return self._overlay(row, line, at=at - start, length=len(typed))

    def _search(self, raw: str) -> tuple[int, str]:
        """Find a path that Markdown has normalised as it was typed."""
        for typed in (raw, unquote(raw)):
            at = self.content.find(typed, self.cursor)
            if at >= 0:
                return at, typed
        return self.cursor, self.content[self.cursor : self.cursor + 1]

    def _overlay(self, row: int, line: str, *, at: int, length: int) -> tuple[int, int, int]:
        """Find a line of the block in its source line; table cells may have escaped pipes."""
        source = self.lines[row]
        for escape in (str, _escaped, _unescaped):
            begin = source.find(escape(line), self.cells.get(row, 0))
            if begin >= 0:
                if source.lstrip().startswith("|"):
                    self.cells[row] = begin
                place = begin + len(escape(line[:at]))
                return row, place, len(escape(line[at : at + length]))
        return row, 0, max(1, len(source))


def _escaped(text: str) -> str:
    return text.replace("|", "\\|")


def _unescaped(text: str) -> str:
    return text.replace("\\|", "|")
