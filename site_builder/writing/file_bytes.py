"""Single files of a site: compare, write, link."""

import os
import stat
from pathlib import Path

READ = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
WRITE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
WRITE_AGAIN = os.O_WRONLY | os.O_NOFOLLOW | os.O_CLOEXEC
PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700
OTHERS = stat.S_IRWXG | stat.S_IRWXO


def read_file(path: Path) -> bytes:
    """Return a whole regular file; a link is refused by the system."""
    return _read(os.open(path, READ))


def holds(folder: int, name: str, data: bytes) -> bool:
    """Tell whether a file is for its owner alone and holds exactly these bytes."""
    try:
        descriptor = os.open(name, READ, dir_fd=folder)
    except OSError:
        return False
    try:
        status = os.fstat(descriptor)
        return (
            status.st_size == len(data)
            and not status.st_mode & OTHERS
            and stat.S_ISREG(status.st_mode)
            and _rest(descriptor, len(data)) == data
        )
    finally:
        os.close(descriptor)


def write_new(folder: int, name: str, data: bytes, *, durable: bool) -> None:
    """Write a file that does not exist yet, readable by its owner alone."""
    _write(os.open(name, WRITE, PRIVATE_FILE, dir_fd=folder), data, durable=durable)


def write_again(folder: int, name: str, data: bytes) -> None:
    """Write other bytes of the same length over a file of ours, and wait for the disk."""
    _write(os.open(name, WRITE_AGAIN, dir_fd=folder), data, durable=True)


def _write(descriptor: int, data: bytes, *, durable: bool) -> None:
    try:
        left = memoryview(data)
        while left:
            left = left[os.write(descriptor, left) :]
        if durable:
            os.fsync(descriptor)
    finally:
        os.close(descriptor)


def keep_file(old: int, new: int, name: str) -> None:
    """Give an unchanged file of the old folder a place in the new one; its time stays."""
    try:
        os.link(name, name, src_dir_fd=old, dst_dir_fd=new, follow_symlinks=False)
    except OSError:  # no hard links here, or too many of them
        status = os.stat(name, dir_fd=old, follow_symlinks=False)
        write_new(new, name, _read(os.open(name, READ, dir_fd=old)), durable=False)
        times = (status.st_atime_ns, status.st_mtime_ns)
        os.utime(name, ns=times, dir_fd=new, follow_symlinks=False)


def _read(descriptor: int) -> bytes:
    try:
        return _rest(descriptor, os.fstat(descriptor).st_size)
    finally:
        os.close(descriptor)


def _rest(descriptor: int, size: int) -> bytes:
    data = os.read(descriptor, size + 1)
    while more := os.read(descriptor, size + 1):
        data += more
    return data
