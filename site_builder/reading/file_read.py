"""Opens one file so that nothing can make the program wait or read something else."""

import os
import stat

from site_builder.reading.folder_walk import Found
from site_builder.reading.reasons import reason_of, special_file
from site_builder.source import Source

FLAGS = os.O_RDONLY | os.O_CLOEXEC | os.O_NOFOLLOW | os.O_NONBLOCK
"""A name that has become a link since it was listed is refused, a pipe does not block."""


def read_found(found: Found, most: int) -> Source | None:
    """Return the first `most` bytes of what a walk found; None if it is gone by now."""
    if found.why_not:
        return Source(found.path, unreadable=found.why_not)
    try:
        descriptor = os.open(found.place, FLAGS)
    except FileNotFoundError:
        return None
    except OSError as error:
        return Source(found.path, unreadable=reason_of(error))
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            return Source(found.path, unreadable=special_file(status.st_mode))
        return Source(found.path, _bytes(descriptor, status.st_size, most))
    except OSError as error:
        return Source(found.path, unreadable=reason_of(error))
    finally:
        os.close(descriptor)


def _bytes(descriptor: int, size: int, most: int) -> bytes:
    """Read to the end, or up to `most` bytes; one call does for almost every file."""
    data = os.read(descriptor, min(size + 1, most))
    while len(data) < most and (more := os.read(descriptor, most - len(data))):
        data += more
    return data
