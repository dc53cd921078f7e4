"""The file that an edit is for: found, read whole, and fit to be replaced."""

import os
import stat
from pathlib import Path

from msgspec import Struct

from site_builder.editing.edit_errors import EditRefusedError, Refusal
from site_builder.parsing.text_decode import LARGEST_FILE

READ = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
ANY_WRITE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


class Target(Struct, frozen=True):
    """A file as it was read."""

    path: str
    """In the vault, with `/`."""
    place: Path
    """The file itself: links are resolved."""
    data: bytes
    status: os.stat_result


def open_target(root: Path, path: str, *, disk: int) -> Target:
    """Read a file of the vault, or raise `EditRefusedError`; `disk` is where it must lie."""
    top = root.resolve()
    place = (top / path).resolve()
    if not place.is_relative_to(top):
        raise EditRefusedError(path, Refusal.OUTSIDE)
    descriptor = os.open(place, READ)
    try:
        status = os.fstat(descriptor)
        if (refusal := _refusal(place, status, disk)) is not None:
            raise EditRefusedError(path, refusal)
        data = read_whole(descriptor, LARGEST_FILE + 1)
    finally:
        os.close(descriptor)
    if len(data) > LARGEST_FILE:
        raise EditRefusedError(path, Refusal.TOO_LARGE)
    return Target(path, place, data, status)


def read_whole(descriptor: int, most: int) -> bytes:
    """Return the bytes of an open file, at most so many."""
    data = b""
    while len(data) < most and (more := os.read(descriptor, most - len(data))):
        data += more
    return data


def _refusal(place: Path, status: os.stat_result, disk: int) -> Refusal | None:
    faults = {
        Refusal.NO_FILE: not stat.S_ISREG(status.st_mode),
        Refusal.HARD_LINKED: status.st_nlink > 1,
        Refusal.FOREIGN: os.geteuid() not in {0, status.st_uid},
        Refusal.READ_ONLY: not status.st_mode & ANY_WRITE or not os.access(place, os.W_OK),
        Refusal.OTHER_DISK: status.st_dev != disk,
    }
    return next((refusal for refusal, found in faults.items() if found), None)
