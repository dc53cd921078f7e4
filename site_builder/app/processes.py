"""Spreading pure work over processes that are forked from this one.

A forked process sees everything that is in memory, so only results travel. The work lies in heaps;
whoever is free takes the next one. What a process that died had taken is done here once more: the
result is the same with any number of processes.

A fork copies one thread, and whatever lock another one holds stays locked in the copy for ever. So
nothing is forked while there are other threads: the watch makes its first build before it serves.
"""

import copyreg
import os
import pickle  # between this program's own processes only, never from a file
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import IO, Any

from site_builder.app.pile import Pile
from site_builder.app.tally import Tally
from site_builder.model.document import Document
from site_builder.parsing.document_pack import pack, unpack
from site_builder.tables.spread import NOBODY, Item, Progress, Result, Spread, in_turn

WORTH_IT = 500
"""Fewer files or pages are done before another process has begun."""
HEAPS = 64
"""So many heaps a process: whoever is done takes another, and all end at about the same time."""
GLANCE = 0.02
"""Seconds between two looks at what other processes have done, where somebody looks on."""

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

    def spread(
        work: Callable[[Item], Result], items: Sequence[Item], /, *, phase: str = ""
    ) -> list[Result]:
        many = most if len(items) >= WORTH_IT and threading.active_count() == 1 else 1
        tally = Tally(progress, phase, total=len(items), processes=many)
        heaps = min(len(items), HEAPS * many, Pile.MOST) if many > 1 else 1

        def heap(number: int, process: int) -> list[Result]:
            done = []
            for item in items[number::heaps]:
                done.append(work(item))
                tally.add(process)
            return done

        with Pile(heaps) as pile:
            others = [_begin(pile, heap, process) for process in range(1, many)]
            done = {number: heap(number, 0) for number in pile}
            for process, other in enumerate(others, 1):
                theirs = _end(other, None if progress is NOBODY else tally.tell)
                if theirs is None:
                    tally.forget(process)
                done |= theirs or {}
        for number in range(heaps):
            if number not in done:
                done[number] = heap(number, 0)
        tally.tell()
        return [done[index % heaps][index // heaps] for index in range(len(items))]

    return spread


def _begin(
    pile: Pile, heap: Callable[[int, int], list[Result]], process: int
) -> tuple[int, IO[bytes]] | None:
    """Start a process; it leaves its results in a file without a name. None if it cannot start."""
    try:
        file = tempfile.TemporaryFile()  # noqa: SIM115 - closed when its results have been read
        pid = os.fork()
    except OSError:
        return None
    if pid:
        return pid, file
    try:
        done = {number: heap(number, process) for number in pile}
        pickle.dump(done, file, protocol=pickle.HIGHEST_PROTOCOL)
        file.flush()
        os._exit(0)
    finally:
        os._exit(1)


def _end(
    started: tuple[int, IO[bytes]] | None, tell: Callable[[], None] | None
) -> dict[int, list[Any]] | None:
    """Wait for a process and read its results; None if it failed."""
    if started is None:
        return None
    pid, file = started
    status = _wait(pid, tell)
    with file:
        if status != 0:
            return None
        file.seek(0)
        results: dict[int, list[Any]] = pickle.load(file)  # noqa: S301 - written by our own child just now
        return results


def _wait(pid: int, tell: Callable[[], None] | None) -> int:
    """Return how a process ended; tell now and then how far it has come."""
    while True:
        ended, status = os.waitpid(pid, os.WNOHANG if tell else 0)
        if ended or tell is None:
            return status
        tell()
        time.sleep(GLANCE)
