"""Decides whether a place may become an output folder, before anything is touched."""

import os
import pwd
from pathlib import Path

from site_builder.writing.output_errors import OutputRefusedError, Refusal
from site_builder.writing.output_names import MARKER

SOURCE_FOLDERS = frozenset(
    {"contacts", "intros", "themes", "templates", "attachments", ".git", ".doorstep"}
)
"""What lies in a vault and is no output."""
SETTINGS = "doorstep.toml"
LONGEST_NAME = 200
"""Bytes; leaves room for `.NAME.doorstep-previous-PID-RANDOM`."""


def settle_place(output: Path, source_root: Path) -> Path:
    """Return the real path of the output folder, or raise `OutputRefusedError`."""
    named = output.name not in {"", ".."}
    place = output.parent.resolve() / output.name if named else output.resolve()
    if (refusal := _refusal(place, source_root.resolve())) is not None:
        raise OutputRefusedError(place, refusal)
    return place


def settle_file(file: Path, source_root: Path) -> Path:
    """Return the real path of a single file, or raise `OutputRefusedError`.

    It may lie beside the folders of the vault and of sites, never in one of them.
    """
    place, root = file.parent.resolve() / file.name, source_root.resolve()
    if place == root / SETTINGS or _is_source(place, root):
        raise OutputRefusedError(place, Refusal.SOURCE_FILE)
    if _lies_in_a_site(place, root):
        raise OutputRefusedError(place, Refusal.IN_SITE)
    return place


def _refusal(place: Path, root: Path) -> Refusal | None:
    for wrong, refusal in (
        (place == Path(place.anchor), Refusal.ROOT),
        (place.is_symlink(), Refusal.LINK),
        (_same(place, root), Refusal.VAULT),
        (any(_same(place, above) for above in root.parents), Refusal.ABOVE_VAULT),
        (_is_source(place, root), Refusal.SOURCE),
        (_lies_in_a_site(place, root), Refusal.IN_SITE),
        (_is_home(place), Refusal.HOME),
        (place.exists() and not place.is_dir(), Refusal.NOT_A_FOLDER),
        (place.is_mount(), Refusal.MOUNT),
        (len(os.fsencode(place.name)) > LONGEST_NAME, Refusal.LONG_NAME),
    ):
        if wrong:
            return refusal
    return None


def _same(one: Path, other: Path) -> bool:
    """Compare places, also where the file system sees several names as one."""
    return one == other or (one.exists() and other.exists() and one.samefile(other))


def _is_source(place: Path, root: Path) -> bool:
    """Tell whether the place is one of the vault's folders, lies in one or replaces one."""
    inside = place.relative_to(root).parts[:1] if place.is_relative_to(root) else ()
    if any(part.casefold() in SOURCE_FOLDERS for part in inside):
        return True
    folders = [folder.resolve() for name in SOURCE_FOLDERS if (folder := root / name).exists()]
    return any(place.is_relative_to(folder) or folder.is_relative_to(place) for folder in folders)


def _lies_in_a_site(place: Path, root: Path) -> bool:
    """Tell whether a site is around the place, which its next build would find there."""
    around = (folder for folder in place.parents if not root.is_relative_to(folder))
    return any((folder / MARKER).exists() for folder in around)


def _is_home(place: Path) -> bool:
    """Tell whether the place is the home folder of the user who runs this."""
    try:
        return _same(place, Path(pwd.getpwuid(os.getuid()).pw_dir))
    except KeyError:  # a user id without an entry, as in some containers
        return False
