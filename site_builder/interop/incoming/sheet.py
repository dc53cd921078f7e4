"""Rows of a CSV file with the lines they begin on, below a header that is found by its words."""

import csv
from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from msgspec import Struct

from site_builder.interop.incoming.person import Skipped, WrongFileError

DELIMITERS = (",", ";", "\t")
"""What stands between cells; spreadsheets of some countries write the second."""
LOOKED_AT = 20
"""Rows among which the header is."""
NOT_CLOSED = (
    "in the row of line {} a quote is not closed as CSV asks for, or a cell has more than 128 KiB; "
    "mend it"
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


class Sheet(Struct, frozen=True):
    """A table: its columns as typed, its rows that fit them, and those that do not."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    skipped: tuple[Skipped, ...]


def read_sheet(text: str, is_header: Header) -> Sheet | None:
    """Return the table below the header; None where there is none.

    Raises `WrongFileError` where a quote is never closed, as all that follows would be one cell.
    """
    for delimiter in DELIMITERS:
        if any(is_header(_folded(cells)) for _, cells in _first_rows(text, delimiter)):
            return _below(_lines(text, delimiter), is_header)
    return None


def columns_of(text: str) -> frozenset[str]:
    """Return the cells of the first rows, case folded: by these a kind of file is known."""
    found: set[str] = set()
    for delimiter in DELIMITERS:
        for _, cells in _first_rows(text, delimiter):
            found |= _folded(cells)
    return frozenset(found)


def _below(lines: Iterator[tuple[int, list[str]]], is_header: Header) -> Sheet:
    columns = next(cells for _, cells in lines if is_header(_folded(cells)))
    names = [column.strip().casefold() for column in columns]
    rows, skipped = [], []
    for line, cells in lines:
        if any(cell.strip() for cell in cells[len(names) :]):
            because = f"it has {len(cells)} cells and the header {len(names)}; quote its commas"
            skipped.append(Skipped(line=line, because=because, broken=True))
        else:
            pairs = zip(names, cells, strict=False)
            rows.append(Row(line, tuple((name, cell) for name, cell in pairs if cell.strip())))
    typed = tuple(column.strip() for column in columns)
    return Sheet(typed, tuple(rows), tuple(skipped))


def _first_rows(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    try:
        yield from islice(_lines(text, delimiter), LOOKED_AT)
    except WrongFileError:  # with these cells alone; another delimiter may do
        return


def _lines(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Yield line and cells of each row that has any."""
    lines = text.split("\n")
    reader = csv.reader((f"{line}\n" for line in lines), delimiter=delimiter, strict=True)
    begin = 1
    while True:
        try:
            cells: Sequence[str] | None = next(reader, None)
        except csv.Error:
            message = NOT_CLOSED.format(begin)
            raise WrongFileError(message) from None
        if cells is None:
            return
        if any(cell.strip() for cell in cells):
            yield begin, list(cells)
        begin = reader.line_num + 1


def _folded(cells: Sequence[str]) -> frozenset[str]:
    return frozenset(cell.strip().casefold() for cell in cells)
