"""A build for others contains nothing hidden (`docs/audiences.md`).

Its control is in the short form: `tests/audience/test_noninterference.py` breaks the filter in
every way that `leaks.py` knows.
"""

import pytest

from tests.audience.test_noninterference import differing
from tests.support.figures import Count

pytestmark = pytest.mark.proves("audiences")
PAIRS = 1000


def test_a_thousand_pairs_of_vaults_that_differ_in_what_is_hidden_give_the_same_bytes(
    count: Count,
) -> None:
    count(PAIRS, sum(bool(differing(one, 2 * one, 2 * one + 1)) for one in range(1, PAIRS + 1)))
