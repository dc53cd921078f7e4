"""Several mappings read as one, without reading a row before it is asked for."""

from collections.abc import Iterator, Mapping

from site_builder.tables.workshop import Key, Row


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
