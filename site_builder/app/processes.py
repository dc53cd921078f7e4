"""Spreading pure work over processes that are forked from this one.

A forked process sees everything that is in memory, so only results travel. Where a process dies or
cannot be forked, its share is done here: the result is the same with any number of processes.
"""

import os
import pickle  # between this program's own processes only, never from a file
import tempfile
from collections.abc import Callable, Sequence
from typing import IO, Any

from site_builder.tables.spread import Item, Result, Spread, in_turn

WORTH_IT = 500
"""Fewer files or pages are done before another process has begun."""


def spread_over(jobs: int) -> Spread:
    """Return a way to spread work over so many processes, this one included."""
    if jobs < 2 or not hasattr(os, "fork"):  # noqa: PLR2004 - one process spreads nothing
        return in_turn

    def spread(work: Callable[[Item], Result], items: Sequence[Item], /) -> list[Result]:
        if len(items) < WORTH_IT:
            return in_turn(work, items)
        shares = [items[number::jobs] for number in range(jobs)]
        others = [_begin(work, share) for share in shares[1:]]
        parts = [in_turn(work, shares[0])]
        for share, other in zip(shares[1:], others, strict=True):
            parts.append(_end(other) or in_turn(work, share))
        return [parts[index % jobs][index // jobs] for index in range(len(items))]

    return spread


def _begin(work: Callable[[Item], Result], share: Sequence[Item]) -> tuple[int, IO[bytes]]:
    """Start a process on its share; it leaves the results in a file without a name."""
    file = tempfile.TemporaryFile()  # noqa: SIM115 - closed when its results have been read
    pid = os.fork()
    if pid:
        return pid, file
    try:
        pickle.dump(in_turn(work, share), file, protocol=pickle.HIGHEST_PROTOCOL)
        file.flush()
        os._exit(0)
    finally:
        os._exit(1)


def _end(process: tuple[int, IO[bytes]]) -> list[Any] | None:
    """Wait for a process and read its results; None if it failed."""
    pid, file = process
    _, status = os.waitpid(pid, 0)
    with file:
        if status != 0:
            return None
        file.seek(0)
        results: list[Any] = pickle.load(file)  # noqa: S301 - written by our own child just now
        return results
