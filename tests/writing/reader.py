"""Reads a site over and over while others write it: `reader.py SITE UNTIL` prints what it saw.

It trusts the manifest in the folder and nothing else: each file must be there and have its
SHA-256. A look during which the manifest was replaced tells nothing: the next page somebody opens
is of the new site.
"""

import hashlib
import json
import sys
from collections import Counter
from pathlib import Path

Stamp = tuple[int, int, int]


def main(place: Path, until: Path) -> None:
    """Look until that file exists; for what was seen there is a file beside it."""
    outcomes: Counter[str] = Counter()
    while not until.exists():
        outcomes[seen := look(place)] += 1
        if outcomes[seen] == 1:
            seen_before(until, seen).touch()
    print(json.dumps(outcomes))  # noqa: T201 - read by the test


def seen_before(until: Path, outcome: str) -> Path:
    """Return the file that is there once somebody has seen this."""
    return until.with_name(f"seen-{outcome}")


def look(place: Path) -> str:
    """Read everything once."""
    marker = place / ".doorstep-output"
    try:
        before, listed = _stamp(marker), json.loads(marker.read_bytes())["files"]
    except (FileNotFoundError, NotADirectoryError):
        return "missing"
    except ValueError:
        return "torn"
    sound = all(_is_sound(place / name, digest) for name, digest in listed.items())
    try:
        exchanged = _stamp(marker) != before
    except FileNotFoundError:
        return "missing"
    return "exchanged" if exchanged else "whole" if sound else "torn"


def _stamp(file: Path) -> Stamp:
    status = file.stat()
    return status.st_ino, status.st_mtime_ns, status.st_size


def _is_sound(file: Path, digest: str) -> bool:
    try:
        return hashlib.sha256(file.read_bytes()).hexdigest() == digest
    except FileNotFoundError:
        return False


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
