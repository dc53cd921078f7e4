"""Publishes a site: the folder holds the whole old site or the whole new one, never a mixture."""

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from site_builder.writing.file_bytes import OTHERS, PRIVATE_FOLDER
from site_builder.writing.folder_swap import swap_folders
from site_builder.writing.generation import read_generation, unchanged_names
from site_builder.writing.leftovers import clear_leftovers
from site_builder.writing.marker import OWNER, marker_bytes
from site_builder.writing.output_errors import OutputRefusedError, Refusal
from site_builder.writing.output_lock import hold_lock
from site_builder.writing.output_names import check_names
from site_builder.writing.output_place import settle_place
from site_builder.writing.staging import staging_beside, write_generation, write_marker
from site_builder.writing.unwritable import naming


class Published(Struct, frozen=True):
    """What publishing did."""

    written: int
    """Files that are new or have other bytes than before."""
    removed: int
    """Files of the old site that the new one does not have."""
    unchanged: bool = False
    """The folder held exactly this site already; nothing was touched."""


def publish(
    output: Path, files: Mapping[str, bytes], *, source_root: Path, audience: str = OWNER
) -> Published:
    """Make `output` hold exactly these files, readable by their owner alone.

    Raises `OutputRefusedError` where anything not ours would be lost or the folder holds the site
    of another audience, which somebody may be serving to it; `OutputLockedError` while
    another builder writes there, `OSError` if the system fails; the old site stays in each case.

    Only the marker waits for the disk, as a site can be made again in a second: after a power cut
    the next build knows the folder as ours, compares bytes and mends what is torn.
    """
    check_names(files)
    place = settle_place(output, source_root)
    with naming(place):
        _make_parents(place.parent)
    with hold_lock(place):
        clear_leftovers(place)
        old = read_generation(place)
        if old and old.audience != audience:
            raise OutputRefusedError(place, Refusal.AUDIENCE)
        kept = unchanged_names(old, files) if old else frozenset()
        if old and len(kept) == len(files) == len(old.listed) and _is_private(place):
            return Published(0, 0, unchanged=True)
        with staging_beside(place) as staging:
            write_marker(staging.folder, marker_bytes(files, audience))
            write_generation(staging.folder, files, old=old, kept=kept)
            swap_folders(staging.folder, place, previous=staging.previous)
    removed = len(old.present - files.keys()) if old else 0
    return Published(len(files) - len(kept), removed)


def _is_private(place: Path) -> bool:
    return not place.stat().st_mode & OTHERS


def _make_parents(folder: Path) -> None:
    """Make the folders above the output that are missing, for the owner alone."""
    for missing in reversed([above for above in (folder, *folder.parents) if not above.exists()]):
        missing.mkdir(PRIVATE_FOLDER, exist_ok=True)
