"""Tables whose rows are made by pure functions, and made again only when what they read changed.

This is the one way in which the program is fast on the second run. A stage asks for a table: which
keys it has and the function that makes a row. `Tables` simply makes every row. A `Memo` hands out
tables that notice who reads which row; in the next run a row is made again only if a row that it
read is another one now. A row that comes out equal stays the same
object, and whoever read it is left in peace. Both give equal tables for equal inputs.

Rows may read tables that were asked for earlier, records, and values declared `constant`; what a
row reads past these must not change.
"""

from collections.abc import Callable, Collection, Hashable, Iterable, Mapping
from typing import Any, TypeVar

from site_builder.tables.spread import Spread, in_turn

Key = TypeVar("Key", bound=Hashable)
Row = TypeVar("Row")
Made = TypeVar("Made")
Group = TypeVar("Group", bound=Hashable)
Item = TypeVar("Item")
Pairs = Iterable[tuple[Group, Item]]


class Tables:
    """Makes tables, each under a name of its own: every row, and remembers nothing."""

    remembers = False
    """Whether anything is kept for the next run."""

    def constant(self, name: str, value: object) -> None:
        """Declare a value that rows of later tables read: another value makes them all again."""

    def source(self, name: str, rows: Mapping[Key, Row]) -> Mapping[Key, Row]:
        """Return a table of rows that were made elsewhere."""
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
        """Return a table with a row for each key, in the order of the keys."""
        listed = tuple(keys)
        return dict(zip(listed, spread(make, listed, phase=name), strict=True))

    def once(
        self, name: str, keys: Collection[Key], make: Callable[[Key], Row]
    ) -> Mapping[Key, Row]:
        """Return a table like `derive`; as a rule each row is read once in a run."""
        return self.derive(name, keys, make)

    def each(
        self, name: str, rows: Mapping[Key, Row], make: Callable[[Row], Made]
    ) -> Mapping[Key, Made]:
        """Return a table with what is made of each row of another one."""
        return self.derive(name, rows, lambda key: make(rows[key]))

    def single(self, name: str, make: Callable[[], Row]) -> Callable[[], Row]:
        """Return how to read the one row of a table without keys."""
        made = self.derive(name, ("",), lambda _: make())
        return lambda: made[""]

    def group(
        self, name: str, rows: Mapping[Key, Row], pairs: Callable[[Row], Pairs[Group, Item]]
    ) -> Mapping[Group, tuple[Item, ...]]:
        """Return what each row gives for which group, by group, in order as `invert` has it."""
        return self.invert(name, self.each(f"{name}: pairs", rows, lambda row: tuple(pairs(row))))

    def invert(
        self, name: str, rows: Mapping[Key, Pairs[Group, Item]]
    ) -> Mapping[Group, tuple[Item, ...]]:
        """Return the items of all rows by group: groups sorted, items in the order of the rows."""
        del name
        return grouped(pair for row in rows.values() for pair in row)

    def sort(
        self, name: str, rows: Mapping[Key, Row], by: Callable[[Key], Any]
    ) -> Mapping[Key, Row]:
        """Return the same rows in the order of what `by` gives for their keys, then of the keys."""
        del name
        return {key: rows[key] for _, key in sorted((by(key), key) for key in rows)}


FRESH = Tables()


def grouped(pairs: Pairs[Group, Item]) -> dict[Group, tuple[Item, ...]]:
    """Return items by group: groups sorted, items in the order in which they come."""
    found: dict[Group, list[Item]] = {}
    for group, item in pairs:
        found.setdefault(group, []).append(item)
    return {group: tuple(found[group]) for group in sorted(found)}  # type: ignore[type-var] # texts or tuples
