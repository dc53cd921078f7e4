"""Several builders and a watch on one output: a whole site, and losers say who has the lock."""

import os
import re
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

import pytest

from site_builder.writing.output_errors import OutputLockedError
from site_builder.writing.output_lock import hold_lock
from site_builder.writing.publish import publish
from tests.cli.conftest import VAULT
from tests.proof.long_form import LONG
from tests.support.figures import Count
from tests.support.watch_program import ROOT, Program

from .folders import contents, names, site, snapshot
from .reader import seen_before
from .started import PATIENCE, outcome, start, waited_for

pytestmark = pytest.mark.proves("builders")
ROUNDS = 50 if LONG else 4
LOCKED = 5
"""The exit code of a build that found the output locked."""
HELD = re.compile(
    r"is being written by another builder \(process (\d+)\); try again when it is done"
)


def test_four_builders_at_once_leave_one_whole_site(tmp_path: Path, count: Count) -> None:
    ends = together(tmp_path, "publish", 50)
    pids = {str(end["pid"]) for end in ends}
    assert all(end.get("published", 0) + end.get("locked", 0) >= 50 for end in ends)
    assert sum(end.get("locked", 0) for end in ends) > 0
    misnamed = sum(bool(end["holders"].keys() - (pids - {str(end["pid"])})) for end in ends)
    count(rounds(ends), misnamed + mixed(tmp_path) + (names(tmp_path) != ["site"]))


@pytest.mark.control
def test_four_writers_in_place_leave_a_mixture(tmp_path: Path, count: Count) -> None:
    publish(tmp_path / "site", site("a", 60), source_root=tmp_path)
    ends = together(tmp_path, "in-place", 50)
    count(rounds(ends), mixed(tmp_path) + sum(end.get("broken", 0) for end in ends))


def together(vault: Path, writer: str, rounds: int) -> list[Any]:
    """Let four write at once and return how they fared."""
    writers = [start("writing.rounds", vault, letter, rounds, writer) for letter in "abcd"]
    return [outcome(each) for each in writers]


def rounds(ends: list[Any]) -> int:
    """Count the rounds of all."""
    return sum(end.get(how, 0) for end in ends for how in ("published", "locked", "broken"))


def mixed(vault: Path) -> bool:
    """Tell whether the site is none that somebody wrote."""
    return contents(vault / "site") not in [site(letter, 60) for letter in "abcdABCD"]


class Building:
    """The program, started again and again while somebody edits the vault."""

    def __init__(self, root: Path) -> None:
        """Begin with nothing said."""
        self.root = root
        self.pids: set[int] = set()
        self.codes: list[int] = []
        self.held_by: list[str] = []
        self.failed: list[str] = []

    def rounds(self, number: int) -> None:
        """Edit and build that often, each time in a process of its own."""
        for turn in range(number):
            who = threading.get_ident() % 97
            person = f"---\nname: Nora {turn}\nknows: [tara {1 + turn % 5}]\n---\n"
            saved(self.root / "contacts" / f"nora-{who}.md", person)
            command = [sys.executable, str(ROOT / "build.py"), "-C", str(self.root)]
            with subprocess.Popen(command, stdout=-1, stderr=-1, text=True) as build:
                self.pids.add(build.pid)
                _, said = build.communicate(timeout=PATIENCE)
            self.codes.append(build.returncode)
            self.held_by += HELD.findall(said) if build.returncode == LOCKED else []
            self.failed += [] if build.returncode in {0, LOCKED} else [said]


def saved(place: Path, text: str) -> None:
    """Save a note as editors do: in one step, so that nobody reads half of it."""
    fresh = place.with_name(f".{place.name}.{threading.get_ident()}")
    fresh.write_text(text)
    fresh.replace(place)


def test_two_builders_and_a_watch_that_publishes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, count: Count
) -> None:
    monkeypatch.setenv("DOORSTEP_TODAY", "2026-11-04")
    root = tmp_path / "vault"
    for path, text in VAULT.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text)
    watch = Program(root, "--no-serve", "--publish")
    watch.until("Published: ")
    reader = start("writing.reader", root / "site", tmp_path / "done")
    waited_for(seen_before(tmp_path / "done", "whole"))
    building = Building(root)
    builders = [threading.Thread(target=building.rounds, args=(ROUNDS,)) for _ in range(2)]
    for builder in builders:
        builder.start()
    for builder in builders:
        builder.join()
    settled(watch)
    (tmp_path / "done").touch()
    seen = outcome(reader)
    assert watch.interrupt() == 0
    assert len(building.codes) == 2 * ROUNDS
    assert seen["whole"] > ROUNDS
    held_by = {int(pid) for pid in building.held_by}
    assert building.codes.count(LOCKED) == len(building.held_by)
    assert held_by <= building.pids | {watch.process.pid}
    assert names(root) == [".doorstep", "contacts", "intros", "site"]
    assert clean(root) == contents(root / "site")
    assert building.failed == []
    count(len(building.codes), seen.get("torn", 0) + seen.get("missing", 0))


def settled(watch: Program) -> None:
    """Wait until the watch has published its last word."""
    (watch.root / "contacts" / "last.md").write_text("---\nname: Last\n---\n")
    waited_for(watch.root / "site" / "contacts" / "last.html")


def clean(root: Path) -> dict[str, bytes]:
    """Build into a folder of its own."""
    command = [sys.executable, str(ROOT / "build.py"), "-C", str(root), "--no-cache"]
    subprocess.run([*command, "-o", str(root.parent / "clean")], check=True, capture_output=True)
    return contents(root.parent / "clean")


def test_a_watch_that_found_the_lock_taken_publishes_once_it_is_free(tmp_path: Path) -> None:
    (tmp_path / "contacts").mkdir()
    (tmp_path / "contacts" / "me.md").write_text("---\nname: Mo\nme: true\n---\n")
    with hold_lock(tmp_path / "site"):
        watch = Program(tmp_path, "--no-serve", "--publish")
        said = watch.until("build: ")
        time.sleep(0.2)
        assert not (tmp_path / "site").exists()
    assert f"(process {os.getpid()})" in said
    watch.until("Published: ")
    assert (tmp_path / "site" / "contacts" / "me.html").exists()
    assert len([line for line in watch.lines if line.startswith("build: ")]) == 1
    assert watch.interrupt() == 0


def test_a_locked_output_is_left_alone_and_its_owner_named(tmp_path: Path) -> None:
    publish(tmp_path / "site", site("a"), source_root=tmp_path / "vault")
    with hold_lock(tmp_path / "site"):
        before = snapshot(tmp_path)
        with pytest.raises(OutputLockedError, match=f"process {os.getpid()}") as caught:
            publish(tmp_path / "site", site("b"), source_root=tmp_path / "vault")
        assert snapshot(tmp_path) == before
    assert caught.value.pid == os.getpid()
    assert names(tmp_path) == ["site"]


def test_the_lock_of_a_builder_that_was_killed_is_taken_over(tmp_path: Path) -> None:
    lock = tmp_path / ".site.doorstep-lock"
    for _ in range(5):
        child = os.fork()
        if not child:
            with hold_lock(tmp_path / "site"):
                signal.pause()
        while not (lock.exists() and lock.read_text()):
            time.sleep(0.001)
        with pytest.raises(OutputLockedError, match=f"process {child}"):
            publish(tmp_path / "site", site("a"), source_root=tmp_path / "vault")
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        assert lock.read_text() == f"{child}\n"  # so there is one to be taken over
        publish(tmp_path / "site", site("a"), source_root=tmp_path / "vault")
        assert names(tmp_path) == ["site"]


def test_a_lock_that_names_nobody_is_waited_for_a_moment_only(tmp_path: Path) -> None:
    with hold_lock(tmp_path / "site"):
        (tmp_path / ".site.doorstep-lock").write_text("")
        with pytest.raises(OutputLockedError, match="by another builder; try again") as caught:
            publish(tmp_path / "site", site("a"), source_root=tmp_path / "vault")
    assert caught.value.pid is None
