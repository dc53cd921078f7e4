"""Whatever happens to a builder, the folder holds the whole old or the whole new site."""

import json
import os
import resource
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from site_builder.writing.output_errors import OutputLockedError
from site_builder.writing.output_lock import hold_lock
from site_builder.writing.publish import publish

from .folders import contents, names, site, snapshot

REPOSITORY = Path(__file__).parents[2]


def start(script: str, *arguments: object) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", f"tests.writing.{script}", *map(str, arguments)],
        cwd=REPOSITORY,
        stdout=subprocess.PIPE,
        text=True,
    )


def outcome(process: subprocess.Popen[str]) -> Any:
    try:
        printed, _ = process.communicate(timeout=60)
    finally:
        process.kill()
    assert process.returncode == 0
    return json.loads(printed)


def test_killed_at_40_random_moments_it_leaves_a_whole_site(tmp_path: Path) -> None:
    seen = outcome(start("endless", tmp_path, 40, "publish"))
    assert seen["whole"] == 40
    assert seen["interrupted"] > 20  # so the moments were well chosen
    assert seen["left"] == ["site"]  # the next builder cleared up


def test_control_a_writer_in_place_is_caught_torn(tmp_path: Path) -> None:
    assert outcome(start("endless", tmp_path, 20, "in-place"))["torn"] > 5


def test_killed_at_every_step_it_leaves_a_whole_site(tmp_path: Path) -> None:
    seen = outcome(start("sweep", tmp_path, "kill"))
    assert seen["killed"] == seen["strikes"] > 30
    assert seen["old"] > 10
    assert seen["new"] > 10
    assert seen.get("torn", 0) == seen["debris"] == 0


def test_a_full_disk_at_any_step_leaves_a_whole_site(tmp_path: Path) -> None:
    seen = outcome(start("sweep", tmp_path, "fail"))
    assert seen["failed"] == seen["strikes"] > 30
    assert seen["old"] > 10
    assert seen.get("crashed", 0) == seen.get("torn", 0) == seen["debris"] == 0


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


def test_four_builders_at_once_leave_one_whole_site(tmp_path: Path) -> None:
    builders = [start("rounds", tmp_path, letter, 50) for letter in "abcd"]
    ends = [outcome(builder) for builder in builders]
    pids = {end["pid"] for end in ends}
    assert all(end.get("published", 0) + end.get("locked", 0) == 50 for end in ends)
    assert sum(end.get("locked", 0) for end in ends) > 0
    assert all(set(end["named"]) <= pids - {end["pid"]} for end in ends)
    assert contents(tmp_path / "site") in [site(letter, 60) for letter in "abcdABCD"]
    assert names(tmp_path) == ["site"]


def test_a_locked_output_is_left_alone_and_its_owner_named(tmp_path: Path) -> None:
    publish(tmp_path / "site", site("a"), source_root=tmp_path / "vault")
    with hold_lock(tmp_path / "site"):
        before = snapshot(tmp_path)
        with pytest.raises(OutputLockedError, match=f"process {os.getpid()}") as caught:
            publish(tmp_path / "site", site("b"), source_root=tmp_path / "vault")
        assert snapshot(tmp_path) == before
    assert caught.value.pid == os.getpid()
    assert names(tmp_path) == ["site"]


def test_the_lock_of_a_dead_builder_is_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / ".site.doorstep-lock").write_text("999999\n")
    publish(tmp_path / "site", site("a"), source_root=tmp_path / "vault")
    assert names(tmp_path) == ["site"]


def misses(place: Path, write: Callable[[dict[str, bytes]], object]) -> int:
    """Write 40 sites while somebody keeps reading; return how often a file was missing."""
    write(site("a"))
    done = threading.Event()
    missing = 0

    def read() -> None:
        nonlocal missing
        while not done.is_set():
            try:
                assert (place / "index.html").read_bytes() in {b"a", b"b"}
            except FileNotFoundError:
                missing += 1

    reader = threading.Thread(target=read)
    reader.start()
    try:
        for letter in "ab" * 20:
            write(site(letter))
    finally:
        done.set()
        reader.join()
    return missing


def test_a_reader_never_finds_the_site_missing(tmp_path: Path) -> None:
    def careful(files: dict[str, bytes]) -> None:
        publish(tmp_path / "site", files, source_root=tmp_path / "vault")

    assert misses(tmp_path / "site", careful) == 0


def test_control_a_reader_finds_the_site_missing_when_it_is_removed_first(tmp_path: Path) -> None:
    def careless(files: dict[str, bytes]) -> None:
        publish(tmp_path / "next", files, source_root=tmp_path / "vault")
        shutil.rmtree(tmp_path / "site", ignore_errors=True)
        (tmp_path / "next").rename(tmp_path / "site")

    assert misses(tmp_path / "site", careless) > 0
