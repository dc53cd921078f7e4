"""Whatever happens to a builder, the folder holds the whole old or the whole new site."""

import resource
import sys
from pathlib import Path
from typing import Any

import pytest

from site_builder.writing.publish import publish
from tests.proof.long_form import LONG
from tests.support.figures import Count

from .faults import FAULTS, OPEN, REMOVE
from .fill import MOUNTING, mountable
from .folders import contents, names, site
from .started import outcome, start

MOMENTS = 500 if LONG else 40
STEP = 1 if LONG else 7
"""Every call to the system is struck in the long form, every seventh in the short one."""
CONTROLS_STEP = 1 if LONG else 5
"""A writer in place makes fewer calls, and half of them tear the site."""
TRACED = pytest.mark.skipif(sys.platform != "linux", reason="only Linux stops a child at each call")
DISKS = ["feigned", *(["mounted"] if mountable() else [])]
"""Where nothing can be mounted, the disk that is full is feigned, and the figures say so."""


def swept(folder: Path, blow: str, writer: str) -> Any:
    """Strike at each step and return how the builders ended and what they left."""
    seen = outcome(start("writing.sweep", folder, blow, writer, STEP))
    assert seen["unharmed"] == 1
    assert seen["old"] > 1
    assert seen["new"] > (1 if strikes_late(blow) else 0)
    return seen


def strikes_late(blow: str) -> bool:
    """Tell whether it can strike after the exchange, when files are only opened and removed."""
    return blow not in FAULTS or bool(FAULTS[blow].calls & (REMOVE | {OPEN}))


def wrong(seen: Any) -> int:
    """Count sites that are none, builders that crashed, and what was or stayed left behind."""
    return sum(
        seen.get(fault, 0) for fault in ("torn", "away", "lost", "crashed", "debris", "litter")
    )


@pytest.mark.proves("publish")
def test_killed_at_random_moments_it_leaves_a_whole_site(tmp_path: Path, count: Count) -> None:
    seen = outcome(start("writing.endless", tmp_path, MOMENTS, "publish"))
    assert seen["interrupted"] > MOMENTS // 2  # so the moments were well chosen
    assert seen["left"] == ["site"]  # the next builder cleared up
    count(MOMENTS, MOMENTS - seen["whole"])


@pytest.mark.proves("publish")
@pytest.mark.control
def test_killed_at_random_moments_a_writer_in_place_leaves_it_torn(
    tmp_path: Path, count: Count
) -> None:
    count(20, outcome(start("writing.endless", tmp_path, 20, "in-place"))["torn"])


@TRACED
@pytest.mark.proves("publish")
def test_killed_before_each_call_to_the_system_it_leaves_a_whole_site(
    tmp_path: Path, count: Count
) -> None:
    seen = swept(tmp_path, "kill", "publish")
    assert seen["killed"] > 150 // STEP
    count(seen["killed"], wrong(seen))


@TRACED
@pytest.mark.proves("publish")
@pytest.mark.control
def test_killed_before_each_call_a_writer_in_place_leaves_it_torn(
    tmp_path: Path, count: Count
) -> None:
    seen = outcome(start("writing.sweep", tmp_path, "kill", "in-place", STEP))
    count(seen["killed"], seen["torn"])


@TRACED
@pytest.mark.proves("publish")
def test_where_folders_cannot_be_exchanged_the_next_build_brings_the_site_back(
    tmp_path: Path, count: Count
) -> None:
    seen = swept(tmp_path, "kill", "renaming")
    assert seen.pop("away", 0) <= 1  # between the two renamings; what is lost there is counted
    count(seen["killed"], wrong(seen))


@pytest.mark.proves("faults")
@pytest.mark.parametrize("fault", FAULTS)
def test_a_call_that_fails_leaves_a_whole_site(tmp_path: Path, fault: str, count: Count) -> None:
    seen = swept(tmp_path, fault, "publish")
    struck = seen["failed"] + seen.get("coped", 0)
    assert seen["failed"] > 15 // STEP
    count(struck, wrong(seen))


@pytest.mark.proves("faults")
@pytest.mark.control
@pytest.mark.parametrize("fault", [fault for fault in FAULTS if fault != "too many files are open"])
def test_a_call_that_fails_tears_the_site_of_a_writer_in_place(
    tmp_path: Path, fault: str, count: Count
) -> None:
    seen = outcome(start("writing.sweep", tmp_path, fault, "in-place", CONTROLS_STEP))
    count(seen["failed"] + seen.get("coped", 0), seen["torn"])


@pytest.mark.proves("faults")
@pytest.mark.parametrize("disk", DISKS)
def test_a_small_disk_that_runs_full_leaves_a_whole_site(
    tmp_path: Path, disk: str, count: Count
) -> None:
    seen = outcome(start("writing.fill", tmp_path, disk, "publish", before=starting(disk)))
    count(seen["full"], wrong(seen))


@pytest.mark.proves("faults")
@pytest.mark.control
@pytest.mark.parametrize("disk", DISKS)
def test_a_small_disk_that_runs_full_tears_the_site_of_a_writer_in_place(
    tmp_path: Path, disk: str, count: Count
) -> None:
    seen = outcome(start("writing.fill", tmp_path, disk, "in-place", before=starting(disk)))
    count(seen["full"], seen["torn"])


def starting(disk: str) -> list[str]:
    return MOUNTING if disk == "mounted" else []


@pytest.mark.proves("faults")
def test_a_file_that_cannot_be_written_to_its_end_undoes_everything(tmp_path: Path) -> None:
    vault = tmp_path / "vault"
    publish(vault / "site", site("a"), source_root=vault)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, before[1]))
    try:
        with pytest.raises(OSError, match="File too large"):
            publish(vault / "site", {"new": b"x" * 60_000}, source_root=vault)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert contents(vault / "site") == site("a")
    assert names(vault) == ["site"]
