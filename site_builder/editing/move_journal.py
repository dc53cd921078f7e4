"""The journal of a renaming: many files change, and it is undone or finished as a whole.

`ID.moving` in `.doorstep/replaced/` says what is about to be done. While it has this name the
renaming is undone by whoever finds it; it is done once the journal is `ID.moved`, in one step.
"""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from site_builder.editing.broken_off import MOVED, MOVING
from site_builder.editing.note_bytes import NAME, read_note
from site_builder.editing.replaced import (
    DONE,
    OPEN,
    Note,
    Settled,
    give_back,
    remove,
    settle_before,
)
from site_builder.exchange import rename_alone

ASIDE = ".aside"


class Journal(Struct, frozen=True):
    """What a renaming was about to do."""

    path: str
    """The file in the vault."""
    new_path: str
    place: str
    """The same two, from the root of the system."""
    new_place: str
    edits: tuple[tuple[str, Note], ...]
    """The files that change, with the names of their edits."""
    folders: tuple[str, ...] = ()
    """What is made for the new place, the outermost first."""


class SettledMove(Struct, frozen=True):
    """How a renaming ended that was broken off."""

    path: str
    new_path: str
    end: Settled
    kept: tuple[str, ...] = ()
    """Files that somebody saved in the middle of it; they stay as they were saved."""


def settle_move(folder: Path, name: str) -> SettledMove:
    """Finish a renaming that is done but for its notes; undo any other.

    Raises `OSError` where the disk does not tell; then the journal stays.
    """
    moving, moved = folder / f"{name}{MOVING}", folder / f"{name}{MOVED}"
    done = moved.exists()
    journal = read_note(moved if done else moving, Journal)
    if journal is None:  # it was never written to its end, so nothing was done
        remove(moving, moved)
        return SettledMove("", "", Settled.UNMADE)
    if done:
        _finish(folder, journal)
        moved.unlink()
        return SettledMove(journal.path, journal.new_path, Settled.MADE)
    kept = tuple(_undo(folder, name, journal))
    moving.unlink()
    return SettledMove(journal.path, journal.new_path, Settled.UNMADE, kept)


def unsettled_moves(folder: Path) -> list[SettledMove]:
    """Settle what killed commands left; return each renaming that had begun."""
    names = sorted(
        entry.stem
        for entry in folder.iterdir()
        if entry.suffix in {MOVING, MOVED} and NAME.fullmatch(entry.stem)
    )
    settled = [settle_move(folder, name) for name in names]
    return [move for move in settled if move.path]


def move_file(place: Path, new_place: Path, aside: Path) -> None:
    """Give a file another name, never in the place of another; raise `FileExistsError` there.

    Where the system cannot do that in one step the file has both names for a moment, and what the
    old one stands for in the end is looked at under a third one before it goes.
    """
    if rename_alone(place, new_place):
        return
    os.link(place, new_place)
    place.rename(aside)
    _clear(aside, place, new_place)


def _clear(aside: Path, place: Path, new_place: Path) -> None:
    """Remove the third name, or give the old one back to a save that came out under it."""
    if aside.samefile(new_place):
        aside.unlink()
    elif not _is_there(place):
        aside.rename(place)


def _is_there(place: Path) -> bool:
    """Tell whether anything has this name; raise `OSError` where the disk does not tell."""
    try:
        os.lstat(place)
    except (FileNotFoundError, NotADirectoryError):
        return False
    return True


def _finish(folder: Path, journal: Journal) -> None:
    for name, _ in journal.edits:
        settle_before(folder, name)
        opened = folder / f"{name}{OPEN}"
        with suppress(FileNotFoundError):
            opened.rename(opened.with_suffix(DONE))


def _undo(folder: Path, name: str, journal: Journal) -> Iterator[str]:
    """Take everything back; yield the files that were saved since."""
    place, new_place = Path(journal.place), Path(journal.new_place)
    aside = folder / f"{name}{ASIDE}"
    if _is_there(aside):
        _clear(aside, place, new_place)
    if _is_there(new_place):
        if not _is_there(place):
            move_file(new_place, place, aside)
        elif os.path.samestat(os.lstat(place), os.lstat(new_place)):
            new_place.unlink()
        else:
            yield journal.new_path
    for edit, note in reversed(journal.edits):
        if not give_back(folder, edit):
            yield note.path
    for made in reversed(journal.folders):
        with suppress(OSError):  # it is not there, or somebody put something into it
            Path(made).rmdir()
