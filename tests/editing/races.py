"""Edits while somebody saves: `races.py DIR STYLE WRITER ROUNDS` prints how many saves are lost.

In every round a child saves a text of its own, somewhen in the time that an edit takes. It is not
lost if the file has it in the end, or the next edit tells where it is.
"""

import json
import os
import random
import shutil
import sys
import time
from collections import Counter
from contextlib import suppress
from pathlib import Path

from site_builder.editing.edit_errors import ChangedOnDiskError, EditRefusedError
from site_builder.editing.log_event import Tidied, log_event
from tests.editing.notes import LOG, NOW, NUDGED, PATH, ROW, log, vault

LONGEST = 0.006
"""Seconds within which the save begins; an edit takes about half of it."""


def main(folder: Path, style: str, writer: str, rounds: int) -> None:
    """Count what became of the saves."""
    chance, outcomes = random.Random(7), Counter[str]()  # noqa: S311 - seeded on purpose
    vault(folder / "warm")
    log(folder / "warm")
    for number in range(rounds):
        root = folder / "vault"
        place, mark = vault(root), f"Save {number}."
        delay = chance.random() * LONGEST
        child = os.fork()
        if not child:
            saving(place, style, f"{LOG}\n{mark}\n", delay)
        outcomes[edited(root, writer)] += 1
        _, status = os.waitpid(child, 0)
        assert status == 0
        late = [text.read_text() for _, text in told(root)] if writer == "editing" else []
        held = place.read_text()
        outcomes["told"] += any(mark in text for text in late)
        outcomes["lost"] += not any(mark in text for text in (held, *late))
        shutil.rmtree(root)
    print(json.dumps(outcomes))  # noqa: T201 - read by the test


def saving(place: Path, style: str, text: str, delay: float) -> None:
    """Save as an editor of this style does, a little later, and end the process."""
    code = 1
    try:
        held = place.open("r+")
        time.sleep(delay)
        if style == "renames":
            fresh = place.with_name(".fresh")
            fresh.write_text(text)
            fresh.replace(place)
        elif style == "in place":
            place.write_text(text)
        else:
            held.truncate(0)
            held.write(text)
            held.flush()
        code = 0
    finally:
        os._exit(code)


def edited(root: Path, writer: str) -> str:
    """Edit as the program does, or as careless ones do; return what is said of it."""
    place = root / PATH
    if writer == "editing":
        try:
            log(root)
        except (ChangedOnDiskError, EditRefusedError) as error:
            return type(error).__name__
        return "done"
    data = place.read_bytes()
    time.sleep(LONGEST / 4)  # what it takes to find the place and to look the result through
    fresh = place.with_name(".new")
    fresh.write_bytes(data + f"- {ROW}\n".encode())
    fresh.replace(place)
    return "done"


def told(root: Path) -> list[tuple[str, Path]]:
    """Return the late saves that the next edit tells."""
    found: list[Tidied] = []
    with suppress(EditRefusedError):  # what was saved last may be no introduction
        log_event(root, PATH, NUDGED, now=NOW, tell=found.append)
    return list(found[0].late)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3], int(sys.argv[4]))
