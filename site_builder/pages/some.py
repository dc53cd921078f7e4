"""The first items of a list and how many more there are, so that no page grows without bound."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from msgspec import Struct

Item = TypeVar("Item")
Line = TypeVar("Line")


class Some(Struct, Generic[Line], frozen=True):
    """What is shown of a list."""

    shown: tuple[Line, ...] = ()
    more: int = 0
    """Items that are counted, not shown."""

    def __bool__(self) -> bool:
        return bool(self.shown)


def first(items: Sequence[Item], most: int) -> Some[Item]:
    """Return the first `most` items."""
    return Some(tuple(items[:most]), max(0, len(items) - most))


def first_lines(items: Sequence[Item], most: int, *, line: Callable[[Item], Line]) -> Some[Line]:
    """Return the lines of the first `most` items; the other lines are not even made."""
    return Some(tuple(map(line, items[:most])), max(0, len(items) - most))
