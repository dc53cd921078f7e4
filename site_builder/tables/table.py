"""A mapping that notices which of its rows are read, and knows which of them were others before."""

from collections import defaultdict
from collections.abc import Collection, Hashable, ItemsView, Iterator, KeysView, Mapping, ValuesView
from contextvars import ContextVar
from enum import Enum
from typing import TypeVar, overload

from site_builder.tables.note import Note

Key = TypeVar("Key", bound=Hashable)
Row_co = TypeVar("Row_co", covariant=True)
Other = TypeVar("Other")


class Walk(Enum):
    """Stands for the keys of a table among the keys that were read."""

    KEYS = "keys"
    """Which keys there are, and their order."""
    ROWS = "rows"
    """All rows."""


Heard = defaultdict[str, set[Hashable]]
"""The keys that were read, by table."""
Ear = ContextVar[Heard | None]
"""What the making of a row has read; None while nothing is made.

Every thread has its own: what the preview reads to answer somebody is no part of the row that the
builder makes meanwhile.
"""


class Table(Mapping[Key, Row_co]):
    """An immutable mapping; keys that are asked for are noted, also those it does not have."""

    __slots__ = ("ear", "name", "note", "rows", "shape", "version")

    def __init__(
        self, name: str, rows: Mapping[Key, Row_co], *, note: Note, ear: Ear, shape: object
    ) -> None:
        """Hold rows; `rows` itself may be read unnoticed."""
        self.name = name
        self.rows = rows
        self.note = note
        self.ear = ear
        self.shape = shape
        """The same object for tables that have the same keys in the same order."""
        self.version = note.version

    def since(self, version: int) -> Collection[Key] | None:
        """Return keys whose rows came, went or became others since a version; None if unknown."""
        return self.note.touched(version, self.version)  # type: ignore[return-value] # its own keys

    def _read(self, key: Hashable) -> None:
        heard = self.ear.get()
        if heard is not None:
            heard[self.name].add(key)

    def __getitem__(self, key: Key) -> Row_co:
        heard = self.ear.get()
        if heard is not None:
            heard[self.name].add(key)
        return self.rows[key]

    @overload
    def get(self, key: Key) -> Row_co | None: ...
    @overload
    def get(self, key: Key, default: Other) -> Row_co | Other: ...
    def get(self, key: Key, default: object = None) -> object:
        """Return a row, or the default."""
        heard = self.ear.get()
        if heard is not None:
            heard[self.name].add(key)
        return self.rows.get(key, default)

    def __contains__(self, key: object) -> bool:
        self._read(key)
        return key in self.rows

    def __iter__(self) -> Iterator[Key]:
        self._read(Walk.KEYS)
        return iter(self.rows)

    def __len__(self) -> int:
        self._read(Walk.KEYS)
        return len(self.rows)

    def keys(self) -> KeysView[Key]:
        """Return all keys."""
        self._read(Walk.KEYS)
        return self.rows.keys()

    def values(self) -> ValuesView[Row_co]:
        """Return all rows."""
        self._read(Walk.ROWS)
        return self.rows.values()

    def items(self) -> ItemsView[Key, Row_co]:
        """Return all rows with their keys."""
        self._read(Walk.ROWS)
        return self.rows.items()

    def __repr__(self) -> str:
        return f"Table({dict(self.rows)!r})"


def shape_of(keys: Collection[object]) -> object:
    """Return the shape of a table, and one of its own for anything else."""
    return keys.shape if isinstance(keys, Table) else object()


def changed_keys(old: Mapping[Key, object], new: Mapping[Key, object]) -> Collection[Key]:
    """Return the keys whose rows may be others in one version of a table than in another."""
    if isinstance(old, Table) and isinstance(new, Table) and old.note is new.note:
        touched = new.since(old.version)
        if touched is not None:
            return touched
    return dict.fromkeys((*old, *new))


def unnoted(rows: Mapping[Key, Row_co]) -> Mapping[Key, Row_co]:
    """Return the rows as they are read by nobody in particular."""
    return rows.rows if isinstance(rows, Table) else rows
