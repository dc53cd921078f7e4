"""Hundreds of files of a checkout and thousands of a copy: few rebuilds, and all are seen."""

import subprocess
import time
from functools import partial
from types import SimpleNamespace
from typing import Any

import pytest

from site_builder.compiler import CompiledSite, Inputs
from site_builder.watch.burst import LONGEST, QUIET
from tests.support.commands import write
from tests.watch.watched import Watched


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


def test_thirty_thousand_files_at_once_are_all_seen(
    watched: Watched, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("site_builder.app.watch_build.compile_site", count_files)
    many, begun, before = watched.root / "contacts" / "many", time.monotonic(), watched.builds
    many.mkdir()
    for number in range(30_000):  # more than the queue of events holds
        (many / f"p{number}.md").write_bytes(b"---\nname: P\n---\n")
    took = time.monotonic() - begun
    watched.wait_for(lambda: watched.attempts[-1].files == {"count": b"30004"}, 300)
    assert watched.calm() - before <= 2 + took / LONGEST  # at most one a second, and a last one
    outside = watched.root.parent / "outside"
    assert watched.once(lambda: many.rename(outside))
    assert watched.attempts[-1].files == {"count": b"4"}
    assert watched.once(lambda: outside.rename(many))
    assert watched.attempts[-1].files == {"count": b"30004"}
