"""Sites to publish, and what a folder looks like before and after."""

import os
import stat
from pathlib import Path

Entry = tuple[int, int, int, bytes]


def site(letter: str, pages: int = 12) -> dict[str, bytes]:
    """Return a small site all of whose bytes say which one it is."""
    files = {f"contacts/{number}.html": (letter * 3000).encode() for number in range(pages)}
    return files | {"index.html": letter.encode(), f"static/css/{letter}.css": b"body {}"}


def snapshot(place: Path) -> dict[str, Entry]:
    """Return kind and mode, inode, time and contents of everything below a folder and of it."""
    return {str(entry.relative_to(place)): _entry(entry) for entry in [place, *place.rglob("*")]}


def contents(place: Path) -> dict[str, bytes]:
    """Return the files of a site without the marker."""
    return {
        entry.relative_to(place).as_posix(): entry.read_bytes()
        for entry in place.rglob("*")
        if entry.is_file() and entry.name != ".doorstep-output"
    }


def write_in_place(place: Path, files: dict[str, bytes]) -> None:
    """Write as careless builders do: the control that shows what a harness can see."""
    for old in contents(place).keys() - files.keys():
        (place / old).unlink()
    for name, data in files.items():
        descriptor = os.open(place / name, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.write(descriptor, data[: len(data) // 2])
        os.write(descriptor, data[len(data) // 2 :])
        os.close(descriptor)


def names(folder: Path) -> list[str]:
    """Return what is in a folder, hidden names too."""
    return sorted(entry.name for entry in folder.iterdir())


def _entry(entry: Path) -> Entry:
    status = entry.lstat()
    if stat.S_ISLNK(status.st_mode):
        data = os.fsencode(entry.readlink())
    else:
        data = entry.read_bytes() if stat.S_ISREG(status.st_mode) else b""
    return status.st_mode, status.st_ino, status.st_mtime_ns, data
