"""No word of a hidden place stands in any byte of an audience's site, in any encoding."""

import pytest

from tests.support.figures import Count

from .canary_vault import canary_vault
from .decoders import found_in, seeded
from .sites import site_of

pytestmark = pytest.mark.proves("canaries")

SECRET = "zqxsecrétword"  # noqa: S105 - a word to be found


def test_no_hidden_word_is_in_any_file_or_name(count: Count) -> None:
    files, words = canary_vault()
    site = site_of(files)
    found = {
        name: found_in(name.encode() + b"\n" + data, words.hidden) for name, data in site.items()
    }
    assert {name: leaked for name, leaked in found.items() if leaked} == {}
    assert len(words.hidden) > 100
    count(len(words.hidden))


def test_every_word_that_may_be_seen_is_there() -> None:
    files, words = canary_vault()
    everything = b"\n".join(site_of(files).values())
    assert sorted(found_in(everything, words.shown)) == sorted(words.shown)


def test_the_owner_sees_nearly_every_word() -> None:
    files, words = canary_vault()
    everything = b"\n".join(site_of(files, "private").values())
    everything += "\n".join(site_of(files, "private")).encode()
    unseen = set(words.hidden) - set(found_in(everything, words.hidden))
    assert len(unseen) < len(words.hidden) / 8


@pytest.mark.control
@pytest.mark.parametrize(
    ("way", "data"), [*seeded(SECRET)], ids=lambda one: one if isinstance(one, str) else ""
)
def test_a_word_that_is_given_away_is_found_however_it_is_written(way: str, data: bytes) -> None:
    assert found_in(data, [SECRET]) == [SECRET], way
    assert found_in(data, ["zqxanotherone"]) == []
