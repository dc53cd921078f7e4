"""Strikes a renaming at every step it takes: `sweep_move.py DIR BLOW WRITER EVERY` counts the ends.

Each file is whole at any time. After a failure, and after the next edit in any case, the vault is
as it was, or all of it is renamed.
"""

import shutil
import sys
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from site_builder.editing import commit, move_journal, replaced
from site_builder.editing.edit_errors import EditRefusedError
from site_builder.editing.move_plan import Move
from tests.editing.moves import NEW, OLD, held, kept, logged, move, planned, settled, vault
from tests.editing.sweep import MADE, UNMADE, claiming
from tests.writing.sweep import sweep

WHOLE = {*OLD.values(), *NEW.values()}


def main(folder: Path, blow: str, writer: str, every: int) -> None:
    """Count the outcomes."""
    if writer == "renaming":
        vars(commit)["exchange"] = vars(replaced)["exchange"] = lambda *_: False
        vars(move_journal)["rename_alone"] = lambda *_: False
    warm = vault(folder / "warm")
    move(warm, planned(warm))
    settled(warm)
    root, claim = folder / "vault", folder / "claim"

    def begin() -> Callable[[], None]:
        plan = planned(vault(root))
        return claiming(lambda: (careless if writer == "careless" else move)(root, plan), claim)

    def look(outcomes: Counter[str]) -> None:
        files, claimed = held(root), claim.read_text()
        outcomes["torn"] += not set(files.values()) <= WHOLE
        outcomes["lies"] += files != {MADE: NEW, UNMADE: OLD}.get(claimed, files)
        outcomes["half"] += files not in (OLD, NEW)
        outcomes[after_another(root)] += 1
        shutil.rmtree(root)

    sweep(begin, look, blow=blow, every=every)


def after_another(root: Path) -> str:
    """Edit once more; tell what the vault is then, and what is kept of it."""
    with suppress(EditRefusedError):
        settled(root)
    files, ends = held(root), kept(root)
    edits = {"old": (OLD, 1), "new": (NEW, 4)}
    for name, (whole, count) in edits.items():
        if files == logged(whole):
            folders = (root / "contacts" / "old").is_dir() == (name == "new")
            tidy = folders and ends == [".done"] * count + [".md"] * count
            return name if tidy else "debris"
    return "divided"


def careless(root: Path, plan: Move) -> None:
    """Rename as a script does: the control that shows what a harness can see."""
    import os  # noqa: PLC0415 - the functions that are struck

    for path, (_, data) in plan.texts.items():
        descriptor = os.open(root / path, os.O_WRONLY | os.O_TRUNC)
        os.write(descriptor, data)
        os.close(descriptor)
    (root / plan.renaming.new_path).parent.mkdir()
    (root / plan.renaming.path).rename(root / plan.renaming.new_path)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3], int(sys.argv[4]))
