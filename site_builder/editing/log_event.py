"""Adds one event to the log of an introduction, or refuses and changes nothing."""

from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

from site_builder.editing.broken_off import is_broken_off
from site_builder.editing.commit import commit
from site_builder.editing.edit_errors import EditLockedError, EditRefusedError, Refusal
from site_builder.editing.edit_folder import edit_lock
from site_builder.editing.log_place import Insertion, log_insertion
from site_builder.editing.move_journal import SettledMove, unsettled_moves
from site_builder.editing.proof import NewEvent, says_exactly_this_more
from site_builder.editing.replaced import Settled, late_saves, prune, unsettled
from site_builder.editing.target import Target, open_target
from site_builder.parsing.document_read import read_document
from site_builder.source import Source

BY_FAULT = {
    "not-utf8": Refusal.NOT_UTF8,
    "merge-conflict": Refusal.CONFLICT,
    "too-large": Refusal.TOO_LARGE,
}


class Tidied(Struct, frozen=True):
    """What an edit found of earlier ones."""

    settled: tuple[tuple[str, Settled], ...] = ()
    """Files whose edit was broken off, and how it ended."""
    late: tuple[tuple[str, Path], ...] = ()
    """Files and the texts of saves that reached only what an edit had displaced."""
    moves: tuple[SettledMove, ...] = ()
    """Renamings that were broken off, and how they ended."""


def log_event(
    root: Path, path: str, event: NewEvent, *, now: float, tell: Callable[[Tidied], object]
) -> Insertion:
    """Add an event to the file of this path in the vault; `now` is in seconds since 1970.

    Raises `EditRefusedError`, `ChangedOnDiskError`, `EditLockedError`, `EditFailedError` or
    `OSError`. Every byte that was in the file stays, and it is read as before with this one event
    more; a file of which that cannot be shown beforehand is refused. `tell` is given what earlier
    edits left, before anything else happens.
    """
    with edit_lock(root) as folder:
        tell(tidy(folder, now))
        try:
            target = open_target(root, path, disk=folder.stat().st_dev)
            insertion = _proved(target, event)
        except EditRefusedError as error:
            by_hand = f'put this line in its section "## Log": - {event.row}'
            paste = f"to add it by hand, {error.paste or by_hand}"
            raise EditRefusedError(path, error.refusal, paste=paste) from None
        commit(folder, target, insertion.into(target.data))
    return insertion


def look_again(root: Path, *, now: float) -> Tidied:
    """Return the saves that went into displaced files since; good a moment after an edit.

    Nothing where another command holds the lock: the edit is made, and the next command tells.
    """
    try:
        with edit_lock(root) as folder:
            return Tidied(late=tuple(late_saves(folder, now)))
    except EditLockedError:
        return Tidied()


def settle_first(root: Path, *, now: float, tell: Callable[[Tidied], object]) -> None:
    """Settle a renaming that was broken off, before the vault is read for the next edit."""
    if is_broken_off(root):
        with edit_lock(root) as folder:
            tell(tidy(folder, now))


def tidy(folder: Path, now: float) -> Tidied:
    """Settle what was broken off, find late saves, and remove what is too old."""
    moves = tuple(unsettled_moves(folder))
    settled = tuple(unsettled(folder))
    late = tuple(late_saves(folder, now))
    prune(folder, now)
    return Tidied(settled, late, moves)


def _proved(target: Target, event: NewEvent) -> Insertion:
    document = read_document(Source(target.path, target.data))
    if document.record is None:
        fault = BY_FAULT.get(document.faults[0].check, Refusal.UNREADABLE)
        raise EditRefusedError(target.path, fault)
    insertion = log_insertion(target.data, event.row)
    if insertion is None:
        raise EditRefusedError(target.path, Refusal.STRAY_HEADING)
    new = insertion.into(target.data)
    if not says_exactly_this_more(target.path, target.data, new, event):
        paste = f"put this line {insertion.beside}: {insertion.text}"
        raise EditRefusedError(target.path, Refusal.UNPROVED, paste=paste)
    return insertion
