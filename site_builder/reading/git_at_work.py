"""Whether git is just now changing the files of a checkout."""

import os
from collections.abc import Callable
from pathlib import Path

from site_builder.reading.vault_root import repository_of

LOCK = "index.lock"
"""Git has this file, among its own, for as long as it changes files."""
LEFT_BEHIND = 60.0
"""Seconds after which the lock is one of a git that was killed."""
POINTER = "gitdir:"
"""How `.git` begins where it is no folder, as in a worktree or submodule: it says where that is."""
LONGEST = 8192
"""Bytes of such a file that are read."""


def git_at_work(root: Path, now: Callable[[], float]) -> Callable[[], bool]:
    """Return who tells whether git is at work around this vault; `now` is seconds since 1970."""
    lock = _own_folder(repository_of(root)) / LOCK

    def is_at_work() -> bool:
        try:
            return abs(now() - lock.stat().st_mtime) < LEFT_BEHIND
        except (OSError, ValueError):  # there is none, or a name that no file can have
            return False

    return is_at_work


def _own_folder(repository: Path) -> Path:
    """Return the folder in which git keeps the lock of this checkout."""
    place = repository / ".git"
    try:
        if not place.is_file():
            return place
        with place.open("rb") as file:
            said = os.fsdecode(file.read(LONGEST))
    except OSError:  # no permission
        return place
    return repository / said.removeprefix(POINTER).strip()
