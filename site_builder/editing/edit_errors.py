"""Why an edit was not made, in words; each speaks of the file named before it."""

from collections.abc import Mapping
from enum import StrEnum

from site_builder.insights.words import listing


class Refusal(StrEnum):
    """Why a file is left as it is."""

    OUTSIDE = "its link leads out of the vault"
    NO_FILE = "it is no regular file"
    HARD_LINKED = (
        "it has a second name (a hard link), which would keep the old text; "
        "remove one of the two, `find -samefile` lists them"
    )
    READ_ONLY = "it is read-only; `chmod u+w` allows the edit"
    FOREIGN = "it belongs to another user of this machine"
    OTHER_DISK = "it is not on the disk that .doorstep/ of the vault is on"
    NOT_UTF8 = "it is not UTF-8"
    CONFLICT = "git left a merge conflict in it"
    TOO_LARGE = "it is larger than a note may be"
    UNREADABLE = "it cannot be read, `build check` says why"
    STRAY_HEADING = "its heading of the log should be ## Log"
    EXISTS = "it is there already, and an id has one file"
    LINKED_FOLDER = "its folder is a link, which is not followed"
    NOT_READ_BACK = "it would not be read back as typed"
    TEMPLATE = "its template has no front matter that can be read"
    UNPROVED = "read again with this line, it would not say exactly this more"


OF_NEW_FILES = {Refusal.LINKED_FOLDER, Refusal.NOT_READ_BACK, Refusal.TEMPLATE}


class EditRefusedError(Exception):
    """Nothing was changed."""

    def __init__(self, path: str, refusal: Refusal, *, paste: str = "") -> None:
        """Say which file is left alone and why; `paste` says what to do by hand."""
        self.path = path
        self.refusal = refusal
        self.paste = paste
        state = "was not made" if refusal in OF_NEW_FILES else "was left as it is"
        help_line = f"\nhelp: {paste}" if paste else ""
        super().__init__(f"{path} {state}: {refusal}{help_line}")


class MoveRefusedError(Exception):
    """No file was renamed, and none was changed."""

    def __init__(self, path: str, reason: str, cure: str = "") -> None:
        """Say which file keeps its name, why, and what to do about it."""
        help_line = f"\nhelp: {cure}" if cure else ""
        super().__init__(f"{path} was not renamed: {reason}{help_line}")


class ChangedOnDiskError(Exception):
    """Somebody saved a file while it was edited; what they saved stands."""

    def __init__(self, *paths: str) -> None:
        """Name the files."""
        self.paths = paths
        were = "was" if len(paths) == 1 else "were"
        super().__init__(
            f"{listing(paths)} {were} saved by somebody else just now, and their text was kept; "
            "try again"
        )


class EditLockedError(Exception):
    """Another command edits this vault and does not finish."""

    def __init__(self, pid: int | None) -> None:
        """Say who holds the lock, where that is known."""
        who = "another command" if pid is None else f"another command (process {pid})"
        super().__init__(f"{who} is editing this vault; nothing was changed, try again")


STATES = {
    True: "the new text is there, but the system did not confirm that it is safe on the disk",
    False: "nothing was changed",
    None: "look whether the new text is there before you try again",
}
MOVE_STATES = {
    True: "all is renamed, but the system did not confirm that it is safe on the disk",
    False: STATES[False],
    None: "some notes may have the new id; the next command that edits settles that",
}


class EditFailedError(Exception):
    """The system failed in the middle; what the file holds now is known."""

    states: Mapping[bool | None, str] = STATES

    def __init__(self, path: str, error: OSError, *, written: bool | None) -> None:
        """Say whether the new text is there; None where the disk does not tell."""
        self.written = written
        said = (error.strerror or str(error)).lower()
        super().__init__(f"{path}: {said}; {self.states[written]}")


class MoveFailedError(EditFailedError):
    """The system failed in the middle of a renaming."""

    states = MOVE_STATES
