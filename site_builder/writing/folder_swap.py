"""Puts a new folder in the place of an old one, in one step where the system can."""

from pathlib import Path

from site_builder.exchange import exchange


def swap_folders(staging: Path, place: Path, *, previous: Path) -> None:
    """Publish `staging` at `place`; the old folder is then at `staging` or `previous`, if any.

    Readers see the old or the new folder, whole. Where folders cannot be exchanged, for a moment
    there is none at all; if the program dies in that moment, `clear_leftovers` brings `previous`
    back.
    """
    if not place.exists() or not any(place.iterdir()):
        staging.rename(place)
    elif not exchange(staging, place):
        rename_both(staging, place, previous=previous)


def rename_both(staging: Path, place: Path, *, previous: Path) -> None:
    """Rename the old folder away and the new one in; undo the first if the second fails."""
    place.rename(previous)
    try:
        staging.rename(place)
    except BaseException:
        previous.rename(place)
        raise
