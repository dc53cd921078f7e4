"""What publishing refuses and why, in words."""

from enum import StrEnum
from pathlib import Path


class Refusal(StrEnum):
    """Why a place or a name is not written to; each speaks of the place named before it."""

    ROOT = "it is the root of the file system; choose a folder of its own"
    HOME = "it is a home folder; choose a folder inside it"
    VAULT = "it is the vault itself; choose a folder of its own, such as site/"
    ABOVE_VAULT = "the vault lies inside it; choose a folder of its own, such as site/"
    SOURCE = "it belongs to the vault's own files; choose a folder of its own, such as site/"
    LINK = "it is a symbolic link; name the folder that it leads to"
    NOT_A_FOLDER = "it is a file; choose another name or move the file away"
    MOUNT = "it is a mount point, which cannot be exchanged; choose a folder inside it"
    LONG_NAME = "its name is too long for the names of temporary folders beside it"
    NO_MARKER = "it has files in it that Doorstep did not write; choose a new or empty folder"
    BAD_MARKER = "its .doorstep-output cannot be read; choose another folder or empty this one"
    AUDIENCE = "it holds the site of another audience; give each audience a folder of its own"
    FOREIGN = "Doorstep did not write this; move it out of the output folder"
    FOREIGN_FILE = "it is there already, and is no export of Doorstep's; choose another name"
    SOURCE_FILE = "it lies among the vault's own files; choose a place outside of them"
    IN_SITE = "it lies in a built site, which holds nothing else; choose a place outside of it"
    UNSAFE_NAME = "the site would have a page of this name, which no folder can hold safely"
    LONG_PART = "a part of this page's name is longer than 255 bytes; give its file a shorter name"
    COLLISION = "two pages of the site have names that some computers cannot tell apart"


class OutputRefusedError(Exception):
    """Publishing would endanger something; nothing was written or removed."""

    def __init__(self, place: Path | str, refusal: Refusal, *, other: str = "") -> None:
        """Say which place is refused and why; `other` is the second of two names."""
        self.refusal = refusal
        self.place = place
        named = f'"{place}"' + (f' and "{other}"' if other else "")
        super().__init__(f"nothing was written: {named}: {refusal}")


class OutputLockedError(Exception):
    """Another builder is writing to the same place right now."""

    def __init__(self, place: Path, pid: int | None) -> None:
        """Say who holds the lock, where that is known."""
        self.pid = pid
        who = "another builder" if pid is None else f"another builder (process {pid})"
        super().__init__(f'"{place}" is being written by {who}; try again when it is done')
