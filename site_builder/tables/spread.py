"""Doing the same to many things: in turn here, or over processes where somebody offers it."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


class Progress:
    """Who looks on while many things are done; this one does not look."""

    def __call__(self, phase: str, done: int, total: int, /) -> None:
        """Hear how many of a phase's things are done: at its begin, now and then, at its end."""

    def over(self) -> None:
        """Hear that nothing more will come."""


NOBODY = Progress()


class Spread:
    """How pure work is done: one after the other, many things at once where processes are offered.

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
        del phase
        return [work(item) for item in items]

    @contextmanager
    def aside(
        self, work: Callable[["Spread"], Result], /, *, size: int
    ) -> Iterator[Callable[[], Result]]:
        """Begin work that nobody waits for yet, and offer its result.

        `work` gets the way to spread what it does itself. `size` is how many things it is about:
        work that is not worth a process of its own is done before anything else.
        """
        del size
        done = work(self)
        yield lambda: done


in_turn = Spread()
