"""Whether git is just now changing the files of a checkout."""

from collections.abc import Callable
from pathlib import Path

from site_builder.reading.vault_root import repository_of

LOCK = Path(".git") / "index.lock"
"""Git has this file for as long as it changes files."""
LEFT_BEHIND = 60.0
"""Seconds after which the lock is one of a git that was killed."""


def git_at_work(root: Path, now: Callable[[], float]) -> Callable[[], bool]:
    """Return who tells whether git is at work around this vault; `now` is seconds since 1970."""
    lock = repository_of(root) / LOCK

    def is_at_work() -> bool:
        try:
            return abs(now() - lock.stat().st_mtime) < LEFT_BEHIND
        except OSError:
            return False

    return is_at_work
