"""Tables of which nothing is made before it is read: whoever reads makes the row.

Where pages are spread over processes, each process makes what its own pages need, and what only one
page needs is made once, beside everything else.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from functools import cached_property, partial
from typing import Any, TypeVar, overload

from site_builder.tables.spread import Spread, in_turn
from site_builder.tables.workshop import Group, Item, Key, Pairs, Row, Tables

Other = TypeVar("Other")


class LateRows(Mapping[Key, Row]):
    """Rows that are made one by one."""

    def __init__(
        self, keys: Collection[Key], make: Callable[[Key], Row], *, keep: bool = True
    ) -> None:
        """Hold what is needed to make a row; without `keep` it is made for each reader."""
        self._keys = keys
        self._make = make
        self._keep = keep
        self._made: dict[Key, Row] = {}

    @cached_property
    def _listed(self) -> Mapping[Key, object]:
        return self._keys if isinstance(self._keys, Mapping) else dict.fromkeys(self._keys)

    def __getitem__(self, key: Key) -> Row:
        made = self._made
        if key not in made:
            if key not in self._listed:
                raise KeyError(key)
            row = self._make(key)
            if not self._keep:
                return row
            made[key] = row
        return made[key]

    @overload
    def get(self, key: Key) -> Row | None: ...
    @overload
    def get(self, key: Key, default: Other) -> Row | Other: ...
    def get(self, key: Key, default: object = None) -> object:
        """Return a row, or the default; an error in the making of the row is one."""
        return self[key] if key in self._listed else default

    def __contains__(self, key: object) -> bool:
        return key in self._listed

    def __iter__(self) -> Iterator[Key]:
        return iter(self._listed)

    def __len__(self) -> int:
        return len(self._listed)


class LateTable(Mapping[Key, Row]):
    """Rows that are made all at once."""

    def __init__(self, make: Callable[[], Mapping[Key, Row]]) -> None:
        """Hold what is needed to make them."""
        self._make = make

    @cached_property
    def _rows(self) -> Mapping[Key, Row]:
        return self._make()

    def __getitem__(self, key: Key) -> Row:
        return self._rows[key]

    def __contains__(self, key: object) -> bool:
        return key in self._rows

    def __iter__(self) -> Iterator[Key]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)


class Late(Tables):
    """Makes a row when it is first read, remembers nothing between runs."""

    def derive(
        self,
        name: str,
        keys: Collection[Key],
        make: Callable[[Key], Row],
        *,
        spread: Spread = in_turn,
    ) -> Mapping[Key, Row]:
        """Promise each row; what can be spread is made at once."""
        if spread is in_turn:
            return LateRows(keys, make)
        return super().derive(name, keys, make, spread=spread)

    def once(
        self, name: str, keys: Collection[Key], make: Callable[[Key], Row]
    ) -> Mapping[Key, Row]:
        """Promise each row; nothing holds it once it was read."""
        del name
        return LateRows(keys, make, keep=False)

    def invert(
        self, name: str, rows: Mapping[Key, Pairs[Group, Item]]
    ) -> Mapping[Group, tuple[Item, ...]]:
        """Promise the groups."""
        return LateTable(partial(super().invert, name, rows))

    def sort(
        self, name: str, rows: Mapping[Key, Row], by: Callable[[Key], Any]
    ) -> Mapping[Key, Row]:
        """Promise the order and, apart from it, the rows."""
        at_once = super().sort
        places = LateTable(lambda: at_once(name, dict.fromkeys(rows), by))
        return LateRows(places, rows.__getitem__)


LATE = Late()


class Joined(Mapping[Key, Row]):
    """What stands in any of the mappings; no key stands in two."""

    def __init__(self, *parts: Mapping[Key, Row]) -> None:
        """Hold the mappings."""
        self._parts = parts

    def __getitem__(self, key: Key) -> Row:
        for part in self._parts:
            if key in part:
                return part[key]
        raise KeyError(key)

    def __contains__(self, key: object) -> bool:
        return any(key in part for part in self._parts)

    def __iter__(self) -> Iterator[Key]:
        for part in self._parts:
            yield from part

    def __len__(self) -> int:
        return sum(map(len, self._parts))
