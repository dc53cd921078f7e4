"""Whatever happens to an edit, the file is the old or the new one, and what is said is true."""

import sys
from pathlib import Path
from typing import Any

import pytest

from tests.proof.long_form import LONG
from tests.support.figures import Count
from tests.writing.faults import FAULTS
from tests.writing.started import outcome, start

pytestmark = pytest.mark.proves("edits")
STEP = 1 if LONG else 5
"""Every call to the system is struck in the long form, every fifth in the short one."""
TRACED = pytest.mark.skipif(sys.platform != "linux", reason="only Linux stops a child at each call")
SHORT = ("the user presses Ctrl-C", "a call fails in the device", "the disk stays full")
BLOWS = FAULTS if LONG else SHORT


def swept(folder: Path, blow: str, writer: str, step: int = STEP) -> Any:
    """Strike at each step and return how the edits ended and what they left."""
    seen = outcome(start("editing.sweep", folder, blow, writer, step))
    assert seen["unharmed"] == 1
    return seen


def wrong(seen: Any) -> int:
    """Count files that are neither, edits that crashed, untrue words, and what stayed behind."""
    return sum(seen.get(fault, 0) for fault in ("torn", "crashed", "lies", "debris"))


@TRACED
@pytest.mark.parametrize("writer", ["editing", "renaming"])
def test_killed_before_each_call_to_the_system(quick_path: Path, writer: str, count: Count) -> None:
    seen = swept(quick_path, "kill", writer)
    assert seen["killed"] > 60 // STEP
    assert min(seen["old"], seen["new"]) > 1
    count(seen["killed"], wrong(seen))


@pytest.mark.parametrize("writer", ["editing", "renaming"])
@pytest.mark.parametrize("fault", BLOWS)
def test_a_call_that_fails(quick_path: Path, fault: str, writer: str, count: Count) -> None:
    seen = swept(quick_path, fault, writer)
    struck = seen["failed"] + seen.get("coped", 0)
    assert seen["failed"] > 1
    assert seen["old"] > 1
    count(struck, wrong(seen))


@TRACED
@pytest.mark.control
def test_a_writer_in_place_that_is_killed_is_seen_to_tear_the_file(
    quick_path: Path, count: Count
) -> None:
    seen = swept(quick_path, "kill", "in-place", 1)
    count(seen["killed"], seen["torn"])


@pytest.mark.control
def test_a_writer_in_place_that_fails_is_seen_to_tear_the_file(
    quick_path: Path, count: Count
) -> None:
    seen = swept(quick_path, "a call fails in the device", "in-place", 1)
    count(seen["failed"], seen["torn"])
