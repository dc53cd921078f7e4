"""A build for others contains nothing hidden (`docs/audiences.md`)."""

from contextlib import ExitStack

import pytest

from tests.audience.leaks import LEAKS
from tests.audience.test_noninterference import MOST_TRIED, differing
from tests.support.figures import Count

pytestmark = pytest.mark.proves("audiences")
PAIRS = 1000


def test_a_thousand_pairs_of_vaults_that_differ_in_what_is_hidden_give_the_same_bytes(
    count: Count,
) -> None:
    count(PAIRS, sum(bool(differing(one, 2 * one, 2 * one + 1)) for one in range(1, PAIRS + 1)))


@pytest.mark.control
def test_every_filter_that_is_broken_on_purpose_is_caught(count: Count) -> None:
    caught = 0
    for leak in LEAKS.values():
        with ExitStack() as broken:
            for part in leak():
                broken.enter_context(part)
            caught += any(differing(one, one + 1, -one) for one in range(MOST_TRIED))
    assert caught == len(LEAKS)
    count(len(LEAKS), caught)
