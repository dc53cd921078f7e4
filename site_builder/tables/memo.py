"""A workshop that remembers: rows are made again only when a row that they read has changed."""

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Mapping
from contextvars import ContextVar
from itertools import compress, repeat
from operator import is_not
from typing import Any, cast

from site_builder.tables.members import Members, Order
from site_builder.tables.note import Note
from site_builder.tables.spread import Spread, in_turn
from site_builder.tables.table import Ear, Heard, Table, Walk, shape_of, unnoted
from site_builder.tables.workshop import Group, Item, Key, Pairs, Row, Tables

Reads = list[tuple[str, tuple[Hashable, ...]]]
"""What a row read: keys by table."""

ABSENT: Any = object()


class Memo(Tables):
    """The tables of the last run, who read which of their rows, and what that made stale."""

    remembers = True

    def __init__(self) -> None:
        """Begin with nothing remembered."""
        self._tables: dict[str, Table[Any, Any]] = {}
        self._notes: dict[str, Note] = {}
        self._ear: Ear = ContextVar("heard", default=None)
        self._stale: dict[str, set[Hashable]] = {}
        self._constants: dict[str, object] = {}
        self._order: dict[str, None] = {}
        """Constants and tables as runs ask for them; what comes later may read what came."""
        self._void: set[str] = set()
        """Tables of which no row counts any more."""
        self._seen: dict[str, tuple[str, int]] = {}
        """The table that another one was last made from, and its version then."""
        self._members: dict[str, Members] = {}
        self._orders: dict[str, Order] = {}

    def constant(self, name: str, value: object) -> None:
        """Declare a value that rows of later tables read: another value makes them all again."""
        self._order.setdefault(name)
        if self._constants.get(name, value) != value:
            names = list(self._order)
            self._void.update(names[names.index(name) + 1 :])
        self._constants[name] = value

    def source(self, name: str, rows: Mapping[Key, Row]) -> Mapping[Key, Row]:
        """Return a table of rows that were made elsewhere."""
        return self._renewed(name, self._touched_rows(name, rows), rows)

    def derive(
        self,
        name: str,
        keys: Collection[Key],
        make: Callable[[Key], Row],
        *,
        spread: Spread = in_turn,
    ) -> Mapping[Key, Row]:
        """Return a table with a row for each key; those that nothing made stale are kept."""
        todo = self._missing(name, keys)
        made: dict[Key, Row] = {}
        if todo:
            for key, (row, reads) in zip(
                todo, spread(self._noted(make), todo, phase=name), strict=True
            ):
                made[key] = row
                reader = (name, key)
                for table, cells in reads:
                    self._notes[table].read_by(reader, cells)
        self._stale.pop(name, None)
        self._saw(name, keys)
        return self._renewed(name, made, keys)

    def invert(
        self, name: str, rows: Mapping[Key, Pairs[Group, Item]]
    ) -> Mapping[Group, tuple[Item, ...]]:
        """Return the items of all rows by group: groups sorted, items in the order of the rows."""
        touched, known = self._touched(name, rows), self._tables.get(name)
        members = self._members.setdefault(name, Members())
        if known is None or touched is None or touched or not members.saw(rows):
            made = members.renew(rows, touched)
            known = self._renewed(name, made, members.keys(known, made))
        self._saw(name, rows)
        return known

    def sort(
        self, name: str, rows: Mapping[Key, Row], by: Callable[[Key], Any]
    ) -> Mapping[Key, Row]:
        """Return the same rows in the order of what `by` gives for their keys."""
        places = cast("Table[Key, Any]", self.derive(f"{name}: places", rows, by))
        order, known = self._orders.setdefault(name, Order()), self._tables.get(name)
        other = order.renewed(places, self._touched(f"{name}: order", places))
        self._saw(f"{name}: order", places)
        made = self._touched_rows(name, rows)
        keys: Collection[Key] = order.keys if other or known is None else known
        return self._renewed(name, made, keys)

    @property
    def size(self) -> int:
        """How many readings are noted down."""
        return sum(note.size for note in self._notes.values())

    def _touched(self, name: str, rows: Collection[Key]) -> Collection[Key] | None:
        """Return the keys that may be others than when this table was made; None: perhaps all."""
        table, version = self._seen.get(name, ("", 0))
        return rows.since(version) if isinstance(rows, Table) and rows.name == table else None

    def _saw(self, name: str, rows: object) -> None:
        """Note from which table this one was made."""
        self._seen[name] = (rows.name, rows.version) if isinstance(rows, Table) else ("", 0)

    def _touched_rows(self, name: str, rows: Mapping[Key, Row]) -> Mapping[Key, Row]:
        """Return the rows that may be others than when this table was made from these."""
        touched, plain = self._touched(name, rows), unnoted(rows)
        self._saw(name, rows)
        return plain if touched is None else {key: plain[key] for key in touched if key in plain}

    def _missing(self, name: str, keys: Collection[Key]) -> list[Key]:
        """Return the keys whose rows must be made."""
        if name in self._void or name not in self._tables:
            return list(keys)
        rows, stale = self._tables[name].rows, cast("set[Key]", self._stale.get(name, set()))
        if shape_of(keys) is self._tables[name].shape:
            return [key for key in stale if key in rows]
        if not isinstance(keys, Table) and list(rows) == list(keys):
            return [key for key in stale if key in rows]
        touched = self._touched(name, keys)
        listed = keys if isinstance(keys, Table) else dict.fromkeys(keys)
        new = listed if touched is None else filter(listed.__contains__, touched)
        return [
            *(key for key in new if key not in rows),
            *(key for key in stale if key in rows and key in listed),
        ]

    def _noted(self, make: Callable[[Key], Row]) -> Callable[[Key], tuple[Row, Reads]]:
        """Return a function that makes a row and tells what it read."""
        ear = self._ear

        def noting(key: Key) -> tuple[Row, Reads]:
            heard: Heard = defaultdict(set)
            before = ear.set(heard)
            try:
                row = make(key)
                return row, [(name, tuple(keys)) for name, keys in heard.items()]
            finally:
                ear.reset(before)

        return noting

    def _renewed(
        self, name: str, made: Mapping[Key, Row], keys: Collection[Key]
    ) -> Table[Key, Row]:
        """Put new rows into a table, and mark as stale whatever read those that changed."""
        self._order.setdefault(name)
        self._void.discard(name)
        note, table = self._notes.setdefault(name, Note()), self._tables.get(name)
        old, shape = {} if table is None else table.rows, shape_of(keys)
        changed = _changed(old, made)
        if table is not None and (shape is table.shape or list(old) == list(keys)):
            if not changed:
                return table
            rows, shape = {**old, **changed}, table.shape
            gone: Collection[Key] = ()
        else:
            rows = _ordered({**old, **changed}, keys)
            gone = old.keys() - rows.keys()
        touched = (*changed, *gone)
        walks = (Walk.ROWS,) if table is not None and shape is table.shape else tuple(Walk)
        note.step(() if table is None else touched)
        for reader, key in note.changed((*touched, *walks)):
            self._stale.setdefault(reader, set()).add(key)
        self._tables[name] = Table(name, rows, note=note, ear=self._ear, shape=shape)
        return self._tables[name]


def _changed(old: Mapping[Key, Row], made: Mapping[Key, Row]) -> dict[Key, Row]:
    """Return the rows that are others than they were."""
    if not old:
        return dict(made)
    before = map(old.get, made, repeat(ABSENT))
    other = compress(made.items(), map(is_not, before, made.values()))
    return {key: row for key, row in other if key not in old or old[key] != row}


def _ordered(rows: Mapping[Key, Row], keys: Collection[Key]) -> dict[Key, Row]:
    """Return rows in the order of the keys, each once."""
    listed = list(keys)
    return dict(zip(listed, map(rows.__getitem__, listed), strict=True))
