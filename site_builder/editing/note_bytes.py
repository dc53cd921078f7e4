"""The notes of edits as bytes: JSON in ASCII, as names on the disk may be no text."""

import json
from pathlib import Path
from typing import TypeVar

import msgspec
from msgspec import Struct

Kind = TypeVar("Kind", bound=Struct)


def to_bytes(note: Struct) -> bytes:
    """Return what is written; bytes of a path that are no UTF-8 pass as escapes."""
    return json.dumps(msgspec.to_builtins(note)).encode("ascii")


def read_note(place: Path, kind: type[Kind]) -> Kind | None:
    """Return the note; None where there is none, or one that was never written to its end.

    A link is none of ours: a repository may bring one, also to a device without end.
    """
    if place.is_symlink():
        return None
    try:
        return msgspec.convert(json.loads(place.read_bytes()), kind)
    except (FileNotFoundError, ValueError):
        return None
