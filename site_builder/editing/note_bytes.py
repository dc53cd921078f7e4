"""The notes of edits as bytes: JSON in ASCII, as names on the disk may be no text."""

import json
import re
from errno import EPERM
from pathlib import Path
from typing import TypeVar

import msgspec
from msgspec import Struct

NAME = re.compile("[0-9a-f]{16}")
"""What edits are called."""
Kind = TypeVar("Kind", bound=Struct)


def to_bytes(note: Struct) -> bytes:
    """Return what is written; bytes of a path that are no UTF-8 pass as escapes."""
    return json.dumps(msgspec.to_builtins(note)).encode("ascii")


def read_note(place: Path, kind: type[Kind]) -> Kind | None:
    """Return the note; None where there is none, or one that was never written to its end.

    A link is none of ours: a repository may bring one, also to a device without end.
    Raises `OSError` where it speaks of anything but notes of its vault, as no note of ours does:
    what it names would be moved and replaced.
    """
    if place.is_symlink():
        return None
    try:
        note = msgspec.convert(json.loads(place.read_bytes()), kind)
    except (FileNotFoundError, ValueError):
        return None
    root = place.parents[2].resolve()
    named = [getattr(note, key) for key in ("place", "new_place") if hasattr(note, key)]
    edits = [name for name, *_ in getattr(note, "edits", ())]
    if all(_is_note(Path(one), root) for one in named) and all(map(NAME.fullmatch, edits)):
        return note
    raise OSError(EPERM, "it leads out of the notes of this vault; remove it", str(place))


def _is_note(place: Path, root: Path) -> bool:
    """Tell whether this may be a note of the vault: Markdown, and nothing hidden."""
    real = place.parent.resolve() / place.name
    inside = real.relative_to(root).parts if real.is_relative_to(root) else ()
    return real.suffix == ".md" and bool(inside) and not any(one[0] == "." for one in inside)
