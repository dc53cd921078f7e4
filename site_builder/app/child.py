"""A process forked from this one: it sees everything that is in memory, and hands back a result."""

import contextlib
import os
import pickle  # between this program's own processes only, never from a file
import signal
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import IO, Any, TypeVar

Result = TypeVar("Result")

GLANCE = 0.02
"""Seconds between two looks at whether it has ended, where somebody looks on."""


class Child:
    """One process, until it has ended or was stopped."""

    def __init__(self, pid: int, file: IO[bytes]) -> None:
        """Hold the process and the file without a name in which it leaves its result."""
        self._pid = pid
        self._file = file
        self._ended = False

    @classmethod
    def begin(cls, work: Callable[[], object]) -> "Child | None":
        """Do work in another process; None if none can begin."""
        try:
            file = _nameless()
            pid = os.fork()
        except OSError:
            return None
        if pid:
            return cls(pid, file)
        try:
            pickle.dump(work(), file, protocol=pickle.HIGHEST_PROTOCOL)
            file.flush()
            os._exit(0)
        finally:
            os._exit(1)

    def result(self, tell: Callable[[], None] | None) -> Any:  # noqa: ANN401 - whatever the work gave
        """Wait for the end and return what the work gave, None if it failed.

        `tell` is called now and then meanwhile.
        """
        while (status := self._status(os.WNOHANG if tell else 0)) is None:
            if tell:
                tell()
                time.sleep(GLANCE)
        with self._file:
            if status != 0:
                return None
            self._file.seek(0)
            return pickle.load(self._file)  # noqa: S301 - written by our own child just now

    def stop(self) -> None:
        """End a process that nobody waits for any more."""
        self._file.close()
        if not self._ended and self._status(os.WNOHANG) is None:  # the number is still its own
            with contextlib.suppress(ProcessLookupError):
                os.kill(self._pid, signal.SIGKILL)
            self._status(0)

    def _status(self, options: int) -> int | None:
        """Return how it ended, None while it goes on."""
        pid, status = os.waitpid(self._pid, options)
        self._ended = pid != 0
        return status if self._ended else None


def _nameless() -> IO[bytes]:
    """Return a file that only this process and those it forks see, in memory where that can be."""
    if hasattr(os, "memfd_create"):
        with contextlib.suppress(OSError):  # forbidden here
            return os.fdopen(os.memfd_create("doorstep"), "w+b")
    return tempfile.TemporaryFile()


@contextmanager
def beside(jobs: int, work: Callable[[], Result]) -> Iterator[Callable[[], Result | None]]:
    """Begin work in another process, and offer its result; None where it could not be done.

    At the end the work is ended, too: nobody waits for it any more.
    """
    alone = jobs > 1 and hasattr(os, "fork") and threading.active_count() == 1
    child = Child.begin(work) if alone else None
    try:
        yield cache(lambda: child.result(None) if child else None)
    finally:
        if child:
            child.stop()
