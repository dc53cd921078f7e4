"""Names of the file system changed in one step, where the system can: two swapped, one renamed."""

import errno
import os
import platform
from pathlib import Path

AT_FDCWD = -100
RENAME_NOREPLACE, RENAME_EXCHANGE = 1, 2
RENAMEAT2 = {"x86_64": 316, "aarch64": 276}
"""The system call's number, for C libraries that have no function for it."""
UNKNOWN = frozenset({errno.ENOSYS, errno.EINVAL, errno.EOPNOTSUPP, errno.EPERM})
"""What a system or a disk says that has no such call."""


def exchange(one: Path, other: Path) -> bool:
    """Exchange two files or folders atomically; False, and nothing is changed, where that fails."""
    return _renameat2(one, other, RENAME_EXCHANGE) == 0


def rename_alone(one: Path, other: Path) -> bool:
    """Rename a file, never into the place of another; False where the system has no way to.

    Raises `FileExistsError` if the new name is taken, `OSError` if the system fails.
    """
    code = _renameat2(one, other, RENAME_NOREPLACE)
    if code and code not in UNKNOWN:
        raise OSError(code, os.strerror(code), str(other))
    return code == 0


def _renameat2(one: Path, other: Path, flags: int) -> int:
    """Return 0, or the number of the error."""
    import ctypes  # noqa: PLC0415 - 10 ms to load, needed only when something is written

    libc = ctypes.CDLL(None, use_errno=True)
    names = (AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(other), flags)
    number = RENAMEAT2.get(platform.machine()) if platform.system() == "Linux" else None
    if hasattr(libc, "renameat2"):
        failed = libc.renameat2(*names)
    elif number is not None:
        failed = libc.syscall(number, *names)
    else:
        return errno.ENOSYS
    return ctypes.get_errno() if failed else 0
