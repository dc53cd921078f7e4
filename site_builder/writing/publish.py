"""Publishes a site: the folder holds the whole old site or the whole new one, never a mixture.

Files are written beside the old site as they come, by whatever process made them.
"""

import os
from collections.abc import Collection, Mapping
from contextlib import ExitStack
from hashlib import sha256
from pathlib import Path
from typing import Self

from msgspec import Struct

from site_builder.writing.file_bytes import (
    OTHERS,
    PRIVATE_FOLDER,
    holds,
    keep_file,
    write_again,
    write_new,
)
from site_builder.writing.folder_swap import swap_folders
from site_builder.writing.folder_tree import folders_of
from site_builder.writing.generation import opened_folder, read_generation
from site_builder.writing.leftovers import clear_leftovers
from site_builder.writing.marker import OWNER, UNKNOWN, marker_bytes
from site_builder.writing.output_errors import OutputRefusedError, Refusal
from site_builder.writing.output_lock import hold_lock
from site_builder.writing.output_names import MARKER, check_names
from site_builder.writing.output_place import settle_place
from site_builder.writing.staging import staging_beside
from site_builder.writing.unwritable import naming


class Published(Struct, frozen=True):
    """What publishing did."""

    written: int
    """Files that are new or have other bytes than before."""
    removed: int
    """Files of the old site that the new one does not have."""
    unchanged: bool = False
    """The folder held exactly this site already; nothing was touched."""


class Put(Struct, frozen=True, array_like=True):
    """What is known of a file that was handed over."""

    digest: str
    kept: bool
    """The old site has it, with these bytes, for its owner alone."""


class Edition:
    """One site, from the names of its files to its place; forked processes may put files, too."""

    def __init__(self, output: Path, *, source_root: Path, audience: str = OWNER) -> None:
        """Touch nothing yet."""
        self._output = output
        self._source_root = source_root
        self._audience = audience
        self._stack = ExitStack()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Remove what did not stay published, and let go of the place."""
        self._stack.close()

    def begin(self, names: Collection[str]) -> None:
        """Take the place for a site of these files, until the edition is over.

        Raises `OutputRefusedError` where anything not ours would be lost or the folder holds the
        site of another audience, which somebody may be serving to it; `OutputLockedError` while
        another builder writes there, `OSError` if the system fails.
        """
        check_names(names)
        place = self._place = settle_place(self._output, self._source_root)
        with naming(place):
            _make_parents(place.parent)
        enter = self._stack.enter_context
        enter(hold_lock(place))
        clear_leftovers(place)
        old = self._old = read_generation(place)
        if old and old.audience != self._audience:
            raise OutputRefusedError(place, Refusal.AUDIENCE)
        self._staging = enter(staging_beside(place))
        self._new = enter(opened_folder(self._staging.folder))
        self._before = enter(opened_folder(place)) if old else -1
        unknown = marker_bytes(dict.fromkeys(names, UNKNOWN), self._audience)
        write_new(self._new, MARKER, unknown, durable=True)  # so debris is known to be ours
        for name in sorted(folders_of(frozenset(names))):
            os.mkdir(name, PRIVATE_FOLDER, dir_fd=self._new)

    def put(self, name: str, data: bytes) -> Put:
        """Write one of the files, unless the old site has it just so."""
        digest = sha256(data).hexdigest()
        if self._old and name in self._old.present and holds(self._before, name, data):
            return Put(digest, kept=True)
        try:
            write_new(self._new, name, data, durable=False)
        except FileExistsError:  # of a process that died, perhaps half of it
            os.unlink(name, dir_fd=self._new)
            write_new(self._new, name, data, durable=False)
        return Put(digest, kept=False)

    def publish(self, files: Mapping[str, Put]) -> Published:
        """Put the site in its place, whole; these are all files that were told of at the begin.

        Only the marker waits for the disk, as a site can be made again in a second: after a power
        cut the next build knows the folder as ours, compares bytes and mends what is torn.
        """
        old = self._old
        kept = [name for name, file in files.items() if file.kept]
        if old and len(kept) == len(files) == len(old.listed) and _is_private(self._place):
            return Published(0, 0, unchanged=True)
        for name in kept:
            keep_file(self._before, self._new, name)
        digests = {name: file.digest for name, file in files.items()}
        write_again(self._new, MARKER, marker_bytes(digests, self._audience))
        swap_folders(self._staging.folder, self._place, previous=self._staging.previous)
        removed = len(old.present - files.keys()) if old else 0
        return Published(len(files) - len(kept), removed)


def publish(
    output: Path, files: Mapping[str, bytes], *, source_root: Path, audience: str = OWNER
) -> Published:
    """Make `output` hold exactly these files, readable by their owner alone.

    Raises what `Edition.begin` raises; the old site stays then.
    """
    with Edition(output, source_root=source_root, audience=audience) as edition:
        edition.begin(files)
        return edition.publish({name: edition.put(name, data) for name, data in files.items()})


def _is_private(place: Path) -> bool:
    return not place.stat().st_mode & OTHERS


def _make_parents(folder: Path) -> None:
    """Make the folders above the output that are missing, for the owner alone."""
    for missing in reversed([above for above in (folder, *folder.parents) if not above.exists()]):
        missing.mkdir(PRIVATE_FOLDER, exist_ok=True)
