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

SEEN = 8
"""How many edits have to meet a save, and how many not."""
EDIT = 0.003
"""Seconds that a careless edit takes, and the first of the program is taken to take."""
MOST = 25
"""How many times the rounds are gone through at most, where the system is slow to start a save."""


def main(folder: Path, style: str, writer: str, rounds: int) -> None:
    """Count what became of the saves, until they came before, into and after edits."""
    chance, outcomes, took = random.Random(7), Counter[str](), EDIT  # noqa: S311 - on purpose
    vault(folder / "warm")
    log(folder / "warm")
    while outcomes["rounds"] < rounds or (
        outcomes["rounds"] < rounds * MOST and not is_enough(outcomes, style, writer)
    ):
        outcomes["rounds"] += 1
        root, mark = folder / "vault", f"Save {outcomes['rounds']}."
        place = vault(root)
        delay = chance.random() * 2 * took
        child = os.fork()
        if not child:
            saving(place, style, f"{LOG}\n{mark}\n", delay)
        started = time.perf_counter()
        outcomes[edited(root, writer)] += 1
        took = time.perf_counter() - started
        _, status = os.waitpid(child, 0)
        assert status == 0
        late = [text.read_text() for _, text in told(root)] if writer == "editing" else []
        held = place.read_text()
        outcomes["told"] += any(mark in text for text in late)
        outcomes["lost"] += not any(mark in text for text in (held, *late))
        shutil.rmtree(root)
    print(json.dumps(outcomes))  # noqa: T201 - read by the test


def is_enough(outcomes: Counter[str], style: str, writer: str) -> bool:
    """Return whether saves came at all times that matter often enough to show a loss."""
    if writer == "careless":
        return outcomes["lost"] > 0
    often = min(outcomes["done"], outcomes[ChangedOnDiskError.__name__]) > SEEN
    return often and (outcomes["told"] > 0 or style != "holds it open")


def saving(place: Path, style: str, text: str, delay: float, *, begun: int = 0) -> None:
    """Save as an editor of this style does, a little later, and end the process.

    What hears from `begun` knows that the file is open.
    """
    code = 1
    try:
        held = place.open("r+")
        if begun:
            os.write(begun, b".")
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
    time.sleep(EDIT / 2)  # what it takes to find the place and to look the result through
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
