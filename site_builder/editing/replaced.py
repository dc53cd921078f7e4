"""What edits displaced: kept for thirty days, with a note of each that also heals a broken edit.

An edit is two files in `.doorstep/replaced/`: `ID.md`, first the new text and after the exchange
what it displaced, and its note, which says by its name how far the edit is: `ID.open` while nobody
knows, `ID.done` once it is finished, `ID.late` if what was displaced is to be told, `ID.told` then.
"""

import os
from collections.abc import Iterator
from enum import Enum
from pathlib import Path

from msgspec import Struct

from site_builder.editing.digests import GONE, digest_at
from site_builder.editing.note_bytes import NAME, read_note
from site_builder.exchange import exchange

KEPT_DAYS = 30
DAY = 86_400
TEXT, BEFORE, OPEN, DONE, LATE, TOLD = ".md", ".before", ".open", ".done", ".late", ".told"
TRIES = 20
"""Saves of others, one right after another, that are put back."""


class Note(Struct, frozen=True):
    """What an edit was about to do."""

    path: str
    """The file in the vault."""
    place: str
    """The same, with its links resolved."""
    old: str
    """The digest of the text that was to be replaced."""
    new: str


class Settled(Enum):
    """How an edit ended."""

    MADE = "the new text is there"
    UNMADE = "the file is as others left it"


def settle(folder: Path, name: str) -> Settled:
    """Finish or undo an edit, whatever interrupted it, so that no text is lost.

    Where the exchange brought out what was to be replaced, the edit is made. Where it brought out
    something else, a save of somebody who did not know of the edit, that is put back. Raises
    `OSError` where the disk does not tell; then nothing is removed.
    """
    text, opened = folder / f"{name}{TEXT}", folder / f"{name}{OPEN}"
    if not opened.exists() and any((folder / f"{name}{end}").exists() for end in (DONE, LATE)):
        return Settled.MADE if (folder / f"{name}{DONE}").exists() else Settled.UNMADE
    note = read_note(opened, Note)
    if note is None:  # so the exchange was not tried
        remove(text, folder / f"{name}{BEFORE}", opened)
        return Settled.UNMADE
    settle_before(folder, name)
    came = digest_at(text)
    if came not in {note.old, note.new, GONE}:
        came = _put_back(text, note)
    if came in {note.new, GONE}:
        remove(text, opened)
        return Settled.UNMADE
    opened.rename(opened.with_suffix(DONE if came == note.old else LATE))
    return Settled.MADE if came == note.old else Settled.UNMADE


def unsettled(folder: Path) -> list[tuple[str, Settled]]:
    """Settle what killed commands left; return file and end of each that got as far as its file."""
    ends: dict[str, set[str]] = {}
    for entry in folder.iterdir():
        if NAME.fullmatch(entry.stem):
            ends.setdefault(entry.stem, set()).add(entry.suffix)
    names = sorted(name for name, found in ends.items() if not found & {DONE, LATE, TOLD})
    notes = [(name, read_note(folder / f"{name}{OPEN}", Note)) for name in names]
    settled = [(note, settle(folder, name)) for name, note in notes]
    return [(note.path, end) for note, end in settled if note is not None]


def late_saves(folder: Path, now: float) -> Iterator[tuple[str, Path]]:
    """Yield file and text of saves that are in no file of the vault, each once.

    An editor that holds a file open writes into it, whatever has its name by then.
    """
    for note_file in sorted((*folder.glob(f"*{DONE}"), *folder.glob(f"*{LATE}"))):
        text, late = note_file.with_suffix(TEXT), note_file.suffix == LATE
        if not text.exists() or not (late or _is_younger(text, note_file)):
            continue
        note = read_note(note_file, Note)
        if note is not None and (late or digest_at(text) != note.old):
            os.utime(note_file, (now, now))  # the days count from when it is told
            note_file.rename(note_file.with_suffix(TOLD))
            yield note.path, text


def give_back(folder: Path, name: str) -> bool:
    """Undo an edit, made or not; False if its file was saved since, which stays as it was saved.

    The displaced text is kept then. Raises `OSError` as `settle` does.
    """
    text, opened = folder / f"{name}{TEXT}", folder / f"{name}{OPEN}"
    note = read_note(opened, Note)
    if note is None:  # so the exchange was not tried, or it was seen before what became of it
        kept = any(opened.with_suffix(end).exists() for end in (DONE, LATE, TOLD))
        remove(*(() if kept else (text, opened)))
        return not kept
    settle_before(folder, name)
    place = Path(note.place)
    for _ in range(TRIES):
        came, there = digest_at(text), digest_at(place)
        if came in {note.new, GONE} or came == there == note.old:
            remove(text, opened)
            return True
        if there not in ({note.new} if came == note.old else {note.old, note.new}):
            break
        if not exchange(text, place):
            text.replace(place)
    opened.rename(opened.with_suffix(DONE if came == note.old else LATE))
    return False


def _is_younger(text: Path, note_file: Path) -> bool:
    return text.stat().st_mtime_ns >= note_file.stat().st_mtime_ns


def prune(folder: Path, now: float) -> None:
    """Remove what was displaced, or told, `KEPT_DAYS` before `now`, in seconds since 1970."""
    for note in (*folder.glob(f"*{DONE}"), *folder.glob(f"*{TOLD}")):
        if note.stat().st_mtime < now - KEPT_DAYS * DAY:
            remove(note.with_suffix(TEXT), note)


def _put_back(text: Path, note: Note) -> str:
    """Give the file the save that an exchange brought out; return the digest of what is out now."""
    place, came = Path(note.place), digest_at(text)
    for _ in range(TRIES):
        if came in {note.old, note.new} or digest_at(place) != note.new:
            break
        exchange(text, place)
        came = digest_at(text)
        if came != note.new:  # saved once more in this very moment: the later one is theirs
            exchange(text, place)
            came = digest_at(text)
    return came


def settle_before(folder: Path, name: str) -> None:
    """Settle an edit where files cannot be exchanged: the displaced one waits by another name."""
    text, before = folder / f"{name}{TEXT}", folder / f"{name}{BEFORE}"
    if before.exists() and text.exists():  # so it was not yet put in place
        before.unlink()
    elif before.exists():
        before.rename(text)


def remove(*places: Path) -> None:
    """Remove files that may be there."""
    for place in places:
        place.unlink(missing_ok=True)
