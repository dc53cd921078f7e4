"""Doing the same to many things: in turn here, or over processes where somebody offers it."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
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
    """How pure work is done: many things at once, or one beside others, if processes are offered.

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
        """Return the result for each item, in the order of the items."""

    def aside(
        self, work: Callable[["Spread"], Result], /, *, size: int
    ) -> AbstractContextManager[Callable[[], Result]]:
        """Begin work that nobody waits for yet, and offer its result.

        `work` gets the way to spread what it does itself. `size` is how many things it is about:
        work that is not worth a process of its own is done before anything else.
        """


class InTurn:
    """Does one after the other; nobody looks on."""

    def __call__(
        self,
        work: Callable[[Item], Result],
        items: Sequence[Item],
        /,
        *,
        phase: str = "",
    ) -> list[Result]:
        """Return the result for each item."""
        del phase
        return [work(item) for item in items]

    @contextmanager
    def aside(
        self, work: Callable[[Spread], Result], /, *, size: int
    ) -> Iterator[Callable[[], Result]]:
        """Do the work."""
        del size
        done = work(self)
        yield lambda: done


in_turn = InTurn()
