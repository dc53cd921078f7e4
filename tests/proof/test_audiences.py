"""A build for others contains nothing hidden (`docs/audiences.md`)."""

from contextlib import ExitStack

from tests.audience.canary_vault import canary_vault
from tests.audience.decoders import found_in, seeded
from tests.audience.leaks import LEAKS
from tests.audience.sites import site_of
from tests.audience.test_noninterference import MOST_TRIED, differing

from .conftest import Proved

PAIRS = 1000
SECRET = "zqxsecrétword"  # noqa: S105 - a word to be found


def test_a_thousand_pairs_of_vaults(proved: Proved) -> None:
    caught = 0
    for leak in LEAKS.values():
        with ExitStack() as broken:
            for part in leak():
                broken.enter_context(part)
            caught += any(differing(one, one + 1, -one) for one in range(MOST_TRIED))
    assert caught == len(LEAKS)
    failed = sum(bool(differing(one, 2 * one, 2 * one + 1)) for one in range(1, PAIRS + 1))
    control = f"{caught} of {len(LEAKS)} broken filters caught"
    proved("vaults that differ only in what is hidden give the same bytes", failed, PAIRS, control)


def test_every_hidden_word(proved: Proved) -> None:
    ways = list(seeded(SECRET))
    found = sum(found_in(data, [SECRET]) == [SECRET] for _, data in ways)
    assert found == len(ways)
    files, words = canary_vault()
    everything = b"\n".join(name.encode() + b"\n" + data for name, data in site_of(files).items())
    leaked = len(found_in(everything, words.hidden))
    control = f"a word found in {found} of {len(ways)} encodings"
    proved("no word of a hidden place in any byte", leaked, len(words.hidden), control)
