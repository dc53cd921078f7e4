"""Strikes the making of a file at every step: `sweep_new.py DIR BLOW EVERY` counts what is left."""

import shutil
import sys
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from site_builder.editing.edit_errors import EditRefusedError
from site_builder.editing.new_file import make_file
from tests.editing.notes import LOG, NOW, PATH
from tests.editing.sweep import claiming
from tests.writing.sweep import sweep

DATA = LOG.encode()


def main(folder: Path, blow: str, every: int) -> None:
    """Count the outcomes."""
    (folder / "warm").mkdir()
    make(folder / "warm")
    root, claim = folder / "vault", folder / "claim"
    place = root / PATH

    def begin() -> Callable[[], None]:
        root.mkdir()
        return claiming(lambda: make(root), claim)

    def look(outcomes: Counter[str]) -> None:
        held = place.read_bytes() if place.exists() else None
        outcomes["new" if held == DATA else "none" if held is None else "torn"] += 1
        outcomes["lies"] += claim.read_text() not in {"", str(held == DATA)}
        with suppress(EditRefusedError):
            make(root)
        left = [one.name for one in (*place.parent.iterdir(), *replaced(root))]
        outcomes["debris"] += place.read_bytes() != DATA or left != [place.name]
        shutil.rmtree(root)

    sweep(begin, look, blow=blow, every=every)


def make(root: Path) -> None:
    """Make the file."""
    make_file(root, PATH, DATA, now=NOW, tell=lambda _: None)


def replaced(root: Path) -> list[Path]:
    """Return what lies where edits keep what they displaced."""
    return list((root / ".doorstep" / "replaced").iterdir())


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
