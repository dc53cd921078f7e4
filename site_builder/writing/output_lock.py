"""One writer at a time: a lock beside the output folder that dies with its owner."""

import contextlib
import fcntl
import os
import time
from collections.abc import Iterator
from pathlib import Path

from site_builder.writing.output_errors import OutputLockedError
from site_builder.writing.to_the_end import to_the_end
from site_builder.writing.unwritable import naming

FLAGS = os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
LONGEST_PID = 20
PATIENCE = 50
"""Milliseconds to wait for the number of a builder that took the lock this very moment."""
GLANCE = 0.01
"""Seconds between two looks at it."""
ORPHANED = 2.0
"""Seconds to wait for the processes of a builder that was killed; they end with their heap."""


def lock_path(place: Path) -> Path:
    """Return where the lock of an output folder lies."""
    return place.with_name(f".{place.name}.doorstep-lock")


@contextlib.contextmanager
def hold_lock(place: Path) -> Iterator[None]:
    """Hold the lock, or raise `OutputLockedError` at once; the file is removed at the end."""
    path = lock_path(place)
    descriptor = _take(path, place)
    try:
        yield
    finally:
        to_the_end(lambda: _release(descriptor, path))
        os.close(descriptor)


def _release(descriptor: int, path: Path) -> None:
    if _is_at(descriptor, path):
        path.unlink()


def _take(path: Path, place: Path) -> int:
    """Return the locked file; taken again if its last owner removed it in the meantime."""
    until = time.monotonic() + ORPHANED
    while True:
        with naming(place):
            descriptor = os.open(path, FLAGS, 0o600)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if _is_at(descriptor, path):
                os.ftruncate(descriptor, 0)
                os.pwrite(descriptor, f"{os.getpid()}\n".encode(), 0)
                return descriptor
        except BlockingIOError:
            owner = _owner(descriptor)
            if owner is None or not has_ended(owner) or time.monotonic() > until:
                os.close(descriptor)
                raise OutputLockedError(place, owner) from None
            time.sleep(GLANCE)
        except BaseException:
            os.close(descriptor)
            raise
        os.close(descriptor)


def has_ended(pid: int) -> bool:
    """Tell whether no process has this number."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    except PermissionError:  # alive, and another user's
        return False
    return False


def _is_at(descriptor: int, path: Path) -> bool:
    """Tell whether the open file is still the one of this name."""
    try:
        return os.path.samestat(os.fstat(descriptor), path.lstat())
    except FileNotFoundError:
        return False


def _owner(descriptor: int) -> int | None:
    for _ in range(PATIENCE):
        text = os.pread(descriptor, LONGEST_PID, 0).strip()
        if text.isdigit():
            return int(text)
        time.sleep(0.001)
    return None
