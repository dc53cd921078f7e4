"""Where a vault's memory between runs lies, and which program may trust it.

`.doorstep/` is for its owner alone and tells git to pass it over. What lies there counts only for
the very program that wrote it: the same version, from files of the same sizes and times.
"""

import os
import stat
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from hashlib import sha256
from pathlib import Path

from site_builder import __version__
from site_builder.writing.file_bytes import READ

FOLDER = ".doorstep"
PACKAGE = Path(__file__).parents[1]
PRIVATE = 0o600
STARTED = Path("/proc/sys/kernel/random/boot_id")
"""Where Linux names this start of the system."""


def program() -> str:
    """Return a digest of this very program."""
    return f"{__version__} {stamp(PACKAGE)}"


def started() -> str:
    """Return which start of the system this is; nothing where it does not tell.

    After a power cut a file may have its old size and time and not its bytes.
    """
    try:
        return STARTED.read_text("ascii")
    except (OSError, ValueError):
        return ""


def save(place: Path, data: bytes) -> None:
    """Write a file of the memory; a vault that cannot be written to simply has none."""
    try:
        place.parent.mkdir(mode=0o700, exist_ok=True)
        ignored = place.parent / ".gitignore"
        if not (ignored.exists() and ignored.stat().st_size):  # a full disk leaves it empty
            ignored.write_text("*\n", "utf-8")
    except OSError:
        return
    write_at_once(place, data)


def is_mine(file: os.stat_result) -> bool:
    """Tell whether a file is such as this program writes; a copy from elsewhere is not."""
    regular = stat.S_ISREG(file.st_mode)
    return regular and stat.S_IMODE(file.st_mode) == PRIVATE and file.st_uid == os.geteuid()


def read_mine(place: Path) -> bytes | None:
    """Return what a file holds, None where it is not such as this program writes.

    Raises `OSError` where there is none, or a link, as a repository may bring one to anything.
    """
    with open(place, "rb", opener=lambda path, _: os.open(path, READ)) as file:
        return file.read() if is_mine(os.fstat(file.fileno())) else None


def write_at_once(place: Path, data: bytes) -> None:
    """Write a whole file for its owner alone, or nothing."""
    fresh = place.with_name(f"{place.name}.{os.getpid()}")
    try:
        with suppress(OSError):
            with open(fresh, "xb", opener=partial(os.open, mode=PRIVATE)) as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())  # or a power cut leaves a name without its bytes
            fresh.replace(place)
    finally:
        with suppress(OSError):  # it has its name, or nothing could be written
            fresh.unlink()


def stamp(folder: Path) -> str:
    """Return a digest of names, sizes and times of all files below a folder."""
    rows = sorted(_rows(str(folder), "")) if folder.is_dir() else []
    return sha256(repr(rows).encode("utf-8", "surrogatepass")).hexdigest()


def _rows(folder: str, prefix: str) -> Iterator[tuple[str, int, int]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                if entry.name != "__pycache__":
                    yield from _rows(entry.path, f"{prefix}{entry.name}/")
            else:
                found = entry.stat(follow_symlinks=False)
                yield f"{prefix}{entry.name}", found.st_size, found.st_mtime_ns
