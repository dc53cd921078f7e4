"""Doing the same to many things: in turn here, or over processes where somebody offers it."""

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


class Spread(Protocol):
    """How a pure function is applied to items; the results come in the items' order."""

    def __call__(self, work: Callable[[Item], Result], items: Sequence[Item], /) -> list[Result]:
        """Return the result for each item."""


def in_turn(work: Callable[[Item], Result], items: Sequence[Item], /) -> list[Result]:
    """Do one after the other."""
    return [work(item) for item in items]
