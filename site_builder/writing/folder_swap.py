"""Puts a new folder in the place of an old one, in one step where the system can."""

import os
import platform
from pathlib import Path

AT_FDCWD = -100
RENAME_EXCHANGE = 2
RENAMEAT2 = {"x86_64": 316, "aarch64": 276}
"""The system call's number, for C libraries that have no function for it."""


def swap_folders(staging: Path, place: Path, *, previous: Path) -> None:
    """Publish `staging` at `place`; the old folder is then at `staging` or `previous`, if any.

    Readers see the old or the new folder, whole. Where folders cannot be exchanged, for a moment
    there is none at all; if the program dies in that moment, `clear_leftovers` brings `previous`
    back.
    """
    if not place.exists() or not any(place.iterdir()):
        staging.rename(place)
    elif not exchange(staging, place):
        rename_both(staging, place, previous=previous)


def exchange(one: Path, other: Path) -> bool:
    """Exchange two folders atomically; False, and nothing is changed, where that fails."""
    import ctypes  # noqa: PLC0415 - 10 ms to load, needed only when something is published

    libc = ctypes.CDLL(None, use_errno=True)
    names = (AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(other), RENAME_EXCHANGE)
    if hasattr(libc, "renameat2"):
        return bool(libc.renameat2(*names) == 0)
    number = RENAMEAT2.get(platform.machine()) if platform.system() == "Linux" else None
    return number is not None and bool(libc.syscall(number, *names) == 0)


def rename_both(staging: Path, place: Path, *, previous: Path) -> None:
    """Rename the old folder away and the new one in; undo the first if the second fails."""
    place.rename(previous)
    try:
        staging.rename(place)
    except BaseException:
        previous.rename(place)
        raise
