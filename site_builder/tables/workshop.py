"""Tables whose rows are made by pure functions, and made again only when what they read changed.

This is the one way in which the program is fast on the second run. A stage asks for a table: which
keys it has and the function that makes a row. `Fresh` simply makes every row. A `Memo` hands out
tables that notice who reads which row; in the next run a row is made again only if a row that it
read is another one now. A row that comes out equal stays the same
object, and whoever read it is left in peace. Both give equal tables for equal inputs.

Rows may read tables that were asked for earlier, records, and values declared `constant`; what a
row reads past these must not change.
"""

from collections.abc import Callable, Collection, Hashable, Iterable, Mapping
from typing import Any, Protocol, TypeVar

from site_builder.tables.spread import Spread, in_turn

Key = TypeVar("Key", bound=Hashable)
Row = TypeVar("Row")
Group = TypeVar("Group", bound=Hashable)
Item = TypeVar("Item")


class Tables(Protocol):
    """Makes tables, each under a name of its own."""

    @property
    def remembers(self) -> bool:
        """Whether anything is kept for the next run."""

    def constant(self, name: str, value: object) -> None:
        """Declare a value that rows of later tables read: another value makes them all again."""

    def source(self, name: str, rows: Mapping[Key, Row]) -> Mapping[Key, Row]:
        """Return a table of rows that were made elsewhere."""

    def derive(
        self,
        name: str,
        keys: Collection[Key],
        make: Callable[[Key], Row],
        *,
        spread: Spread = in_turn,
    ) -> Mapping[Key, Row]:
        """Return a table with a row for each key, in the order of the keys."""

    def once(
        self, name: str, keys: Collection[Key], make: Callable[[Key], Row]
    ) -> Mapping[Key, Row]:
        """Return a table like `derive`; as a rule each row is read once in a run."""

    def invert(
        self, name: str, rows: Mapping[Key, Iterable[tuple[Group, Item]]]
    ) -> Mapping[Group, tuple[Item, ...]]:
        """Return the items of all rows by group: groups sorted, items in the order of the rows."""

    def sort(
        self, name: str, rows: Mapping[Key, Row], by: Callable[[Key], Any]
    ) -> Mapping[Key, Row]:
        """Return the same rows in the order of what `by` gives for their keys, then of the keys."""


class Fresh:
    """Makes every row, remembers nothing."""

    remembers = False

    def constant(self, name: str, value: object) -> None:
        """Do nothing: every row is made anyway."""

    def source(self, name: str, rows: Mapping[Key, Row]) -> Mapping[Key, Row]:
        """Return the rows."""
        del name
        return rows

    def derive(
        self,
        name: str,
        keys: Collection[Key],
        make: Callable[[Key], Row],
        *,
        spread: Spread = in_turn,
    ) -> Mapping[Key, Row]:
        """Make each row."""
        listed = tuple(keys)
        return dict(zip(listed, spread(make, listed, phase=name), strict=True))

    def once(
        self, name: str, keys: Collection[Key], make: Callable[[Key], Row]
    ) -> Mapping[Key, Row]:
        """Make each row."""
        return self.derive(name, keys, make)

    def invert(
        self, name: str, rows: Mapping[Key, Iterable[tuple[Group, Item]]]
    ) -> Mapping[Group, tuple[Item, ...]]:
        """Group all items."""
        del name
        return grouped(pair for row in rows.values() for pair in row)

    def sort(
        self, name: str, rows: Mapping[Key, Row], by: Callable[[Key], Any]
    ) -> Mapping[Key, Row]:
        """Sort the rows."""
        del name
        return {key: rows[key] for _, key in sorted((by(key), key) for key in rows)}


FRESH = Fresh()


def grouped(pairs: Iterable[tuple[Group, Item]]) -> dict[Group, tuple[Item, ...]]:
    """Return items by group: groups sorted, items in the order in which they come."""
    found: dict[Group, list[Item]] = {}
    for group, item in pairs:
        found.setdefault(group, []).append(item)
    return {group: tuple(found[group]) for group in sorted(found)}  # type: ignore[type-var] # texts or tuples
