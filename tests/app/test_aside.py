"""Work beside other work gives what it would give before it, wherever it is done."""

import os
from collections.abc import Callable

import pytest

from site_builder.app.processes import WORTH_IT, spread_over
from site_builder.tables.spread import Spread, in_turn

pytestmark = pytest.mark.usefixtures("alone")

HERE = os.getpid()


def where(spread: Spread) -> tuple[int, list[str]]:
    """Return which process this is, and what it did with what it got."""
    return os.getpid(), spread(str.upper, ["b", "a"])


def dies_elsewhere(spread: Spread) -> tuple[int, list[str]]:
    if os.getpid() != HERE:
        os._exit(9)
    return where(spread)


def fails_elsewhere(spread: Spread) -> tuple[int, list[str]]:
    if os.getpid() != HERE:
        raise ValueError
    return where(spread)


def test_work_about_much_is_done_in_another_process() -> None:
    with spread_over(2).aside(where, size=WORTH_IT) as done:
        process, rows = done()
        assert done() == (process, rows)
    assert process != HERE
    assert rows == ["B", "A"]


def test_work_about_little_is_done_here_before_anything_else() -> None:
    begun: list[Spread] = []
    spread = spread_over(2)
    with spread.aside(begun.append, size=WORTH_IT - 1) as done:
        assert begun == [spread]
        assert done() is None
    assert len(begun) == 1


@pytest.mark.parametrize("work", [dies_elsewhere, fails_elsewhere])
def test_what_fails_elsewhere_is_done_here(work: Callable[[Spread], object]) -> None:
    with spread_over(2).aside(work, size=WORTH_IT) as done:
        assert done() == (HERE, ["B", "A"])


def test_nothing_may_come_of_work_and_it_is_done_once() -> None:
    with spread_over(2).aside(lambda _: None, size=WORTH_IT) as done:
        assert done() is None


@pytest.mark.parametrize("spread", [in_turn, spread_over(1)])
def test_one_process_does_it_at_once(spread: Spread) -> None:
    with spread.aside(where, size=WORTH_IT) as done:
        assert done() == (HERE, ["B", "A"])


@pytest.mark.parametrize("spread", [in_turn, spread_over(2)])
def test_an_error_of_the_work_is_raised_here(spread: Spread) -> None:
    with pytest.raises(ZeroDivisionError), spread.aside(lambda _: 1 // 0, size=WORTH_IT) as done:
        done()


def test_where_no_process_can_begin_it_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused() -> int:
        raise BlockingIOError

    monkeypatch.setattr("os.fork", refused)
    with spread_over(2).aside(where, size=WORTH_IT) as done:
        assert done() == (HERE, ["B", "A"])
