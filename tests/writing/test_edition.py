"""A site is written as it is made, by whatever process made it; the old one stays until the end."""

import os
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from site_builder.app.processes import spread_over
from site_builder.writing import generation
from site_builder.writing.folder_tree import Tree, list_tree
from site_builder.writing.output_errors import OutputLockedError, OutputRefusedError
from site_builder.writing.output_lock import hold_lock
from site_builder.writing.publish import Edition, Published, Put, publish

from .folders import contents, names, site, snapshot
from .started import PATIENCE

PAGES = 600
"""Worth a second process at once."""


def edition_of(folder: Path) -> Edition:
    return Edition(folder / "site", source_root=folder / "vault")


def staged(folder: Path) -> list[str]:
    """Return the files that are written beside the site so far."""
    [staging] = folder.glob(".site.doorstep-staging-*")
    return sorted(contents(staging))


@contextmanager
def killed(work: Callable[[], None], ready: Callable[[], bool]) -> Iterator[int]:
    """Let another process work until it is ready, and kill it; what it started lives on."""
    builder = os.fork()
    if not builder:
        try:
            work()
        finally:
            os._exit(1)
    until = time.monotonic() + PATIENCE
    while not ready():
        assert time.monotonic() < until
        time.sleep(0.001)
    os.kill(builder, signal.SIGKILL)
    os.waitpid(builder, 0)
    yield builder


def test_two_processes_write_one_site(tmp_path: Path) -> None:
    files = site("a", PAGES)
    with edition_of(tmp_path) as edition:
        edition.begin(files)

        def put(name: str) -> tuple[int, Put]:
            time.sleep(0.0005)  # so that one cannot take everything before the other begins
            return os.getpid(), edition.put(name, files[name])

        done = dict(zip(files, spread_over(2)(put, tuple(files)), strict=True))
        assert staged(tmp_path) == sorted(files)
        assert not (tmp_path / "site").exists()
        published = edition.publish({name: said for name, (_, said) in done.items()})
    assert published == Published(len(files), 0)
    assert len({maker for maker, _ in done.values()}) == 2
    assert contents(tmp_path / "site") == files
    assert names(tmp_path) == ["site"]


def test_what_is_not_published_leaves_nothing_and_the_old_site_as_it_was(tmp_path: Path) -> None:
    publish(tmp_path / "site", site("a"), source_root=tmp_path / "vault")
    before = snapshot(tmp_path)
    files = site("a") | {"index.html": b"new"}
    with edition_of(tmp_path) as edition:
        edition.begin(files)
        kept = [name for name, data in files.items() if edition.put(name, data).kept]
        assert staged(tmp_path) == ["index.html"]
    assert len(kept) == len(files) - 1
    assert {**snapshot(tmp_path), ".": ()} == {**before, ".": ()}


def test_what_is_refused_is_refused_before_anything_is_made(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "thesis.txt").write_text("mine")
    before = snapshot(tmp_path)
    with edition_of(tmp_path) as edition, pytest.raises(OutputRefusedError):
        edition.begin(site("a"))
    assert {**snapshot(tmp_path), ".": ()} == {**before, ".": ()}


def test_a_folder_that_is_not_ours_is_not_walked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    walked: list[Path] = []

    def walk(place: Path) -> Tree:
        walked.append(place)
        return list_tree(place)

    monkeypatch.setattr(generation, "list_tree", walk)
    publish(tmp_path / "own", site("a"), source_root=tmp_path / "vault")
    publish(tmp_path / "own", site("b"), source_root=tmp_path / "vault")
    assert tmp_path / "own" in walked
    (tmp_path / "site" / "photos").mkdir(parents=True)
    with edition_of(tmp_path) as edition, pytest.raises(OutputRefusedError):
        edition.begin(site("a"))
    assert tmp_path / "site" not in walked


def test_half_a_file_of_a_process_that_died_is_written_again(tmp_path: Path) -> None:
    files = site("a")
    with edition_of(tmp_path) as edition:
        edition.begin(files)
        edition.put("index.html", b"ha")
        done = {name: edition.put(name, data) for name, data in files.items()}
        edition.publish(done)
    assert contents(tmp_path / "site") == files


def test_a_builder_that_is_killed_while_two_processes_write_leaves_nothing(tmp_path: Path) -> None:
    files = site("a", PAGES)

    def work() -> None:
        with edition_of(tmp_path) as edition:
            edition.begin(files)

            def put(name: str) -> None:
                time.sleep(0.002)
                edition.put(name, files[name])

            spread_over(2)(put, tuple(files))

    def at_it() -> bool:
        return bool(list(tmp_path.glob(".site.doorstep-staging-*/contacts/*")))

    with killed(work, at_it):
        assert 0 < len(staged(tmp_path)) < len(files)
        done = publish(tmp_path / "site", site("b"), source_root=tmp_path / "vault")
    assert done == Published(len(site("b")), 0)
    assert names(tmp_path) == ["site"]


@pytest.mark.parametrize(("lives_on", "patience"), [(0.3, 2.0), (PATIENCE, 0.2)])
def test_processes_of_a_builder_that_was_killed_are_waited_for_a_while(
    tmp_path: Path, lives_on: float, patience: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("site_builder.writing.output_lock.ORPHANED", patience)
    orphan = tmp_path / "orphan"

    def work() -> None:
        with hold_lock(tmp_path / "site"):
            if child := os.fork():
                orphan.with_suffix(".new").write_text(str(child))
                orphan.with_suffix(".new").rename(orphan)
                signal.pause()
            builder = os.getppid()
            while os.getppid() == builder:
                time.sleep(0.001)
            time.sleep(lives_on)
            os._exit(0)

    with killed(work, orphan.exists) as builder:
        begun = time.monotonic()
        try:
            if lives_on > patience:
                with pytest.raises(OutputLockedError, match=f"process {builder}"):
                    publish(tmp_path / "site", site("a"), source_root=tmp_path / "vault")
            else:
                publish(tmp_path / "site", site("a"), source_root=tmp_path / "vault")
                assert contents(tmp_path / "site") == site("a")
            assert time.monotonic() - begun > min(lives_on, patience) / 2
        finally:
            if lives_on > patience:
                os.kill(int(orphan.read_text()), signal.SIGKILL)
