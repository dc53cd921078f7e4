"""Work beside: another process does it, and nobody depends on it."""

import os
import threading
import time
from pathlib import Path

import pytest

from site_builder.app.child import beside

pytestmark = pytest.mark.usefixtures("alone")


def fails() -> int:
    raise ZeroDivisionError


def test_another_process_does_the_work_once() -> None:
    with beside(2, os.getpid) as result:
        assert result() == result()
        assert result() not in {None, os.getpid()}


def test_work_that_fails_gives_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    with beside(2, fails) as result:
        assert result() is None
    assert capfd.readouterr() == ("", "")


def test_one_process_may_not_become_two() -> None:
    with beside(1, os.getpid) as result:
        assert result() is None


def test_beside_another_thread_nothing_is_begun(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    done = threading.Event()
    other = threading.Thread(target=done.wait)
    other.start()
    with beside(2, os.getpid) as result:
        assert result() is None
    done.set()
    other.join()


def test_where_no_process_can_begin_there_is_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused() -> int:
        raise BlockingIOError

    monkeypatch.setattr("os.fork", refused)
    with beside(2, os.getpid) as result:
        assert result() is None


def open_files() -> set[str]:
    """Return where the files lie that this process has open."""
    places = list(Path("/proc/self/fd").iterdir())
    return {str(place.readlink()) for place in places if place.is_symlink()}


@pytest.mark.skipif(not hasattr(os, "memfd_create"), reason="the system has no files in memory")
def test_what_comes_back_lies_on_no_disk() -> None:
    with beside(2, open_files) as result:
        assert "/memfd:doorstep (deleted)" in (result() or set())
    assert "/memfd:doorstep (deleted)" not in open_files()


def test_work_that_nobody_waits_for_is_ended() -> None:
    begun = time.monotonic()
    with beside(2, lambda: time.sleep(60)):
        pass
    assert time.monotonic() - begun < 30
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)
