"""Two names of the file system swapped in one step, where the system can."""

import os
import platform
from pathlib import Path

AT_FDCWD = -100
RENAME_EXCHANGE = 2
RENAMEAT2 = {"x86_64": 316, "aarch64": 276}
"""The system call's number, for C libraries that have no function for it."""


def exchange(one: Path, other: Path) -> bool:
    """Exchange two files or folders atomically; False, and nothing is changed, where that fails."""
    import ctypes  # noqa: PLC0415 - 10 ms to load, needed only when something is written

    libc = ctypes.CDLL(None, use_errno=True)
    names = (AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(other), RENAME_EXCHANGE)
    if hasattr(libc, "renameat2"):
        return bool(libc.renameat2(*names) == 0)
    number = RENAMEAT2.get(platform.machine()) if platform.system() == "Linux" else None
    return number is not None and bool(libc.syscall(number, *names) == 0)
