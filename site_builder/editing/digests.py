"""What tells one text from another."""

import os
import stat
from hashlib import sha256
from pathlib import Path

from site_builder.editing.target import READ, read_whole
from site_builder.parsing.text_decode import LARGEST_FILE

GONE, ODD = "gone", "odd"
"""Instead of the digest of what is not there, and of what is no file."""
MOST = 16 * LARGEST_FILE


def digest(data: bytes) -> str:
    """Return the digest of a text."""
    return sha256(data).hexdigest()


def digest_at(place: Path) -> str:
    """Return the digest of a file, `GONE` or `ODD`; raise `OSError` where it cannot be told."""
    try:
        if not stat.S_ISREG(os.lstat(place).st_mode):
            return ODD
        descriptor = os.open(place, READ)
    except FileNotFoundError:
        return GONE
    try:
        return digest(read_whole(descriptor, MOST))
    finally:
        os.close(descriptor)
