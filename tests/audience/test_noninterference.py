"""Whatever is hidden from an audience does not change a byte of its site.

Names of files are part of the site, and so is the marker. Each pair of vaults is the same to the
audience and different in everything else; `make proof` tries many more of them.
"""

from contextlib import ExitStack

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from site_builder.audience import vault_filter
from site_builder.audience.allowed_keys import Record, allowed
from site_builder.model.audience import Audience
from site_builder.tables.memo import Memo
from tests.proof.long_form import LONG
from tests.support.figures import Count

from .leaks import LEAKS
from .paired_vaults import paired_vault
from .sites import differences, site_of, telling

pytestmark = pytest.mark.proves("audiences")

DICE = st.integers(0, 2**32)
MOST_TRIED = 150
TELLING = telling()
MEMO = Memo()
"""Shared by all builds on purpose: what is remembered may not cross from one to the other."""


def differing(seen: int, hidden: int, other: int) -> list[str]:
    """Return the files by which two sites differ that are the same to the audience."""
    _, one = paired_vault(seen, hidden)
    _, two = paired_vault(seen, other)
    assert one != two or hidden == other
    return differences(site_of(one, memo=MEMO), site_of(two, memo=MEMO))


@settings(max_examples=60, deadline=None)
@given(DICE, DICE, DICE)
def test_two_vaults_that_differ_in_what_is_hidden_give_the_same_site(
    seen: int, hidden: int, other: int
) -> None:
    assert differing(seen, hidden, other) == []


def told_differing(seen: int, hidden: int, other: int) -> list[str]:
    """Return the pages of which the same two vaults hand something else to their theme."""
    one, two = (paired_vault(seen, number)[1] for number in (hidden, other))
    return differences(site_of(one, look=TELLING), site_of(two, look=TELLING))


def test_no_theme_is_handed_anything_hidden(count: Count) -> None:
    pairs = range(200 if LONG else 8)
    count(len(pairs), sum(bool(told_differing(one, one + 1, -one)) for one in pairs))


@pytest.mark.control
def test_a_place_that_a_theme_could_show_is_seen(
    monkeypatch: pytest.MonkeyPatch, count: Count
) -> None:
    monkeypatch.setattr(vault_filter, "allowed", with_place)
    count(6, sum(bool(told_differing(one, one + 1, -one)) for one in range(6)))
    assert not any(differing(one, one + 1, -one) for one in (0, 2))  # no page of ours shows it


def with_place(record: Record, audience: Audience, kinds: frozenset[str]) -> Record:
    """Keep the folder in which a file lies."""
    return replace(allowed(record, audience, kinds), path=record.path)


@pytest.mark.control
@pytest.mark.parametrize("leak", LEAKS)
def test_a_filter_that_leaks_is_caught(leak: str) -> None:
    with ExitStack() as broken:
        for part in LEAKS[leak]():
            broken.enter_context(part)
        assert any(differing(number, number + 1, -number) for number in range(MOST_TRIED))


@pytest.mark.control
def test_what_is_hidden_does_change_the_owners_site() -> None:
    pairs = [(paired_vault(number, 1)[1], paired_vault(number, 2)[1]) for number in range(3)]
    assert all(differences(site_of(a, "private"), site_of(b, "private")) for a, b in pairs)


def test_a_private_build_in_between_leaves_nothing_behind() -> None:
    memo = Memo()
    _, files = paired_vault(3, 1)
    alone = site_of(files)
    site_of(files, "private", memo=memo)
    assert site_of(files, memo=memo) == alone
