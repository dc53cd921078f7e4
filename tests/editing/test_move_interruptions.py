"""Whatever happens to a renaming, every note is whole, and in the end all have one id."""

from pathlib import Path
from typing import Any

import pytest

from tests.editing.test_interruptions import BLOWS, TRACED
from tests.editing.test_races import STYLES
from tests.proof.long_form import LONG
from tests.support.figures import Count
from tests.writing.started import outcome, start

STEP = 1 if LONG else 11
"""Every call to the system is struck in the long form, every eleventh in the short one."""
ROUNDS = 1_000 if LONG else 60


def swept(folder: Path, blow: str, writer: str, step: int = STEP) -> Any:
    """Strike at each step and return how the renamings ended and what they left."""
    return outcome(start("editing.sweep_move", folder, blow, writer, step))


def wrong(seen: Any) -> int:
    """Count torn notes, vaults that stay divided, crashes, untrue words, and what stayed behind."""
    return sum(seen.get(fault, 0) for fault in ("torn", "divided", "crashed", "lies", "debris"))


@TRACED
@pytest.mark.proves("edits")
@pytest.mark.parametrize("writer", ["editing", "renaming"])
def test_a_renaming_killed_before_each_call_is_made_or_undone(
    quick_path: Path, writer: str, count: Count
) -> None:
    seen = swept(quick_path, "kill", writer)
    assert seen["killed"] > 200 // STEP
    assert min(seen["old"], seen["new"]) > 1
    count(seen["killed"], wrong(seen))


@pytest.mark.proves("edits")
@pytest.mark.parametrize("writer", ["editing", "renaming"])
@pytest.mark.parametrize("fault", BLOWS)
def test_a_renaming_in_which_a_call_fails_is_made_or_undone(
    quick_path: Path, fault: str, writer: str, count: Count
) -> None:
    seen = swept(quick_path, fault, writer)
    assert seen["failed"] > 1
    assert seen["old"] > 1
    count(seen["failed"] + seen.get("coped", 0), wrong(seen))


@pytest.mark.control
@pytest.mark.proves("edits")
@pytest.mark.parametrize("blow", [pytest.param("kill", marks=TRACED), "a call fails in the device"])
def test_a_script_that_fails_is_seen_to_leave_a_vault_of_two_minds(
    quick_path: Path, blow: str, count: Count
) -> None:
    seen = swept(quick_path, blow, "careless", 1)
    count(seen.get("killed", 0) + seen.get("failed", 0), seen["divided"])


@pytest.mark.proves("saves")
@pytest.mark.parametrize("style", STYLES)
def test_no_save_is_lost_in_a_renaming(quick_path: Path, style: str, count: Count) -> None:
    seen = outcome(start("editing.races_move", quick_path, style, "editing", ROUNDS))
    assert seen["done"] > 1
    assert seen["ChangedOnDiskError"] > 1
    assert seen["told"] > 0 or style != "holds it open"
    count(seen["rounds"], seen["lost"] + seen["divided"])


@pytest.mark.control
@pytest.mark.proves("saves")
@pytest.mark.parametrize("style", STYLES)
def test_a_script_that_renames_is_seen_to_lose_saves(
    quick_path: Path, style: str, count: Count
) -> None:
    seen = outcome(start("editing.races_move", quick_path, style, "careless", ROUNDS))
    count(seen["rounds"], seen["lost"])
