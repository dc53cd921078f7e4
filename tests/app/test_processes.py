"""Work spread over processes gives what one process gives, whatever happens to the others."""

import os
from collections.abc import Callable

import pytest

from site_builder.app.processes import spread_over

HERE = os.getpid()
MANY = range(1000)


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


def test_several_processes_take_part() -> None:
    workers = set(spread_over(3)(lambda _: os.getpid(), MANY))
    assert len(workers) == 3
    assert HERE in workers


def test_little_work_stays_here() -> None:
    assert set(spread_over(3)(lambda _: os.getpid(), range(5))) == {HERE}


def test_an_error_that_is_everybody_s_is_raised_here() -> None:
    def fails(number: int) -> int:
        raise ValueError(number)

    with pytest.raises(ValueError, match="0"):
        spread_over(2)(fails, MANY)
