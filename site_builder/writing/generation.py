"""One published site on disk: proved to be ours before it may be replaced or removed."""

import contextlib
import errno
import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from site_builder.writing.file_bytes import read_file
from site_builder.writing.folder_tree import Tree, folders_of, list_tree
from site_builder.writing.marker import read_marker
from site_builder.writing.output_errors import OutputRefusedError, Refusal
from site_builder.writing.output_names import MARKER

LITTER = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
"""What file managers leave in every folder they show, and make anew; it goes with the old site."""
NOTHING = Tree(frozenset(), frozenset(), frozenset())
MARKER_ALONE = Tree(frozenset({MARKER}), frozenset(), frozenset())
FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC


class Generation(Struct, frozen=True):
    """A site as the last build left it."""

    place: Path
    listed: frozenset[str]
    """The files its marker lists."""
    present: frozenset[str]
    """Those of them that are still there."""
    audience: str
    """Who it was written for."""


def read_generation(place: Path) -> Generation | None:
    """Return the site at this place, None for a missing or empty folder.

    Raises `OutputRefusedError` if anything there is not ours, naming the first such thing.
    """
    if not place.exists() or not any(place.iterdir()):
        return None
    if not _is_file(place / MARKER):
        raise OutputRefusedError(place, Refusal.NO_MARKER)
    marker = read_marker(read_file(place / MARKER))
    if marker is None:
        raise OutputRefusedError(place, Refusal.BAD_MARKER)
    tree = list_tree(place)  # not of a folder of somebody else's, which may be a whole disk
    if foreign := _foreign(tree, marker.files):
        raise OutputRefusedError(place / min(foreign), Refusal.FOREIGN)
    return Generation(place, marker.files, tree.files & marker.files, marker.audience)


def remove_generation(place: Path) -> None:
    """Remove a site by its own marker; whatever else lies in the folder stays, and so does it.

    The marker goes last: a removal that was interrupted can be taken up again. An `OSError` names
    the folder, which may be one of those beside the site that nobody but us knows of.
    """
    try:
        _remove(place)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(place)) from error


def _remove(place: Path) -> None:
    tree = list_tree(place)
    marker = read_marker(read_file(place / MARKER)) if MARKER in tree.files else None
    if marker is not None:
        with opened_folder(place) as folder:
            folders = sorted(tree.folders & folders_of(marker.files), reverse=True)
            _make_writable(folder, folders)
            for name in _ours(tree, marker.files):
                os.unlink(name, dir_fd=folder)
            for name in folders:
                _remove_if_empty(name, folder)
        tree = list_tree(place)
    if tree == MARKER_ALONE:  # all is gone, or its writer died in the first moment
        (place / MARKER).unlink()
        tree = NOTHING
    if tree == NOTHING:
        place.rmdir()


def _make_writable(place: int, below: Iterable[str]) -> None:
    """Let nothing in a site of ours be kept by a folder that somebody made read-only."""
    for name in (".", *below):
        folder = os.open(name, FOLDER, dir_fd=place)
        try:
            if not (mode := os.fstat(folder).st_mode) & stat.S_IWUSR:
                os.fchmod(folder, stat.S_IMODE(mode) | stat.S_IWUSR)
        finally:
            os.close(folder)


def _remove_if_empty(name: str, folder: int) -> None:
    try:
        os.rmdir(name, dir_fd=folder)
    except OSError as error:
        if error.errno != errno.ENOTEMPTY:
            raise


@contextlib.contextmanager
def opened_folder(place: Path) -> Iterator[int]:
    """Hold a folder open, so that names are looked up in it and nowhere else."""
    descriptor = os.open(place, FOLDER)
    try:
        yield descriptor
    finally:
        os.close(descriptor)


def _is_file(path: Path) -> bool:
    return path.is_file() and not path.is_symlink()


def _foreign(tree: Tree, listed: frozenset[str]) -> frozenset[str]:
    files = tree.files - _ours(tree, listed) - {MARKER}
    return files | (tree.folders - folders_of(listed)) | tree.odd


def _ours(tree: Tree, listed: frozenset[str]) -> frozenset[str]:
    """Return the files that may go, without the marker."""
    unlisted = tree.files - listed
    return tree.files - {name for name in unlisted if name.rpartition("/")[2] not in LITTER}
