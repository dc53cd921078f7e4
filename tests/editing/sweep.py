"""Strikes an edit at every step it takes: `sweep.py DIR BLOW WRITER EVERY` prints what was left.

The blow is `kill`, before a call to the system, or the name of a fault. The edit is made in a
child, struck `EVERY` steps later each time, until it gets through unharmed; then comes another edit
that nothing strikes.
"""

import shutil
import sys
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path

from site_builder.editing import commit
from site_builder.editing.edit_errors import EditFailedError
from site_builder.editing.proof import NewEvent
from tests.editing.notes import LOG, NUDGED, ROW, log, vault
from tests.writing.sweep import sweep

OLD, NEW = LOG.encode(), f"{LOG}- {ROW}\n".encode()
LATER = NewEvent(date(2026, 11, 23), "replied")
MADE, UNMADE = str(True), str(False)
TRUE = {MADE: {NEW}, UNMADE: {OLD}}
"""What the file may hold after each claim; after any other, of which a killed edit makes none, it
may hold either."""


def main(folder: Path, blow: str, writer: str, every: int) -> None:
    """Count the outcomes."""
    if writer == "renaming":
        vars(commit)["exchange"] = lambda *_: False
    log(warmed_up(folder))
    root, claim = folder / "vault", folder / "claim"

    def begin() -> Callable[[], None]:
        vault(root)
        return claiming(lambda: WRITERS[writer](root), claim)

    def look(outcomes: Counter[str]) -> None:
        held = vault_file(root).read_bytes()
        outcomes[{OLD: "old", NEW: "new"}.get(held, "torn")] += 1
        outcomes["lies"] += held not in TRUE.get(claim.read_text(), {OLD, NEW})
        outcomes["debris"] += debris_after_another(root, held)
        shutil.rmtree(root)

    sweep(begin, look, blow=blow, every=every)


def warmed_up(folder: Path) -> Path:
    """Return a vault in which everything is loaded that an edit needs."""
    vault(folder / "warm")
    return folder / "warm"


def claiming(write: Callable[[], object], claim: Path) -> Callable[[], None]:
    """Return what writes, and takes down in a way that nothing strikes what is said of it."""
    claim.write_text("")

    def work() -> None:
        try:
            write()
        except EditFailedError as error:
            claim.write_text(str(error.written))
            raise OSError from error
        claim.write_text(MADE)

    return work


def debris_after_another(root: Path, held: bytes) -> bool:
    """Edit once more; tell whether the file or its folders are not as they should be then."""
    if held not in {OLD, NEW}:
        return False
    log(root, LATER)
    kept = [file.suffix for file in (root / ".doorstep" / "replaced").iterdir()]
    place = vault_file(root)
    right = place.read_bytes() == held + f"- {LATER.row}\n".encode()
    pairs = kept.count(".md") == kept.count(".done") == len(kept) // 2 == 1 + (held == NEW)
    return not right or not pairs or [one.name for one in place.parent.iterdir()] != [place.name]


def vault_file(root: Path) -> Path:
    """Return the introduction."""
    (place,) = (root / "intros").glob("*.md")
    return place


def in_place(root: Path) -> None:
    """Write as careless programs do: the control that shows what a harness can see."""
    import os  # noqa: PLC0415 - the functions that are struck

    descriptor = os.open(vault_file(root), os.O_WRONLY | os.O_TRUNC)
    os.write(descriptor, NEW[:60])
    os.write(descriptor, NEW[60:])
    os.close(descriptor)


def editing(root: Path) -> None:
    """Write as the program does."""
    log(root, NUDGED)


WRITERS = {"editing": editing, "renaming": editing, "in-place": in_place}

if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3], int(sys.argv[4]))
