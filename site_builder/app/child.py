"""A process forked from this one: it sees everything that is in memory, and hands back a result."""

import contextlib
import os
import pickle  # between this program's own processes only, never from a file
import signal
import struct
import tempfile
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import IO, Any, TypeVar

Result = TypeVar("Result")

LENGTH = struct.Struct("=Q")
"""Stands before each part, so that it is known when one is whole."""
GLANCE = 0.02
"""Seconds between two looks at whether it has ended, where somebody looks on."""


class Child:
    """One process, until it has ended or was stopped; what it hands back comes in parts."""

    def __init__(self, pid: int, file: IO[bytes]) -> None:
        """Hold the process and the file without a name in which it leaves its parts."""
        self._pid = pid
        self._file = file
        self._parts: list[Any] = []
        self._taken = 0
        """Bytes of the file that these parts are."""
        self._ended = False

    @classmethod
    def begin(cls, work: Callable[[], Iterable[object]]) -> "Child | None":
        """Do work in another process, part by part; None if none can begin."""
        try:
            file = _nameless()
            pid = os.fork()
        except OSError:
            return None
        if pid:
            return cls(pid, file)
        try:
            for part in work():
                _leave(file.fileno(), pickle.dumps(part, protocol=pickle.HIGHEST_PROTOCOL))
            os._exit(0)
        finally:
            os._exit(1)

    @classmethod
    @contextmanager
    def beginning(cls, work: Callable[[], Iterable[object]]) -> "Iterator[Child | None]":
        """Begin as `begin` does, and stop at the end."""
        child = cls.begin(work)
        try:
            yield child
        finally:
            if child:
                child.stop()

    def take(self) -> None:
        """Take what has come so far, without waiting for more."""
        while (data := self._next()) is not None:
            self._parts.append(pickle.loads(data))  # noqa: S301 - written by our own child just now

    def _next(self) -> bytes | None:
        """Return the next part, None where it is not there whole."""
        head = os.pread(self._file.fileno(), LENGTH.size, self._taken)
        if len(head) < LENGTH.size:
            return None
        (size,) = LENGTH.unpack(head)
        begins = self._taken + LENGTH.size
        data = os.pread(self._file.fileno(), size, begins)
        if len(data) < size:
            return None
        self._taken = begins + size
        return data

    def result(self, tell: Callable[[], None] | None = None) -> list[Any] | None:
        """Wait for the end and return all parts, None if it failed.

        `tell` is called now and then meanwhile.
        """
        while (status := self._status(os.WNOHANG if tell else 0)) is None:
            if tell:
                tell()
                time.sleep(GLANCE)
        self.take()
        return self._parts if status == 0 else None

    def stop(self) -> None:
        """End a process that nobody waits for any more."""
        self._file.close()
        with contextlib.suppress(ChildProcessError):  # its end was heard of, and Ctrl-C came then
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


def _leave(descriptor: int, data: bytes) -> None:
    for left in (LENGTH.pack(len(data)), data):
        view = memoryview(left)
        while view:
            view = view[os.write(descriptor, view) :]


def can_begin(jobs: int) -> bool:
    """Tell whether another process is allowed, and safe: a fork copies one thread."""
    return jobs > 1 and hasattr(os, "fork") and threading.active_count() == 1


@contextmanager
def beside(jobs: int, work: Callable[[], Result]) -> Iterator[Callable[[], Result | None]]:
    """Begin work in another process, and offer its result; None where it could not be done.

    At the end the work is ended, too: nobody waits for it any more.
    """
    if not can_begin(jobs):
        yield lambda: None
        return
    with Child.beginning(lambda: (work(),)) as child:
        yield cache(lambda: ((child and child.result()) or [None])[0])
