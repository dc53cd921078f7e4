"""A rate in words and as a range, or an honest refusal."""

import pytest

from site_builder.insights.evidence_rate import Rate
from site_builder.pages.interval import Interval, counts_of, interval_of


def words(hits: int, n: int, did: str = "answered", noun: str = "attempt") -> str:
    return interval_of(Rate(hits, n), did, noun=noun).words.replace("\u00a0", " ")


def test_an_early_rate_is_called_early() -> None:
    assert words(4, 7) == "4 of 7 answered (57 %, could be 25 to 84 %; early)"


def test_from_twenty_on_a_rate_stands_for_itself() -> None:
    assert words(15, 20, did="") == "15 of 20 (75 %, could be 53 to 89 %)"


def test_under_five_there_is_no_rate_and_nothing_to_draw() -> None:
    assert words(1, 4) == "too few to say: 4 attempts; from 5 on a rate is shown"
    assert words(1, 1, noun="ask") == "too few to say: 1 ask; from 5 on a rate is shown"
    assert words(0, 0) == "nothing to count yet"
    assert interval_of(Rate(1, 4), noun="ask").point is None


def test_the_range_is_in_whole_percent() -> None:
    found = interval_of(Rate(4, 7), "answered", noun="attempt")
    assert found == Interval(found.words, 57, 25, 84)


@pytest.mark.parametrize(("hits", "low", "high"), [(0, 0, 1), (100_000, 99, 100)])
def test_a_range_is_never_a_single_point(hits: int, low: int, high: int) -> None:
    found = interval_of(Rate(hits, 100_000), noun="ask")
    assert (found.low, found.high) == (low, high)


def test_counts_claim_nothing() -> None:
    assert counts_of(Rate(1, 2000)) == "1 of 2,000"
