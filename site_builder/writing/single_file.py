"""Writes one private file whole, and replaces only a file of its own kind."""

import os
import secrets
import stat
from pathlib import Path

from site_builder.writing.file_bytes import READ, write_new
from site_builder.writing.output_errors import OutputRefusedError, Refusal
from site_builder.writing.output_place import settle_file
from site_builder.writing.unwritable import naming


def write_single(
    path: Path, data: bytes, *, begins: bytes, vault: Path, empty: bool = False
) -> None:
    """Write the file for its owner alone; refuse to replace one that does not begin like ours.

    Among the files of the vault or of a site it is refused, too: they would take it for theirs.
    An `empty` file is replaced where ours is one when it has nothing to say.
    """
    place = settle_file(path, vault)
    if os.path.lexists(place) and not _is_ours(place, begins, empty=empty):
        raise OutputRefusedError(place, Refusal.FOREIGN_FILE)
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
