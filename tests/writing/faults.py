"""Lets calls to the system fail in this process: one of them, or all of a kind from one on.

Every function of `os` and `fcntl` by which the program touches files is replaced by one that
counts, and then does as it should or raises. What C does alone is not covered: that is the
exchange of folders, which `without_exchange` takes away.
"""

import errno
import fcntl
import os
from dataclasses import dataclass
from typing import Any

READ = frozenset({"stat", "lstat", "fstat", "read", "pread", "listdir", "scandir", "readlink"})
ADD = frozenset({"write", "pwrite", "mkdir", "rename", "replace", "link", "utime", "ftruncate"})
REMOVE = frozenset({"unlink", "remove", "rmdir"})
OPEN, MAKE = "open", "open for writing"
ALL = READ | ADD | REMOVE | {OPEN, MAKE, "close", "fsync", "flock"}
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT


@dataclass(frozen=True, slots=True)
class Fault:
    """What fails, with which error, and whether it goes on."""

    code: int
    calls: frozenset[str] = ALL
    lasting: bool = False

    @property
    def error(self) -> BaseException:
        """What Python makes of it."""
        if self.code == errno.EINTR:
            return KeyboardInterrupt()
        return OSError(self.code, os.strerror(self.code))


INTERRUPT = "the user presses Ctrl-C"
FAULTS = {
    INTERRUPT: Fault(errno.EINTR),
    "the disk is full for a moment": Fault(errno.ENOSPC),
    "a call fails in the device": Fault(errno.EIO),
    "a call is not allowed": Fault(errno.EACCES),
    "a call finds a read-only disk": Fault(errno.EROFS),
    "a quota is used up": Fault(errno.EDQUOT),
    "too many files are open": Fault(errno.EMFILE, frozenset({OPEN, MAKE, "scandir"})),
    "the disk stays full": Fault(errno.ENOSPC, ADD | {MAKE}, lasting=True),
    "the disk becomes read-only": Fault(errno.EROFS, ADD | REMOVE | {MAKE, "fsync"}, lasting=True),
    "the device is gone": Fault(errno.EIO, ALL - {"close"}, lasting=True),
}


class Calls:
    """Counts the calls of this process that can fail so, and lets them from the given one on."""

    def __init__(self, fault: Fault, strike: int) -> None:
        """Begin; the first call is number 1."""
        self.made = 0
        self._fault, self._strike = fault, strike
        for name in ALL - {MAKE, "flock"}:
            self._count(os, name)
        self._count(fcntl, "flock")

    def _count(self, module: Any, name: str) -> None:
        plain = getattr(module, name)

        def counted(*words: Any, **more: Any) -> Any:
            kind = MAKE if name == OPEN and words[1] & WRITING else name
            self.made += kind in self._fault.calls
            lasting = self._fault.lasting and self.made > self._strike
            if kind not in self._fault.calls or not (lasting or self.made == self._strike):
                return plain(*words, **more)
            if name == "close":  # the file is closed all the same: the error is about its data
                plain(*words)
            raise self._fault.error

        setattr(module, name, counted)
