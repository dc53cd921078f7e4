"""Hundreds of files of a checkout and thousands of a copy: few rebuilds, and all are seen."""

import subprocess
import threading
import time
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from watchdog.observers.inotify_c import InotifyEvent, InotifyFD

from site_builder.compiler import CompiledSite, Inputs
from site_builder.watch.burst import LONGEST, QUIET
from tests.support.commands import write
from tests.watch.watched import Watched

QUEUE = Path("/proc/sys/fs/inotify/max_queued_events")


def test_a_checkout_of_many_files_is_one_rebuild(watched: Watched) -> None:
    git = ["git", "-c", "user.name=a", "-c", "user.email=a@b.c", "-C", str(watched.root)]

    def run(*words: str) -> None:
        subprocess.run([*git, *words], check=True, capture_output=True)

    people = {f"contacts/p{i}.md": f"---\nname: Person {i}\n---\n" for i in range(300)}
    run("init", "-b", "main")
    run("add", ".")
    run("commit", "-m", "few")
    run("checkout", "-b", "many")
    write(watched.root, people)
    run("add", ".")
    run("commit", "-m", "many")
    watched.calm()
    builds: list[int] = []
    while len(builds) < 4 or (1 not in builds and len(builds) < 40):
        branch = ("main", "many")[len(builds) % 2]
        builds.append(watched.after(partial(run, "checkout", branch)))
        # A busy machine may stop git for longer than the quiet window.
        assert builds[-1] <= 1 + watched.took / QUIET
        assert watched.is_clean()
    assert 1 in builds
    assert watched.changes[-1] == "Change detected: contacts/p0.md and 299 more"


def count_files(inputs: Inputs, *_: object, **__: object) -> CompiledSite:
    """Build nothing but the number of files, as what is looked at here is the looking."""
    nothing: Any = SimpleNamespace(insights=None)
    return CompiledSite(nothing, (), {"count": str(len(inputs.sources)).encode()})


def test_many_files_whose_events_were_lost_are_all_seen(
    watched: Watched, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("site_builder.app.watch_build.compile_site", count_files)
    read, made, lost = InotifyFD.read_events, threading.Event(), list[InotifyEvent]()

    def late(*words: Any) -> list[InotifyEvent]:
        made.wait(60)  # a reader that keeps up loses nothing
        events = read(*words)
        lost.extend(event for event in events if event.is_queue_overflow)
        return events

    monkeypatch.setattr(InotifyFD, "read_events", late)
    many, begun, before = watched.root / "contacts" / "many", time.monotonic(), watched.builds
    count = int(QUEUE.read_text()) // 2  # of each come three events
    many.mkdir()
    for number in range(count):
        (many / f"p{number}.md").write_bytes(b"---\nname: P\n---\n")
    made.set()
    took = time.monotonic() - begun
    every = {"count": str(count + 4).encode()}
    watched.wait_for(lambda: watched.attempts[-1].files == every, 300)
    assert watched.calm() - before <= 2 + took / LONGEST  # at most one a second, and a last one
    assert lost
    outside = watched.root.parent / "outside"
    assert watched.once(lambda: many.rename(outside))
    assert watched.attempts[-1].files == {"count": b"4"}
    assert watched.once(lambda: outside.rename(many))
    assert watched.attempts[-1].files == every
