"""Which names of files are safe to create below an output folder."""

import re
from collections.abc import Iterable

from site_builder.model.reference import fold
from site_builder.writing.output_errors import OutputRefusedError, Refusal

MARKER = ".doorstep-output"
"""The file by which an output folder is known to be ours."""
LONGEST_PART = 255
"""Bytes of one component of a path."""
PLAIN = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9_.-]{0,254}(?:/[A-Za-z0-9_-][A-Za-z0-9_.-]{0,254})*")
"""Almost every name: nothing in it can be unsafe."""


def name_fault(name: str) -> Refusal | None:
    """Return what is wrong with a relative path, or None."""
    if PLAIN.fullmatch(name):
        return None
    parts = name.split("/")
    if "\0" in name or any(part in {"", ".", ".."} for part in parts) or name == MARKER:
        return Refusal.UNSAFE_NAME
    try:
        longest = max(len(part.encode()) for part in parts)
    except UnicodeEncodeError:  # a lone surrogate: no file system takes it
        return Refusal.UNSAFE_NAME
    return Refusal.LONG_PART if longest > LONGEST_PART else None


def check_names(names: Iterable[str]) -> None:
    """Raise `OutputRefusedError` for the first unsafe name or pair of colliding names.

    Two names with one folded form are one file on some file system.
    """
    spelled: dict[str, str] = {}
    folders: dict[str, str] = {}
    for name in sorted(names):
        if (fault := name_fault(name)) is not None:
            raise OutputRefusedError(name.encode("utf-8", "backslashreplace").decode(), fault)
        if (other := spelled.setdefault(fold(name), name)) != name:
            raise OutputRefusedError(other, Refusal.COLLISION, other=name)
        folder = name.rpartition("/")[0]
        while folder and folders.get(fold(folder)) != folder:
            if (other := folders.setdefault(fold(folder), folder)) != folder:
                raise OutputRefusedError(other, Refusal.COLLISION, other=folder)
            folder = folder.rpartition("/")[0]
    for folded, folder in folders.items():
        if folded in spelled:
            raise OutputRefusedError(spelled[folded], Refusal.COLLISION, other=f"{folder}/")
