"""Rows of a CSV file with the lines they begin on, below a header that is found by its words."""

import csv
from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from msgspec import Struct

from site_builder.interop.incoming.person import Skipped

DELIMITERS = (",", ";", "\t")
"""What stands between cells; spreadsheets of some countries write the second."""
LOOKED_AT = 20
"""Rows among which the header is."""
NOT_CLOSED = (
    'a quote in it is not closed, one inside a cell is not written twice (""), or a cell has more '
    "than 128 KiB; mend it"
)
BEHIND = (
    "it stands behind a row whose quotes are wrong and has {} cells, the header {}; mend that row"
)
Header = Callable[[frozenset[str]], bool]
"""Tells whether these cells, case folded, are the header."""


class Row(Struct, frozen=True):
    """One row: the line it begins on, and its filled cells by column, case folded."""

    line: int
    cells: tuple[tuple[str, str], ...]

    def all(self, *columns: str) -> list[str]:
        """Return what stands in these columns, in the order of the file."""
        return [text for column, text in self.cells if column in columns]

    def one(self, *columns: str) -> str:
        """Return what stands in the first of these columns that is filled."""
        return next((text for column in columns for text in self.all(column)), "")


class _Line(Struct, frozen=True):
    """A row as it was read."""

    number: int
    """The line that it begins on."""
    cells: list[str] | None
    """None where its quotes are wrong."""
    doubtful: bool
    """A row before it with wrong quotes may have meant it as a part of a cell."""


class Sheet(Struct, frozen=True):
    """A table: its columns as typed, its rows that fit them, and those that do not."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    skipped: tuple[Skipped, ...]


def read_sheet(text: str, is_header: Header) -> Sheet | None:
    """Return the table below the header; None where there is none."""
    for delimiter in DELIMITERS:
        if any(is_header(_folded(cells)) for cells in _first_rows(text, delimiter)):
            return _below(_lines(text, delimiter), is_header)
    return None


def columns_of(text: str) -> frozenset[str]:
    """Return the cells of the first rows, case folded: by these a kind of file is known."""
    found: set[str] = set()
    for delimiter in DELIMITERS:
        for cells in _first_rows(text, delimiter):
            found |= _folded(cells)
    return frozenset(found)


def _below(lines: Iterator[_Line], is_header: Header) -> Sheet:
    columns = next(line.cells for line in lines if line.cells and is_header(_folded(line.cells)))
    names = [column.strip().casefold() for column in columns]
    rows, skipped = [], []
    for line in lines:
        if because := _because(line, len(names)):
            skipped.append(Skipped(line=line.number, because=because, broken=True))
        else:
            pairs = zip(names, line.cells or (), strict=False)
            cells = tuple((name, cell) for name, cell in pairs if cell.strip())
            rows.append(Row(line.number, cells))
    typed = tuple(column.strip() for column in columns)
    return Sheet(typed, tuple(rows), tuple(skipped))


def _because(line: _Line, columns: int) -> str:
    """Return why a row is not taken; empty where it is."""
    if line.cells is None:
        return NOT_CLOSED
    if line.doubtful and len(line.cells) != columns:
        return BEHIND.format(len(line.cells), columns)
    if any(cell.strip() for cell in line.cells[columns:]):
        return f"it has {len(line.cells)} cells and the header {columns}; quote its commas"
    return ""


def _first_rows(text: str, delimiter: str) -> Iterator[list[str]]:
    rows = (line.cells for line in _lines(text, delimiter))
    return (cells or [] for cells in islice(rows, LOOKED_AT))


def _lines(text: str, delimiter: str) -> Iterator[_Line]:
    """Yield each row that has any cells; one with wrong quotes ends with its first line."""
    lines = text.split("\n")
    start = doubtful = 0
    while start < len(lines):
        rest = (f"{lines[at]}\n" for at in range(start, len(lines)))
        reader, begin = csv.reader(rest, delimiter=delimiter, strict=True), start + 1
        try:
            for cells in reader:
                if any(cell.strip() for cell in cells):
                    yield _Line(begin, cells, begin <= doubtful)
                begin = start + reader.line_num + 1
        except csv.Error:
            yield _Line(begin, None, doubtful=True)
            start, doubtful = begin, max(doubtful, start + reader.line_num)
        else:
            return


def _folded(cells: Sequence[str]) -> frozenset[str]:
    return frozenset(cell.strip().casefold() for cell in cells)
