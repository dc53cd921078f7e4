"""Wilson's interval, and what may be claimed from how many observations."""

from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.insights.evidence_rate import Rate, claim, waits_of, wilson

Z = 1.959963984540054
"""The 97.5 % quantile of the normal distribution, from a table."""


def roots(hits: int, n: int) -> tuple[float, float]:
    """Solve `(hits/n − p)² = z²·p(1 − p)/n` for p, the definition of the interval."""
    share = hits / n
    a, b, c = 1 + Z * Z / n, -(2 * share + Z * Z / n), share * share
    root = sqrt(b * b - 4 * a * c)
    return (-b - root) / (2 * a), (-b + root) / (2 * a)


@given(st.integers(1, 10_000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_the_bounds_solve_the_equation_that_defines_them(case: tuple[int, int]) -> None:
    assert wilson(*case) == pytest.approx(roots(*case), abs=1e-9)


@pytest.mark.parametrize(
    ("hits", "n", "low", "high"),
    [
        (4, 7, 0.2505, 0.8418),
        (0, 10, 0.0, 0.2775),
        (10, 10, 0.7225, 1.0),
        (15, 148, 0.0624, 0.1605),
    ],
)
def test_published_intervals_come_out(hits: int, n: int, low: float, high: float) -> None:
    assert wilson(hits, n) == pytest.approx((low, high), abs=5e-5)


def test_the_textbook_interval_would_differ() -> None:
    wald = Z * sqrt(4 / 7 * 3 / 7 / 7)
    assert wilson(4, 7) != pytest.approx((4 / 7 - wald, 4 / 7 + wald), abs=1e-2)


@given(st.integers(0, 500).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_the_rate_lies_within_its_bounds_and_they_within_zero_and_one(
    case: tuple[int, int],
) -> None:
    rate = Rate(*case)
    low, high = rate.bounds
    assert 0 <= low <= rate.share <= high <= 1
    assert low < high


@pytest.mark.parametrize("n", [7, 8, 13, 15, 17, 33])
def test_whoever_always_answers_has_a_whole_one_as_bound(n: int) -> None:
    assert wilson(n, n)[1] == 1
    assert wilson(0, n)[0] == 0


def test_more_of_the_same_makes_the_interval_narrower() -> None:
    widths = [high - low for low, high in (wilson(n // 2, n) for n in (2, 6, 20, 100, 1000))]
    assert widths == sorted(widths, reverse=True)


@pytest.mark.parametrize(
    ("n", "said"), [(0, "none"), (4, "none"), (5, "early"), (19, "early"), (20, "shown")]
)
def test_under_five_nothing_is_claimed_and_under_twenty_it_is_early(n: int, said: str) -> None:
    assert claim(n) == Rate(n, n).claim == waits_of([3] * n).claim == said


def test_nothing_tried_says_nothing() -> None:
    assert Rate(0, 0).bounds == (0, 1)
    assert Rate(0, 0).share == 0
    assert waits_of([]).median == 0


def test_half_of_the_answers_came_within_the_median() -> None:
    assert waits_of([9, 1, 4]).median == 4
    assert waits_of([9, 1, 4, 5]).median == 4.5
