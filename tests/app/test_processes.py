"""Work spread over processes gives what one process gives, whatever happens to the others."""

import os
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from site_builder.app.processes import spread_over, spreading
from site_builder.tables.spread import Progress

pytestmark = pytest.mark.usefixtures("alone")

HERE = os.getpid()
MANY = range(1000)
PATIENCE = 60.0


def square(number: int) -> int:
    return number * number


def dies_elsewhere(number: int) -> int:
    if os.getpid() != HERE:
        os._exit(9)
    return square(number)


def fails_elsewhere(number: int) -> int:
    if os.getpid() != HERE and number == 501:
        raise ValueError(number)
    return square(number)


@pytest.mark.parametrize("jobs", [1, 2, 3, 7])
@pytest.mark.parametrize("work", [square, dies_elsewhere, fails_elsewhere])
def test_any_number_of_processes_gives_the_same(work: Callable[[int], int], jobs: int) -> None:
    assert spread_over(jobs)(work, MANY) == [number * number for number in MANY]


class Seen:
    """Who took part so far, in a folder that all processes see."""

    def __init__(self, folder: Path) -> None:
        """Begin with nobody."""
        self.folder = folder / "seen"
        self.folder.mkdir()

    def wait_for(self, number: int) -> None:
        """Take part, and wait until so many did: on a busy machine a process begins late."""
        (self.folder / str(os.getpid())).touch()
        until = time.monotonic() + PATIENCE
        while len(list(self.folder.iterdir())) < number and time.monotonic() < until:
            time.sleep(0.001)


def test_several_processes_take_part(tmp_path: Path) -> None:
    seen = Seen(tmp_path)

    def slow(_: int) -> int:
        seen.wait_for(3)
        return os.getpid()

    workers = set(spread_over(3)(slow, MANY))
    assert len(workers) == 3
    assert HERE in workers


def test_little_work_stays_here() -> None:
    assert set(spread_over(3)(lambda _: os.getpid(), range(5))) == {HERE}


@pytest.mark.parametrize("work", [square, dies_elsewhere, fails_elsewhere])
def test_few_things_are_spread_where_they_take_long(
    work: Callable[[int], int], tmp_path: Path
) -> None:
    seen = Seen(tmp_path)

    def slow(number: int) -> tuple[int, int]:
        time.sleep(0.005)
        seen.wait_for(2 if number > 40 else 1)  # by then they are spread
        return work(number), os.getpid()

    looks = Onlooker()
    with spreading(3, looks) as spread:
        done = spread(slow, range(60), phase="suggestions")
    workers = {worker for _, worker in done}
    assert [result for result, _ in done] == [number * number for number in range(60)]
    assert HERE in workers
    assert (workers == {HERE}) is (work is dies_elsewhere)
    assert (looks.heard[0][1], looks.heard[-1][1]) == (0, 60)


@pytest.mark.parametrize(
    ("times", "forks"),
    [([5] * 12, 0), ([60] + [1] * 40, 0), ([5] * 40, 1), ([50] * 4, 1), ([50] * 3, 0)],
)
def test_another_process_begins_where_the_rest_will_last(
    times: list[int], forks: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By a clock that only work moves: `times` are milliseconds."""
    clock, begun = [0.0], []

    def work(number: int) -> int:
        clock[0] += times[number] / 1000
        return number

    def refused() -> int:
        begun.append(clock[0])
        raise BlockingIOError

    monkeypatch.setattr("site_builder.app.processes.perf_counter", lambda: clock[0])
    monkeypatch.setattr("os.fork", refused)
    assert spread_over(2)(work, range(len(times))) == list(range(len(times)))
    assert len(begun) == forks


def test_no_process_begins_for_which_nothing_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[int] = []

    def refused() -> int:
        begun.append(1)
        raise BlockingIOError

    monkeypatch.setattr("site_builder.app.processes.WORTH_IT", 0)
    monkeypatch.setattr("os.fork", refused)
    assert spread_over(16)(square, range(3)) == [0, 1, 4]
    assert len(begun) == 2


def test_beside_another_thread_nothing_is_forked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    done = threading.Event()
    other = threading.Thread(target=done.wait)
    other.start()
    assert set(spread_over(3)(lambda _: os.getpid(), MANY)) == {HERE}
    done.set()
    other.join()


class Onlooker(Progress):
    """Keeps what it hears."""

    def __init__(self) -> None:
        """Begin with nothing heard."""
        self.heard: list[tuple[str, int, int]] = []
        self.ended: list[str] = []

    def __call__(self, phase: str, done: int, total: int, /) -> None:
        """Keep it."""
        self.heard.append((phase, done, total))

    def over(self) -> None:
        """Keep it, too."""
        self.ended.append("over")


@pytest.mark.parametrize("jobs", [1, 3])
@pytest.mark.parametrize("work", [square, dies_elsewhere])
def test_who_looks_on_hears_of_all_processes(work: Callable[[int], int], jobs: int) -> None:
    looks = Onlooker()
    with spreading(jobs, looks) as spread:
        assert spread(work, MANY, phase="pages") == list(map(square, MANY))
        assert looks.ended == []
    assert looks.ended == ["over"]
    assert {heard[::2] for heard in looks.heard} == {("pages", 1000)}
    counts = [done for _, done, _ in looks.heard]
    assert (counts[0], counts[-1]) == (0, 1000)
    assert len(counts) == len(set(counts)) or work is dies_elsewhere


def test_a_slow_process_is_heard_of_while_it_is_waited_for(tmp_path: Path) -> None:
    begun, own = tmp_path / "begun", []

    def slow(number: int) -> int:
        if os.getpid() != HERE:
            begun.touch()
            time.sleep(0.1)
        while not begun.exists():
            time.sleep(0.001)
        own.append(len(looks.heard))
        return number

    looks = Onlooker()
    with spreading(2, looks) as spread:
        spread(slow, MANY, phase="reading")
    assert len(looks.heard) - own[-1] > 1  # eight things of a tenth of a second each, and the end


def test_work_without_a_name_is_nobody_s_business() -> None:
    looks = Onlooker()
    with spreading(2, looks) as spread:
        spread(square, MANY)
    assert looks.heard == []


def test_an_end_is_heard_of_also_where_the_work_fails() -> None:
    looks = Onlooker()
    with pytest.raises(ZeroDivisionError), spreading(2, looks) as spread:
        spread(lambda number: 1 // number, MANY, phase="pages")
    assert looks.ended == ["over"]


def test_an_error_that_is_everybody_s_is_raised_here() -> None:
    def fails(number: int) -> int:
        raise ValueError(number)

    with pytest.raises(ValueError, match=r"\d"):
        spread_over(2)(fails, MANY)


def test_where_no_process_can_begin_all_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused() -> int:
        raise BlockingIOError

    monkeypatch.setattr("os.fork", refused)
    assert spread_over(3)(square, MANY) == list(map(square, MANY))


def test_more_things_than_a_pipe_holds_numbers_are_done() -> None:
    many = range(5000)
    assert spread_over(80)(square, many) == list(map(square, many))
