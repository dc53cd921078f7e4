"""Renames a file and changes all that name it, together or not at all.

Every file is exchanged with its new text by compare and swap, then the file is renamed, then the
journal says that it is done. Until then whatever goes wrong is undone.
"""

import os
import secrets
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from site_builder.editing.broken_off import MOVED, MOVING
from site_builder.editing.commit import put_in_place, sync, write_new
from site_builder.editing.digests import GONE, digest, digest_at
from site_builder.editing.edit_errors import (
    ChangedOnDiskError,
    EditRefusedError,
    MoveFailedError,
    MoveRefusedError,
    Refusal,
)
from site_builder.editing.edit_folder import edit_lock
from site_builder.editing.log_event import Tidied, tidy
from site_builder.editing.move_journal import (
    ASIDE,
    Journal,
    SettledMove,
    move_file,
    settle_move,
)
from site_builder.editing.move_plan import Move
from site_builder.editing.note_bytes import to_bytes
from site_builder.editing.replaced import BEFORE, OPEN, TEXT, Note, Settled
from site_builder.editing.target import Target, open_target

UNTOLD = "the disk does not tell what it holds"
TAKEN = "its new name is taken, by what the program does not read"


def make_move(root: Path, move: Move, *, now: float, tell: Callable[[Tidied], object]) -> None:
    """Rename a file of the vault and change what names it; `now` and `tell` as for `log_event`.

    Raises `EditRefusedError` and `MoveRefusedError` if a file may not be changed,
    `ChangedOnDiskError` if one is not what was read any more, `EditLockedError`, `MoveFailedError`
    or `OSError`. All files have their new text, or all have their old one, but for those that
    somebody saves in this moment: what they save stands.
    """
    with edit_lock(root) as folder:
        tell(tidy(folder, now))
        targets = _targets(root, move, disk=folder.stat().st_dev)
        _commit(folder, move, _journal(root, move, targets), targets)


def _targets(root: Path, move: Move, *, disk: int) -> list[Target]:
    """Return the files to be changed as they are now, the one that is renamed at last."""
    path, found = move.renaming.path, dict[Path, Target]()
    if (root / path).is_symlink():
        raise MoveRefusedError(path, "it is a link", "rename what it leads to")
    for other in (*(one for one in move.texts if one != path), path):
        try:
            target = open_target(root, other, disk=disk)
        except EditRefusedError as error:
            hint = "" if other == path else f"it names {path}; "
            hint += "nothing was changed, as all notes are or none is"
            raise EditRefusedError(other, error.refusal, paste=hint) from None
        except FileNotFoundError:
            raise ChangedOnDiskError(other) from None
        before = move.texts[other][0] if other in move.texts else move.data
        if target.data != before:
            raise ChangedOnDiskError(other)
        if target.place in found:
            double = found[target.place].path
            raise MoveRefusedError(path, f"{other} and {double} are one file", "remove the link")
        found[target.place] = target
    return list(found.values())


def _journal(root: Path, move: Move, targets: Sequence[Target]) -> Journal:
    renaming = move.renaming
    edits = []
    for target in targets:
        if target.path in move.texts:
            old, new = map(digest, move.texts[target.path])
            note = Note(renaming.path_of(target.path), str(target.place), old, new)
            edits.append((secrets.token_hex(8), note))
    place, new_place = targets[-1].place, root.resolve() / renaming.new_path
    missing = [one for one in new_place.parents if not os.path.lexists(one)]
    return Journal(
        renaming.path,
        renaming.new_path,
        str(place),
        str(new_place),
        tuple(edits),
        tuple(map(str, reversed(missing))),
    )


def _commit(folder: Path, move: Move, journal: Journal, targets: Sequence[Target]) -> None:
    name = secrets.token_hex(8)
    path, by_place = move.renaming.path, {str(target.place): target for target in targets}
    try:
        write_new(folder / f"{name}{MOVING}", to_bytes(journal))
        sync(folder)
        _stage(folder, move, journal, by_place)
        _put_all(folder, name, move, journal, by_place)
        (folder / f"{name}{MOVING}").rename(folder / f"{name}{MOVED}")
        sync(folder)
        settle_move(folder, name)
    except (FileExistsError, ChangedOnDiskError, EditRefusedError) as error:
        end = _settled(folder, name)
        if end is None:
            raise MoveFailedError(path, OSError(UNTOLD), written=None) from error
        if isinstance(error, FileExistsError):
            raise MoveRefusedError(path, TAKEN, "choose another id") from None
        if isinstance(error, ChangedOnDiskError):
            raise ChangedOnDiskError(*dict.fromkeys((*error.paths, *end.kept))) from None
        raise
    except OSError as error:
        end = _settled(folder, name)
        written = None if end is None else end.end is Settled.MADE
        raise MoveFailedError(path, error, written=written) from error
    except BaseException:
        _settled(folder, name)
        raise


def _stage(folder: Path, move: Move, journal: Journal, by_place: Mapping[str, Target]) -> None:
    """Write the new texts where the exchange finds them."""
    for edit, note in journal.edits:
        target = by_place[note.place]
        write_new(folder / f"{edit}{TEXT}", move.texts[target.path][1], like=target)
        write_new(folder / f"{edit}{OPEN}", to_bytes(note))
    sync(folder)


def _put_all(
    folder: Path, name: str, move: Move, journal: Journal, by_place: Mapping[str, Target]
) -> None:
    """Put every text in its place and rename the file, as long as nobody else saves."""
    for edit, note in journal.edits:
        put_in_place(folder, edit, note, by_place[note.place])
    place, new_place = Path(journal.place), Path(journal.new_place)
    new_place.parent.mkdir(parents=True, exist_ok=True)
    if new_place.parent.resolve() != new_place.parent:
        raise EditRefusedError(move.renaming.new_path, Refusal.LINKED_FOLDER)
    move_file(place, new_place, folder / f"{name}{ASIDE}")
    if digest_at(new_place) != digest(move.data):
        raise ChangedOnDiskError(journal.path)
    for edit, note in journal.edits:
        _see(folder, edit, note)
    for touched in dict.fromkeys(_folders(journal)):
        sync(touched)


def _see(folder: Path, edit: str, note: Note) -> None:
    """Look whether what was displaced is what was read, and no save of somebody's."""
    came = digest_at(folder / f"{edit}{BEFORE}")
    if came == GONE:
        came = digest_at(folder / f"{edit}{TEXT}")
    if came != note.old:
        raise ChangedOnDiskError(note.path)


def _folders(journal: Journal) -> Iterable[Path]:
    yield from (Path(note.place).parent for _, note in journal.edits)
    yield Path(journal.place).parent
    yield Path(journal.new_place).parent
    yield from (Path(made).parent for made in journal.folders)


def _settled(folder: Path, name: str) -> SettledMove | None:
    """Settle what was broken off; None where the disk does not tell."""
    try:
        return settle_move(folder, name)
    except OSError:
        return None
