"""Spreading pure work over processes that are forked from this one.

A forked process sees everything that is in memory, so only results travel. The work lies in heaps;
whoever is free takes the next one, and results are taken while others are made. What a process that
died had taken is done here once more: the result is the same with any number of processes.

A fork copies one thread, and whatever lock another one holds stays locked in the copy for ever. So
nothing is forked while there are other threads: the watch makes its first build before it serves.
"""

import copyreg
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import cache, partial
from itertools import takewhile
from time import perf_counter

from site_builder.app.child import Child, beside, can_begin
from site_builder.app.pile import Pile
from site_builder.app.tally import Tally
from site_builder.model.document import Document
from site_builder.parsing.document_pack import pack, unpack
from site_builder.tables.spread import NOBODY, Item, Progress, Result, Spread, in_turn

WORTH_IT = 500
"""So many files or pages are worth another process at once."""
AT_FIRST = 0.03
"""Seconds after which it is asked of fewer things whether another process pays."""
REMAINS = 0.06
"""Seconds for which the rest of them must last, at the pace so far."""
HEAPS = 64
"""So many heaps a process: whoever is done takes another, and all end at about the same time."""

copyreg.pickle(Document, lambda document: (unpack, (pack(document),)))
"""A document travels packed, in a fifth of the time that its hundred records would take alone."""


@contextmanager
def spreading(jobs: int, progress: Progress = NOBODY) -> Iterator[Spread]:
    """Offer a way to spread work; at the end whoever looks on hears that it is over."""
    try:
        yield spread_over(jobs, progress)
    finally:
        progress.over()


def spread_over(jobs: int, progress: Progress = NOBODY) -> Spread:
    """Return a way to spread work over so many processes, this one included."""
    most = jobs if hasattr(os, "fork") else 1
    if most < 2 and progress is NOBODY:  # noqa: PLR2004 - one process spreads nothing
        return in_turn
    return _Spread(most, progress)


class _Spread(Spread):
    """Spreads work over processes."""

    def __init__(self, most: int, progress: Progress) -> None:
        """Allow so many processes, this one included."""
        self._most = most
        self._progress = progress

    def __call__(
        self, work: Callable[[Item], Result], items: Sequence[Item], /, *, phase: str = ""
    ) -> list[Result]:
        """Return the result for each item."""
        many = self._most if can_begin(self._most) else 1
        tally = Tally(self._progress, phase, total=len(items), processes=many)
        first = _first(work, items, tally) if many > 1 and len(items) < WORTH_IT else []
        rest = items[len(first) :]
        heaps = min(len(rest), HEAPS * many, Pile.MOST) if many > 1 else 1

        def heap(number: int, process: int) -> list[Result]:
            done = []
            for item in rest[number::heaps]:
                done.append(work(item))
                tally.add(process)
            return done

        tell = None if self._progress is NOBODY else tally.tell
        done = _shared(heap, heaps, many, tally, tell) if many > 1 and rest else {}
        for number in range(heaps):
            if number not in done:
                done[number] = heap(number, 0)
        tally.tell()
        return first + [done[index % heaps][index // heaps] for index in range(len(rest))]

    @contextmanager
    def aside(
        self, work: Callable[[Spread], Result], /, *, size: int
    ) -> Iterator[Callable[[], Result]]:
        """Begin the work in another process if that pays; what fails there is done here."""
        if size < WORTH_IT:
            with in_turn.aside(lambda _: work(self), size=size) as done:
                yield done
            return
        with beside(self._most, lambda: (work(in_turn),)) as found:
            yield cache(lambda: (found() or (work(self),))[0])


def _first(work: Callable[[Item], Result], items: Sequence[Item], tally: Tally) -> list[Result]:
    """Do things until it is known that the rest is worth another process, or until all are done."""
    done: list[Result] = []
    spent = longest = 0.0
    for item in items:
        begun = perf_counter()
        done.append(work(item))
        tally.add(0)
        took = perf_counter() - begun
        spent, longest = spent + took, max(longest, took)
        pace = (spent - longest) / max(len(done) - 1, 1)  # one may have had something to load
        if spent > AT_FIRST and pace * (len(items) - len(done)) > REMAINS:
            break
    return done


def _shared(
    heap: Callable[[int, int], list[Result]],
    heaps: int,
    many: int,
    tally: Tally,
    tell: Callable[[], None] | None,
) -> dict[int, list[Result]]:
    """Do the heaps in this process and in others; return what was done by number."""
    builder = os.getpid()
    with Pile(heaps) as pile, ExitStack() as kept:

        def take(process: int) -> Iterator[tuple[int, list[Result]]]:
            """Do heap after heap, as long as there is somebody to do it for."""
            for number in takewhile(lambda _: builder in {os.getpid(), os.getppid()}, pile):
                yield number, heap(number, process)

        others = [Child.begin(partial(take, process)) for process in range(1, min(many, heaps))]
        for other in others:
            if other:
                kept.callback(other.stop)
        done = {}
        for number, results in take(0):
            done[number] = results
            for other in filter(None, others):
                other.take()
        for process, child in enumerate(others, 1):
            theirs = child and child.result(tell)
            if theirs is None:
                tally.forget(process)
            done |= dict(theirs or ())
    return done
