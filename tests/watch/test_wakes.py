"""Waiting for real events of a real folder."""

import os
import shutil
import subprocess
import sys
import time
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from watchdog.observers.api import BaseObserver

from site_builder.app.watch_files import places_of
from site_builder.watch.file_events import FileEvents
from site_builder.watch.wakes import Wake, Wakes
from tests.support.commands import write

LONG = 60.0
SHORT = 0.25
IDLE = Wake()


@pytest.fixture
def wakes(root: Path) -> Iterator[Wakes]:
    """Return wakes by the events of the small vault."""
    wakes = Wakes(time.monotonic)
    wakes.watch(places_of(root))
    assert not wakes.polling
    yield wakes
    wakes.stop()


def test_a_save_names_its_file_at_once(root: Path, wakes: Wakes) -> None:
    (root / "contacts/tara.md").write_text("x")
    begun, saved = time.monotonic(), Wake(events=True, named=frozenset({"contacts/tara.md"}))
    assert wakes.wait(LONG) == saved
    assert time.monotonic() - begun < LONG / 2
    assert wakes.wait(0) in {IDLE, saved}  # of one save a busy system may tell in two parts


def test_nothing_is_idle(wakes: Wakes) -> None:
    begun = time.monotonic()
    assert wakes.wait(SHORT) == IDLE
    assert time.monotonic() - begun >= SHORT


@pytest.mark.parametrize(
    "path",
    ["site/index.html", ".git/HEAD", ".obsidian/app.json", ".doorstep/memo", "notes.md", "a/b.md"],
)
def test_what_lies_elsewhere_wakes_nobody(path: str, root: Path, wakes: Wakes) -> None:
    write(root, {path: "x"})
    assert wakes.wait(SHORT) == IDLE


@pytest.mark.parametrize("name", [".tara.md.swp", "tara.md~", "4913", ".#tara.md", "#tara.md#"])
def test_what_editors_leave_behind_wakes_nobody(name: str, root: Path, wakes: Wakes) -> None:
    write(root, {f"contacts/{name}": "x"})
    assert wakes.wait(SHORT) == IDLE


def test_reading_and_rights_wake_nobody(root: Path, wakes: Wakes) -> None:
    file = root / "contacts/tara.md"
    file.read_bytes()
    file.chmod(0o600)
    os.utime(file)
    list((root / "contacts").iterdir())
    assert wakes.wait(SHORT) == IDLE


def test_settings_wake(root: Path, wakes: Wakes) -> None:
    (root / "doorstep.toml").write_text("")
    assert wakes.wait(LONG).named == frozenset({"doorstep.toml"})


def test_a_folder_that_comes_later_is_watched_from_then_on(root: Path, wakes: Wakes) -> None:
    (root / "themes").mkdir()
    assert wakes.wait(LONG).events
    while wakes.wait(SHORT).events:
        pass
    write(root, {"themes/mine/theme.toml": ""})
    assert wakes.wait(LONG).events


def test_a_folder_replaced_by_one_of_its_name_is_watched(root: Path, wakes: Wakes) -> None:
    for _ in range(3):
        (root / "contacts").rename(root / "old")
        write(root, {"contacts/ben.md": "x"})
        while wakes.wait(SHORT).events:
            pass
        (root / "contacts/ben.md").write_text("y")
        assert wakes.wait(LONG).events
        subprocess.run(["rm", "-r", root / "contacts"], check=True)
        (root / "old").rename(root / "contacts")
        while wakes.wait(SHORT).events:
            pass
        (root / "contacts/tara.md").write_text("y")
        assert wakes.wait(LONG).events


def test_a_folder_that_goes_while_it_is_put_under_watch_ends_no_events(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(root, {"themes/mine/theme.toml": ""})
    schedule = BaseObserver.schedule

    def late(self: BaseObserver, events: FileEvents, path: str, **more: Any) -> object:
        if path == str(root.resolve() / "themes"):
            shutil.rmtree(path)
        return schedule(self, events, path, **more)

    wakes = Wakes(time.monotonic)
    with monkeypatch.context() as patch:
        patch.setattr(BaseObserver, "schedule", late)
        wakes.watch(places_of(root))
    assert not (root / "themes").exists()
    assert not wakes.polling
    write(root, {"themes/mine/theme.toml": ""})
    assert wakes.wait(LONG).events
    while wakes.wait(SHORT).events:
        pass
    write(root, {"themes/mine/theme.toml": "x"})
    assert wakes.wait(LONG).events
    wakes.stop()


def test_a_busy_program_is_waited_for(root: Path) -> None:
    until = time.monotonic() + 0.4
    wakes = Wakes(time.monotonic, lambda: time.monotonic() < until)
    wakes.watch(places_of(root))
    (root / "contacts/tara.md").write_text("x")
    assert wakes.wait(LONG).events
    assert time.monotonic() >= until
    wakes.stop()


def test_watchdog_s_own_book_keeping_is_no_news(root: Path) -> None:
    def heard() -> list[str]:
        with warnings.catch_warnings(record=True) as said:
            for module in ("watchdog.observers.inotify", "another"):
                warnings.warn_explicit("said twice", RuntimeWarning, module, 1, module=module)
        return [one.filename for one in said]

    with warnings.catch_warnings():
        warnings.simplefilter("always")
        assert heard() == ["watchdog.observers.inotify", "another"]
        wakes = Wakes(time.monotonic)
        wakes.watch(places_of(root))
        assert heard() == ["another"]
        wakes.stop()


def test_without_watches_it_is_a_timer(root: Path) -> None:
    wakes = Wakes(time.monotonic)
    assert wakes.polling
    (root / "contacts/tara.md").write_text("x")
    assert wakes.wait(0.05) == IDLE


REAL = """
open("/proc/sys/user/max_inotify_watches", "w").write(sys.argv[2])
"""
FEIGNED = """
import ctypes, errno
from watchdog.observers import inotify_c
add, left = inotify_c.inotify_add_watch, [int(sys.argv[2])]
def limited(*words):
    left[0] -= 1
    if left[0] >= 0:
        return add(*words)
    ctypes.set_errno(errno.ENOSPC)
    return -1
inotify_c.inotify_add_watch = limited
"""
LIMITED = """
import sys, time
from pathlib import Path
{limit}
from site_builder.app.watch_files import places_of
from site_builder.watch.wakes import Wakes
wakes = Wakes(time.monotonic)
wakes.watch(places_of(Path(sys.argv[1])))
print(wakes.polling, wakes.failure)
"""


@pytest.mark.parametrize(
    ("limit", "said"), [(3, "True inotify watch limit reached"), (200, "False")]
)
@pytest.mark.parametrize("way", [REAL, FEIGNED], ids=["real", "feigned"])
def test_the_systems_limit_is_noticed_even_below_a_folder(
    way: str, limit: int, said: str, root: Path
) -> None:
    for number in range(9):
        (root / "contacts" / f"team{number}").mkdir()
    apart = ["unshare", "--user", "--map-root-user"] if way == REAL else []
    if subprocess.run([*apart, "true"], check=False, capture_output=True).returncode:
        apart, way = [], FEIGNED  # where the system allows nobody a limit of their own
    ran = subprocess.run(
        [*apart, sys.executable, "-c", LIMITED.format(limit=way), root, str(limit)],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        check=True,
        capture_output=True,
        text=True,
    )
    assert ran.stdout.strip() == said
