"""Somebody saves while a line is logged, or several commands log at once: nothing is lost."""

import os
import time
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from site_builder.editing import edit_folder
from site_builder.editing.proof import NewEvent
from site_builder.parsing.document_read import read_document
from site_builder.source import Source
from tests.editing.notes import LOG, PATH, log, vault
from tests.editing.races import SEEN
from tests.proof.long_form import LONG
from tests.support.figures import Count
from tests.writing.started import outcome, start

pytestmark = pytest.mark.proves("saves")
ROUNDS = 1_000 if LONG else 80
STYLES = ["renames", "in place", "holds it open"]
WRITERS, LINES = 8, 25


def raced(folder: Path, style: str, writer: str) -> Any:
    """Edit and save at the same time, again and again."""
    return outcome(start("editing.races", folder, style, writer, ROUNDS))


@pytest.mark.parametrize("style", STYLES)
def test_no_save_is_lost(quick_path: Path, style: str, count: Count) -> None:
    seen = raced(quick_path, style, "editing")
    assert min(seen["done"], seen["ChangedOnDiskError"]) > SEEN
    assert seen["told"] > 0 or style != "holds it open"
    count(seen["rounds"], seen["lost"])


@pytest.mark.control
@pytest.mark.parametrize("style", STYLES)
def test_a_writer_that_only_replaces_the_file_is_seen_to_lose_saves(
    quick_path: Path, style: str, count: Count
) -> None:
    seen = raced(quick_path, style, "careless")
    count(seen["rounds"], seen["lost"])


def test_of_two_hundred_lines_by_eight_commands_at_once_each_is_there_once(
    quick_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(edit_folder, "PATIENCE", 60.0)  # where much else runs, an edit takes long
    place = vault(quick_path)
    children = [started(quick_path, f"writer {number}") for number in range(WRITERS)]
    assert [os.waitpid(child, 0)[1] for child in children] == [0] * WRITERS
    document = read_document(Source(PATH, place.read_bytes()))
    assert document.record is not None
    assert document.faults == ()
    rows = place.read_text().removeprefix(LOG).splitlines()
    wanted = [f"writer {writer}, line {line}" for writer in range(WRITERS) for line in range(LINES)]
    assert sorted(row.partition(": ")[2] for row in rows) == sorted(wanted)


def started(root: Path, who: str) -> int:
    """Log lines in a process of its own; return its number."""
    child = os.fork()
    if not child:
        code = 1
        try:
            for line in range(LINES):
                log(root, NewEvent(date(2026, 11, 22), "wrote", f"{who}, line {line}"))
                time.sleep(0.005)  # in life, another command has to start
            code = 0
        finally:
            os._exit(code)
    return child
