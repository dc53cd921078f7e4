"""The members of groups: what each row lists, kept by what lists it."""

from bisect import bisect_left, insort
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping
from itertools import count
from typing import Any

from site_builder.tables.table import Table, shape_of, unnoted

Lists = Mapping[Any, Iterable[tuple[Any, Any]]]
"""Pairs of group and item by key."""
FEW = 50
"""So many changes of a sorted list are cheaper than sorting it."""


class Members:
    """The items of every group, by the row they came from."""

    def __init__(self) -> None:
        """Begin without groups."""
        self.groups: dict[Any, dict[Hashable, list[Any]]] = {}
        self._seen: Lists = {}
        self._shape: object = None
        self._places: Mapping[Any, int] | None = None

    def saw(self, lists: Lists) -> bool:
        """Tell whether these are the keys that were taken in last, in the same order."""
        return shape_of(lists) is self._shape

    def renew(self, lists: Lists, touched: Collection[Any] | None) -> dict[Any, tuple[Any, ...]]:
        """Take in rows; return the groups in which something is other than before.

        `touched` are the keys that may have changed since; None where that is not known.
        """
        rows, shape = unnoted(lists), shape_of(lists)
        moved = shape is not self._shape and _moved(self._seen, rows)
        keys = (*self._seen, *rows) if touched is None else touched
        changed = dict.fromkeys(self._exchanged(keys, rows))
        if moved:
            changed = dict.fromkeys((*self.groups, *changed))
        if shape is not self._shape:
            self._places = None
        self._seen, self._shape = rows, shape
        return {group: items for group in changed if (items := self._items(group))}

    def _exchanged(self, keys: Iterable[Any], rows: Lists) -> Iterator[Any]:
        """Let the old lists of rows leave their groups and the new ones enter; yield the groups."""
        old, groups = self._seen, self.groups
        for key in dict.fromkeys(keys):
            before, now = old.get(key, ()), rows.get(key, ())
            if before is now:
                continue
            for group, _ in before:
                groups[group].pop(key, None)
                yield group
            for group, item in now:
                groups.setdefault(group, {}).setdefault(key, []).append(item)
                yield group

    def _items(self, group: Any) -> tuple[Any, ...]:  # noqa: ANN401 - any kind of group
        """Return what is in a group, in the order of the rows; a group without items is gone."""
        members = self.groups.get(group)
        if not members:
            self.groups.pop(group, None)
            return ()
        if len(members) > 1:
            if self._places is None:
                self._places = dict(zip(self._seen, count(), strict=False))
            ordered = sorted(members, key=self._places.__getitem__)
        else:
            ordered = list(members)
        return tuple(item for key in ordered for item in members[key])

    def keys(self, known: Table[Any, Any] | None, made: Collection[Any]) -> Collection[Any]:
        """Return the groups in order, `known` itself where they are the same."""
        if known is None or len(made) > FEW:
            same = known is not None and known.rows.keys() == self.groups.keys()
            return known if known is not None and same else sorted(self.groups)
        new = [group for group in made if group not in known.rows]
        if not new and len(known.rows) == len(self.groups):
            return known
        listed = [group for group in known.rows if group in self.groups]
        for group in new:
            insort(listed, group)
        return listed


class Order:
    """Keys in the order of what was made from them."""

    def __init__(self) -> None:
        """Begin with nothing in order."""
        self._sorted: list[tuple[Any, Any]] = []
        self._seen: Mapping[Any, Any] = {}

    def renewed(self, places: Table[Any, Any], touched: Collection[Any] | None) -> bool:
        """Take in the place of each key; tell whether the order may be another one."""
        old, new = self._seen, places.rows
        self._seen = new
        if touched is None or len(touched) > FEW:
            self._sorted = sorted((place, key) for key, place in new.items())
            return True
        other = [key for key in touched if (key in old) != (key in new) or old[key] != new[key]]
        for key in other:
            if key in old:
                del self._sorted[bisect_left(self._sorted, (old[key], key))]
            if key in new:
                insort(self._sorted, (new[key], key))
        return bool(other)

    @property
    def keys(self) -> list[Any]:
        """The keys in order."""
        return [key for _, key in self._sorted]


def _moved(old: Mapping[Any, object], new: Mapping[Any, object]) -> bool:
    """Tell whether keys that were there before come in another order."""
    return list(filter(new.__contains__, old)) != list(filter(old.__contains__, new))
