"""Doing the same to many things: in turn here, or over processes where somebody offers it."""

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


class Progress(Protocol):
    """Who looks on while many things are done."""

    def __call__(self, phase: str, done: int, total: int, /) -> None:
        """Hear how many of a phase's things are done: at its begin, now and then, at its end."""

    def over(self) -> None:
        """Hear that nothing more will come."""


class Nobody:
    """Does not look on."""

    def __call__(self, phase: str, done: int, total: int, /) -> None:
        """Hear nothing."""

    def over(self) -> None:
        """Hear nothing."""


NOBODY = Nobody()


class Spread(Protocol):
    """How a pure function is applied to items; the results come in the items' order.

    `phase` names the work for those who look on.
    """

    def __call__(
        self,
        work: Callable[[Item], Result],
        items: Sequence[Item],
        /,
        *,
        phase: str = "",
    ) -> list[Result]:
        """Return the result for each item."""


def in_turn(
    work: Callable[[Item], Result],
    items: Sequence[Item],
    /,
    *,
    phase: str = "",
) -> list[Result]:
    """Do one after the other; nobody looks on."""
    del phase
    return [work(item) for item in items]
