"""Whether a renaming was broken off: its journal's name says so, so that any command looks."""

from pathlib import Path

FOLDER, REPLACED = ".doorstep", "replaced"
MOVING, MOVED = ".moving", ".moved"
HALF_RENAMED = (
    "a renaming was broken off, and notes may have either id; the next `build mv`, `log` or `new` "
    "settles that first"
)


def is_broken_off(root: Path) -> bool:
    """Tell whether a renaming was broken off, so that only some files may have the new id.

    For a moment it is so, too, while another command renames.
    """
    try:
        return any(it.suffix in {MOVING, MOVED} for it in (root / FOLDER / REPLACED).iterdir())
    except OSError:  # so nothing was ever edited here, or whoever edits says what is wrong
        return False
