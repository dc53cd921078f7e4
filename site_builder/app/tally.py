"""Counts how far several processes have come with one pass over many things."""

import mmap

from site_builder.tables.spread import Progress

CELL = 8
"""Bytes of a count."""


class Tally:
    """A count for each process in memory that all of them share; the first one tells the sum."""

    def __init__(self, progress: Progress, phase: str, *, total: int, processes: int) -> None:
        """Tell that the pass begins."""
        self._progress, self._phase, self._total = progress, phase, total
        self._counts = memoryview(mmap.mmap(-1, CELL * processes)).cast("Q")
        self._told = -1
        self.tell()

    def forget(self, process: int) -> None:
        """Forget what a process has done: it died, and others will do it."""
        self._counts[process] = 0

    def add(self, process: int) -> None:
        """Count what a process has done; the first one lets it be known."""
        self._counts[process] += 1
        if process == 0:
            self.tell()

    def tell(self) -> None:
        """Tell how much is done, if it is not what was told last."""
        done = sum(self._counts)
        if self._phase and done != self._told:
            self._told = done
            self._progress(self._phase, done, self._total)
