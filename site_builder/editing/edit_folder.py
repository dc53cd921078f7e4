"""`.doorstep/` as the place of edits: the lock, and what edits displaced.

It is for its owner alone and tells git to pass it over.
"""

import contextlib
import fcntl
import os
import time
from collections.abc import Iterator
from pathlib import Path

from site_builder.editing.broken_off import FOLDER, REPLACED
from site_builder.editing.edit_errors import EditLockedError

LOCK = "edit.lock"
FLAGS = os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
LONGEST_PID = 20
PATIENCE = 5.0
"""Seconds to wait for a command that edits the same vault."""
PAUSE = 0.005
"""Seconds between two tries."""


def replaced_folder(root: Path) -> Path:
    """Return the folder of what edits displaced; it is made where there is none."""
    folder = root / FOLDER
    folder.mkdir(mode=0o700, exist_ok=True)
    ignored = folder / ".gitignore"
    if not (ignored.exists() and ignored.stat().st_size):  # a full disk leaves it empty
        ignored.write_text("*\n", "utf-8")
    replaced = folder / REPLACED
    replaced.mkdir(mode=0o700, exist_ok=True)
    return replaced


@contextlib.contextmanager
def edit_lock(root: Path) -> Iterator[Path]:
    """Hold the vault's lock and give the folder of what is displaced.

    Raises `EditLockedError` if another command holds the lock for longer than `PATIENCE`. The lock
    dies with its owner; its file stays, so that no two commands ever lock different files.
    """
    replaced = replaced_folder(root)
    descriptor = os.open(root / FOLDER / LOCK, FLAGS, 0o600)
    try:
        _wait_for(descriptor)
        yield replaced
    finally:
        os.close(descriptor)


def _wait_for(descriptor: int) -> None:
    until = time.monotonic() + PATIENCE
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > until:
                text = os.pread(descriptor, LONGEST_PID, 0).strip()
                raise EditLockedError(int(text) if text.isdigit() else None) from None
            time.sleep(PAUSE)
        else:
            os.ftruncate(descriptor, 0)
            os.pwrite(descriptor, f"{os.getpid()}\n".encode(), 0)
            return
