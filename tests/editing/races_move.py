"""Renamings while somebody saves: `races_move.py DIR STYLE WRITER ROUNDS` counts lost saves.

In every round a child saves one of the notes, somewhen in the time that a renaming takes. It is not
lost if a note has it in the end, or the program tells where it is. All other notes have the new id,
or all have the old one.
"""

import json
import os
import random
import shutil
import sys
import time
from collections import Counter
from pathlib import Path

from site_builder.editing.edit_errors import ChangedOnDiskError
from site_builder.editing.move_plan import Move
from tests.editing.moves import BERG, NEW, OLD, TARA, held, logged, move, planned, settled, vault
from tests.editing.races import EDIT, MOST, SEEN, saving
from tests.editing.sweep_move import careless


def main(folder: Path, style: str, writer: str, rounds: int) -> None:
    """Count what became of the saves, until they came before, into and after renamings."""
    chance, outcomes, took = random.Random(7), Counter[str](), EDIT  # noqa: S311 - on purpose
    warm = vault(folder / "warm")
    move(warm, planned(warm))
    while outcomes["rounds"] < rounds or (
        outcomes["rounds"] < rounds * MOST and not is_enough(outcomes, writer)
    ):
        outcomes["rounds"] += 1
        root, mark = folder / "vault", f"Save {outcomes['rounds']}."
        plan, saved = planned(vault(root)), chance.choice([*OLD])
        delay = chance.random() * 2 * took
        place = root / saved
        ready, begun = os.pipe()
        child = os.fork()
        if not child:
            saving(place, style, f"{OLD[saved]}\n{mark}\n", delay, begun=begun)
        os.close(begun)
        os.read(ready, 1)
        started = time.perf_counter()
        outcomes[renamed(root, plan, writer)] += 1
        took = time.perf_counter() - started
        _, status = os.waitpid(child, 0)
        os.close(ready)
        assert status == 0
        late = [text.read_text() for _, text in settled(root).late]
        files = held(root)
        outcomes["told"] += any(mark in text for text in late)
        outcomes["lost"] += not any(mark in text for text in (*files.values(), *late))
        outcomes["divided"] += writer == "editing" and not is_whole(files, saved)
        shutil.rmtree(root)
    print(json.dumps(outcomes))  # noqa: T201 - read by the test


def is_enough(outcomes: Counter[str], writer: str) -> bool:
    """Return whether saves came at all times that matter often enough to show a loss."""
    if writer == "careless":
        return outcomes["lost"] > 0
    return min(outcomes["done"], outcomes[ChangedOnDiskError.__name__]) > SEEN


def renamed(root: Path, plan: Move, writer: str) -> str:
    """Rename as the program does, or as careless ones do; return what is said of it."""
    if writer == "careless":
        time.sleep(EDIT / 2)  # what it takes to find the names and to look the result through
        careless(root, plan)
        return "done"
    try:
        move(root, plan)
    except ChangedOnDiskError as error:
        return type(error).__name__
    return "done"


def is_whole(files: dict[str, str], saved: str) -> bool:
    """Tell whether all notes but the saved one are as before, or all are renamed."""
    mine = {saved, BERG} if saved == TARA else {saved}
    others = {path: text for path, text in files.items() if path not in mine}
    wholes = ({**logged(whole)} for whole in (OLD, NEW))
    return any(
        others == {path: text for path, text in whole.items() if path not in mine}
        for whole in wholes
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3], int(sys.argv[4]))
