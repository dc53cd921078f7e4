"""Writes one private file whole, and replaces only a file of its own kind."""

import os
import secrets
import stat
from pathlib import Path

from site_builder.writing.file_bytes import READ, write_new
from site_builder.writing.output_errors import OutputRefusedError, Refusal
from site_builder.writing.output_place import settle_file
from site_builder.writing.unwritable import naming


def settle_single(path: Path, *, begins: bytes, vault: Path, empty: bool = False) -> Path:
    """Return the real path of a file that may be written; raise `OutputRefusedError` for others.

    One that is there has to begin like ours, or to be `empty` where ours is so when it has nothing
    to say. Among the files of the vault or of a site none may be written: they would take it for
    theirs.
    """
    place = settle_file(path, vault)
    if os.path.lexists(place) and not _is_ours(place, begins, empty=empty):
        raise OutputRefusedError(place, Refusal.FOREIGN_FILE)
    return place


def write_single(
    path: Path, data: bytes, *, begins: bytes, vault: Path, empty: bool = False
) -> None:
    """Write the file for its owner alone, where `settle_single` allows it."""
    place = settle_single(path, begins=begins, vault=vault, empty=empty)
    with naming(place):
        _write(place, data)


def _write(place: Path, data: bytes) -> None:
    folder = os.open(place.parent, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    fresh = f".{place.name[:50]}.{secrets.token_hex(4)}"
    try:
        write_new(folder, fresh, data, durable=True)
        os.rename(fresh, place.name, src_dir_fd=folder, dst_dir_fd=folder)
    except BaseException:
        if os.path.lexists(place.parent / fresh):
            os.unlink(fresh, dir_fd=folder)
        raise
    finally:
        os.close(folder)


def _is_ours(place: Path, begins: bytes, *, empty: bool) -> bool:
    try:
        descriptor = os.open(place, READ)
    except OSError:
        return False
    try:
        regular = stat.S_ISREG(os.fstat(descriptor).st_mode)
        start = os.read(descriptor, len(begins)) if regular else b"-"
        return start == begins or (empty and not start)
    finally:
        os.close(descriptor)
