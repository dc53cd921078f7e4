"""What is hidden from an audience changes no byte of its exports, and stands in none of them."""

from collections.abc import Mapping
from contextlib import ExitStack

import pytest

from site_builder.app.export_data import GRAPHML, ICS, JSON, Form, csv_form, vcard_form
from site_builder.compiler import Inputs, analyse_vault
from site_builder.interop.csv_tables import TABLES
from site_builder.parsing.settings_read import read_settings
from site_builder.source import Source
from site_builder.tables import FRESH
from tests.proof.long_form import LONG
from tests.support.figures import Count

from .canary_vault import canary_vault
from .decoders import found_in
from .leaks import LEAKS
from .paired_vaults import paired_vault
from .sites import SETTINGS, TODAY, differences

pytestmark = pytest.mark.proves("audiences")

FORMS: Mapping[str, Form] = {
    "json": JSON,
    **{what: csv_form(what) for what in TABLES},
    "vcard": vcard_form(notes=True),
    "ics": ICS,
    "graphml": GRAPHML,
}
"""Every form that data is exported in."""
MOST_TRIED = 150
ON_PAGES_ONLY = "all settings are used"
"""This leak shows in the numbers of the page about the site, and exports have no numbers."""
PAIRS = range(400 if LONG else 25)


def exports_of(files: Mapping[str, bytes], audience: str = "team") -> dict[str, bytes]:
    """Return every export of a vault, by form, as an audience gets it."""
    settings, problems = read_settings(Source(SETTINGS, files[SETTINGS]))
    readers = settings.audience(audience)
    assert not problems, problems
    assert readers is not None
    sources = tuple(Source(path, files[path]) for path in sorted(files) if path != SETTINGS)
    inputs = Inputs(sources, settings, TODAY, audience=readers)
    whole, late = analyse_vault(inputs, FRESH), analyse_vault(inputs, FRESH, late=True)
    return {name: form.made(whole if form.doors else late).data for name, form in FORMS.items()}


def differing(number: int, audience: str = "team") -> list[str]:
    """Return the forms by which two vaults differ that are the same to the team."""
    one, two = (paired_vault(number, hidden)[1] for hidden in (number + 1, -number))
    return differences(exports_of(one, audience), exports_of(two, audience))


def test_two_vaults_that_differ_in_what_is_hidden_give_the_same_exports(count: Count) -> None:
    count(len(PAIRS), sum(bool(differing(number)) for number in PAIRS))


@pytest.mark.control
def test_what_is_hidden_does_change_the_owners_exports(count: Count) -> None:
    for name in FORMS:
        count(4, sum(name in differing(number, "private") for number in range(4)))


@pytest.mark.control
@pytest.mark.parametrize("leak", [leak for leak in LEAKS if leak != ON_PAGES_ONLY])
def test_a_filter_that_leaks_is_caught(leak: str) -> None:
    with ExitStack() as broken:
        for part in LEAKS[leak]():
            broken.enter_context(part)
        assert any(differing(number) for number in range(MOST_TRIED))


def test_no_hidden_word_is_in_any_export(count: Count) -> None:
    files, words = canary_vault()
    found = {name: found_in(data, words.hidden) for name, data in exports_of(files).items()}
    assert {name: leaked for name, leaked in found.items() if leaked} == {}
    count(len(words.hidden) * len(FORMS))


def test_every_word_that_may_be_seen_is_in_one() -> None:
    files, words = canary_vault()
    everything = b"\n".join(exports_of(files).values())
    assert sorted(found_in(everything, words.shown)) == sorted(words.shown)
