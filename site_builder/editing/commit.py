"""Puts a new text in the place of the one that was read, and of no other: compare and swap.

The new file and the old one are exchanged, then what came out is looked at. If somebody saved in
between, it is their save that came out, and it is put back.
"""

import os
import secrets
import stat
from contextlib import suppress
from pathlib import Path

from site_builder.editing.digests import digest, digest_at
from site_builder.editing.edit_errors import ChangedOnDiskError, EditFailedError
from site_builder.editing.note_bytes import to_bytes
from site_builder.editing.replaced import BEFORE, OPEN, TEXT, Note, Settled, settle
from site_builder.editing.target import Target
from site_builder.exchange import exchange

WRITE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC
PRIVATE = 0o600


def commit(folder: Path, target: Target, data: bytes) -> None:
    """Replace a file's text; `folder` takes what is displaced, and the lock is held.

    Raises `ChangedOnDiskError` if the file is not what was read any more, `EditFailedError` if the
    system fails. The file is whole at any time: the old text, the new one, or another's save.
    """
    name = secrets.token_hex(8)
    note = Note(target.path, str(target.place), digest(target.data), digest(data))
    try:
        write_new(folder / f"{name}{TEXT}", data, like=target)
        write_new(folder / f"{name}{OPEN}", to_bytes(note))
        sync(folder)
        put_in_place(folder, name, note, target)
        settled = settle(folder, name)
        sync(target.place.parent)
    except OSError as error:
        raise EditFailedError(target.path, error, written=_is_made(folder, name)) from error
    except BaseException:
        _is_made(folder, name)
        raise
    if settled is Settled.UNMADE:
        raise ChangedOnDiskError(target.path)


def write_new(place: Path, data: bytes, *, mode: int = PRIVATE, like: Target | None = None) -> None:
    """Write a file that does not exist yet to the disk: for its owner alone, or like another."""
    descriptor = os.open(place, WRITE, mode)
    try:
        left = memoryview(data)
        while left:
            left = left[os.write(descriptor, left) :]
        if like is not None:
            _make_alike(descriptor, like.status)
            _copy_attributes(like.place, descriptor)
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync(folder: Path) -> None:
    """Have the names of a folder written to the disk."""
    descriptor = os.open(folder, FOLDER)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def put_in_place(folder: Path, name: str, note: Note, target: Target) -> None:
    """Exchange the new text with the file, or put it there where files cannot be exchanged."""
    text, before = folder / f"{name}{TEXT}", folder / f"{name}{BEFORE}"
    if exchange(text, target.place):
        return
    try:
        os.link(target.place, before)
    except OSError:  # no hard links here
        write_new(before, target.data)
    if digest_at(target.place) == note.old:
        text.replace(target.place)


def _make_alike(descriptor: int, like: os.stat_result) -> None:
    mine = os.fstat(descriptor)
    if (mine.st_uid, mine.st_gid) != (like.st_uid, like.st_gid):
        os.fchown(descriptor, like.st_uid, like.st_gid)
    os.fchmod(descriptor, stat.S_IMODE(like.st_mode))


def _copy_attributes(source: Path, descriptor: int) -> None:
    """Copy extended attributes, access lists among them, as far as the system allows it."""
    if not hasattr(os, "listxattr"):
        return
    with suppress(OSError):
        for key in os.listxattr(source):
            with suppress(OSError):
                os.setxattr(descriptor, key, os.getxattr(source, key))


def _is_made(folder: Path, name: str) -> bool | None:
    """Settle what was broken off; None where the disk does not tell."""
    try:
        return settle(folder, name) is Settled.MADE
    except OSError:
        return None
