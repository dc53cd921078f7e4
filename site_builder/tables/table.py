"""A mapping that notices which of its rows are read."""

from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, ValuesView
from typing import Final, TypeVar, overload

Key = TypeVar("Key", bound=Hashable)
Row_co = TypeVar("Row_co", covariant=True)
Other = TypeVar("Other")

EVERY: Final = ...
"""Stands for all keys of a table: what was read by walking over it."""

Reader = tuple[str, Hashable]
"""A row somewhere, by its table and key."""


class Note:
    """What is noted down about one table over all runs."""

    __slots__ = ("_counted", "_readers", "reading")

    def __init__(self) -> None:
        """Begin with a table that nobody read."""
        self.reading: set[Hashable] | None = None
        """Keys read for the row that is being made; None while nobody listens."""
        self._readers: dict[Hashable, list[Reader]] = {}
        self._counted: dict[Hashable, int] = {}

    @property
    def size(self) -> int:
        """How many readings are noted down."""
        return sum(map(len, self._readers.values()))

    def read_by(self, reader: Reader, keys: Iterable[Hashable]) -> None:
        """Note that a row read these keys."""
        for key in keys:
            readers = self._readers.setdefault(key, [])
            readers.append(reader)
            if len(readers) > 2 * self._counted.get(key, 64):  # rows made again come twice
                readers[:] = dict.fromkeys(readers)
                self._counted[key] = max(64, len(readers))

    def changed(self, keys: Iterable[Hashable]) -> Iterator[Reader]:
        """Yield who read keys that changed; they are noted anew when they read again."""
        for key in (*keys, EVERY):
            self._counted.pop(key, None)
            yield from self._readers.pop(key, ())


class Table(Mapping[Key, Row_co]):
    """An immutable mapping; keys that are asked for are noted, also those it does not have."""

    __slots__ = ("note", "rows", "shape")

    def __init__(self, rows: Mapping[Key, Row_co], note: Note, shape: object) -> None:
        """Hold rows; `rows` itself may be read unnoticed."""
        self.rows = rows
        self.note = note
        self.shape = shape
        """The same object for tables that have the same keys in the same order."""

    def _read(self, key: Hashable) -> None:
        if self.note.reading is not None:
            self.note.reading.add(key)

    def __getitem__(self, key: Key) -> Row_co:
        if self.note.reading is not None:
            self.note.reading.add(key)
        return self.rows[key]

    @overload
    def get(self, key: Key) -> Row_co | None: ...
    @overload
    def get(self, key: Key, default: Other) -> Row_co | Other: ...
    def get(self, key: Key, default: object = None) -> object:
        """Return a row, or the default."""
        if self.note.reading is not None:
            self.note.reading.add(key)
        return self.rows.get(key, default)

    def __contains__(self, key: object) -> bool:
        if self.note.reading is not None:
            self.note.reading.add(key)
        return key in self.rows

    def __iter__(self) -> Iterator[Key]:
        self._read(EVERY)
        return iter(self.rows)

    def __len__(self) -> int:
        self._read(EVERY)
        return len(self.rows)

    def values(self) -> ValuesView[Row_co]:
        """Return all rows."""
        self._read(EVERY)
        return self.rows.values()

    def __repr__(self) -> str:
        return f"Table({dict(self.rows)!r})"


def shape_of(keys: Collection[object]) -> object:
    """Return the shape of a table, and one of its own for anything else."""
    return keys.shape if isinstance(keys, Table) else object()
