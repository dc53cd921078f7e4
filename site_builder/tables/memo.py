"""A workshop that remembers: rows are made again only when a row that they read has changed."""

from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping
from typing import Any, cast

from site_builder.tables.spread import Spread, in_turn
from site_builder.tables.table import Note, Table, shape_of
from site_builder.tables.workshop import Group, Item, Key, Row

Reads = list[tuple[str, tuple[Hashable, ...]]]
"""What a row read: keys by table."""

ABSENT: Any = object()


class Memo:
    """The tables of the last run, who read which of their rows, and what that made stale."""

    def __init__(self) -> None:
        """Begin with nothing remembered."""
        self._tables: dict[str, Table[Any, Any]] = {}
        self._notes: dict[str, Note] = {}
        self._stale: dict[str, set[Hashable]] = {}
        self._constants: dict[str, object] = {}
        self._order: dict[str, None] = {}
        """Constants and tables as runs ask for them; what comes later may read what came."""
        self._void: set[str] = set()
        """Tables of which no row counts any more."""
        self._inverted: dict[str, object] = {}
        self._members: dict[str, _Members] = {}

    def constant(self, name: str, value: object) -> None:
        """Declare a value that rows of later tables read: another value makes them all again."""
        self._order.setdefault(name)
        if self._constants.get(name, value) != value:
            names = list(self._order)
            self._void.update(names[names.index(name) + 1 :])
        self._constants[name] = value

    def source(self, name: str, rows: Mapping[Key, Row]) -> Mapping[Key, Row]:
        """Return a table of rows that were made elsewhere."""
        return self._renewed(name, rows, rows)

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
        for key, (row, reads) in zip(
            todo, spread(self._noted(make), todo, phase=name), strict=True
        ):
            made[key] = row
            for table, cells in reads:
                self._notes[table].read_by((name, key), cells)
        self._stale.pop(name, None)
        return self._renewed(name, made, keys)

    def invert(
        self, name: str, rows: Mapping[Key, Iterable[tuple[Group, Item]]]
    ) -> Mapping[Group, tuple[Item, ...]]:
        """Return the items of all rows by group: groups sorted, items in the order of the rows."""
        if rows is self._inverted.get(name):
            return self._tables[name]
        self._inverted[name] = rows
        members = self._members.setdefault(name, _Members())
        made = members.renew(_unnoted(rows))
        known = _unnoted(self._tables.get(name, {}))
        groups = members.groups.keys()
        return self._renewed(name, made, known if groups == known.keys() else sorted(groups))

    @property
    def size(self) -> int:
        """How many readings are noted down."""
        return sum(note.size for note in self._notes.values())

    def _missing(self, name: str, keys: Collection[Key]) -> list[Key]:
        """Return the keys whose rows must be made."""
        if name in self._void or name not in self._tables:
            return list(keys)
        table, stale = self._tables[name], cast("set[Key]", self._stale.get(name, set()))
        if shape_of(keys) is table.shape:
            return [key for key in stale if key in table.rows]
        listed = dict.fromkeys(keys).keys()
        return [*(listed - table.rows.keys()), *(stale & listed & table.rows.keys())]

    def _noted(self, make: Callable[[Key], Row]) -> Callable[[Key], tuple[Row, Reads]]:
        """Return a function that makes a row and tells what it read."""

        def noting(key: Key) -> tuple[Row, Reads]:
            for note in self._notes.values():
                note.reading = set()
            try:
                row = make(key)
                read = [(name, note.reading) for name, note in self._notes.items()]
                return row, [(name, tuple(keys)) for name, keys in read if keys]
            finally:
                for note in self._notes.values():
                    note.reading = None

        return noting

    def _renewed(
        self, name: str, made: Mapping[Key, Row], keys: Collection[Key]
    ) -> Mapping[Key, Row]:
        """Put new rows into a table, and mark as stale whatever read those that changed."""
        self._order.setdefault(name)
        self._void.discard(name)
        note, table = self._notes.setdefault(name, Note()), self._tables.get(name)
        old = _unnoted(table or {})
        get = old.get
        other = ((key, row) for key, row in made.items() if get(key, ABSENT) is not row)
        changed = {key: row for key, row in other if key not in old or old[key] != row}
        shape = shape_of(keys)
        if table is not None and (shape is table.shape or list(old) == list(keys)):
            if not changed:
                return table
            rows, shape = {**old, **changed}, table.shape
        else:
            rows = {key: changed[key] if key in changed else old[key] for key in keys}
        for reader, key in note.changed((*changed, *(old.keys() - rows.keys()))):
            self._stale.setdefault(reader, set()).add(key)
        self._tables[name] = Table(rows, note, shape)
        return self._tables[name]


class _Members:
    """The items of every group, by the row they came from."""

    def __init__(self) -> None:
        self.groups: dict[Any, dict[Hashable, list[Any]]] = {}
        self._seen: Mapping[Any, Iterable[tuple[Any, Any]]] = {}

    def renew(self, rows: Mapping[Any, Iterable[tuple[Any, Any]]]) -> dict[Any, tuple[Any, ...]]:
        """Take in rows; return the groups in which something is other than before."""
        moved = _moved(self._seen, rows)
        touched = dict.fromkeys(self._leave(rows)) | dict.fromkeys(self._enter(rows))
        touched |= dict.fromkeys(self.groups if moved else ())
        self._seen = rows
        if not touched:
            return {}
        places = {key: place for place, key in enumerate(rows)}
        made = {}
        for group in touched:
            members = self.groups[group]
            if members:
                ordered = sorted(members, key=places.__getitem__)
                made[group] = tuple(item for key in ordered for item in members[key])
            else:
                del self.groups[group]
        return made

    def _leave(self, rows: Mapping[Any, Iterable[tuple[Any, Any]]]) -> Iterator[Any]:
        for key, row in self._seen.items():
            if rows.get(key) is not row:
                for group, _ in row:
                    self.groups[group].pop(key, None)
                    yield group

    def _enter(self, rows: Mapping[Any, Iterable[tuple[Any, Any]]]) -> Iterator[Any]:
        for key, row in rows.items():
            if self._seen.get(key) is not row:
                for group, item in row:
                    self.groups.setdefault(group, {}).setdefault(key, []).append(item)
                    yield group


def _moved(old: Mapping[Key, object], new: Mapping[Key, object]) -> bool:
    """Tell whether keys that were there before come in another order."""
    ones, others = list(old), list(new)
    if ones == others:
        return False
    return [key for key in ones if key in new] != [key for key in others if key in old]


def _unnoted(rows: Mapping[Key, Row]) -> Mapping[Key, Row]:
    """Return the rows as they are read by nobody in particular."""
    return rows.rows if isinstance(rows, Table) else rows
