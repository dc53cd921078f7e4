"""Work in another process: beside this one, where nobody depends on it, and part by part."""

import os
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from site_builder.app.child import beside
from site_builder.app.processes import spread_over

pytestmark = pytest.mark.usefixtures("alone")

HERE = os.getpid()
MANY = range(1000)
PATIENCE = 60.0


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


ARRIVED: list[int] = []


class Parcel:
    """Tells, in the process that unpacks it, that it has come from another one."""

    def __init__(self, number: int) -> None:
        """Hold a number."""
        self.number = number

    def __reduce__(self) -> tuple[Callable[[int], "Parcel"], tuple[int]]:
        return unpacked, (self.number,)


def unpacked(number: int) -> Parcel:
    ARRIVED.append(number)
    return Parcel(number)


def test_what_others_have_done_is_taken_while_there_is_more_to_do(tmp_path: Path) -> None:
    second, theirs, known = tmp_path / "second", [], []

    def slow(number: int) -> Parcel:
        if os.getpid() != HERE:
            theirs.append(number)
            if len(theirs) > 10:  # more than a heap
                second.touch()
            time.sleep(0.001)
        until = time.monotonic() + PATIENCE
        while not second.exists() and os.getpid() == HERE and time.monotonic() < until:
            time.sleep(0.001)
        known.append(len(ARRIVED))
        return Parcel(number)

    ARRIVED.clear()
    done = spread_over(2)(slow, MANY)
    assert [parcel.number for parcel in done] == list(MANY)
    assert known[0] == 0
    assert known[-1] > 0


def test_ctrl_c_at_the_moment_of_its_end_passes(monkeypatch: pytest.MonkeyPatch) -> None:
    waited = os.waitpid

    def interrupted(number: int, options: int) -> tuple[int, int]:
        ended = waited(number, options)
        if ended[0]:
            raise KeyboardInterrupt
        return ended

    monkeypatch.setattr("os.waitpid", interrupted)
    with pytest.raises(KeyboardInterrupt), beside(2, os.getpid) as result:
        result()
