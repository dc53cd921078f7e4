"""Strikes the making of a file at every step: `sweep_new.py DIR BLOW EVERY` counts what is left."""

import json
import shutil
import sys
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from site_builder.editing.edit_errors import EditFailedError, EditRefusedError
from site_builder.editing.new_file import make_file
from tests.editing.notes import LOG, NOW, PATH
from tests.writing.sweep import struck

DATA = LOG.encode()


def main(folder: Path, blow: str, every: int) -> None:
    """Count the outcomes."""
    (folder / "warm").mkdir()
    make(folder / "warm")
    outcomes: Counter[str] = Counter()
    root, strike, ended = folder / "vault", 1, ""
    while ended != "unharmed":
        root.mkdir()
        ended = struck(working(root, folder / "claim"), blow, strike)
        outcomes[ended] += 1
        place = root / PATH
        held = place.read_bytes() if place.exists() else None
        outcomes["new" if held == DATA else "none" if held is None else "torn"] += 1
        claim = (folder / "claim").read_text()
        outcomes["lies"] += claim not in {"", str(held == DATA)}
        with suppress(EditRefusedError):
            make(root)
        left = [one.name for one in (*place.parent.iterdir(), *replaced(root))]
        outcomes["debris"] += place.read_bytes() != DATA or left != [place.name]
        shutil.rmtree(root)
        strike += every
    print(json.dumps(outcomes))  # noqa: T201 - read by the test


def make(root: Path) -> None:
    """Make the file."""
    make_file(root, PATH, DATA, now=NOW, tell=lambda _: None)


def replaced(root: Path) -> list[Path]:
    """Return what lies where edits keep what they displaced."""
    return list((root / ".doorstep" / "replaced").iterdir())


def working(root: Path, claim: Path) -> Callable[[], None]:
    """Return what makes the file, and takes down what is said of it."""
    claim.write_text("")

    def work() -> None:
        try:
            make(root)
        except EditFailedError as error:
            claim.write_text(str(error.written))
            raise OSError from error
        claim.write_text("True")

    return work


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
