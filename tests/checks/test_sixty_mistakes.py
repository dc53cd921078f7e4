"""Sixty kinds of mistake among a thousand files: each is found once, at its place, with a cure."""

from collections import Counter

import pytest

from site_builder.checks import CHECKS
from site_builder.checks.run import AUDIENCE_CHECKS
from site_builder.diagnostics import Diagnostic
from site_builder.model.settings import Settings
from site_builder.parsing.document_read import read_document
from site_builder.source import Source
from tests.support.figures import Count

from .clean_vault import TODAY, clean_vault
from .mistaken_vault import Place, made, path_of, small_vault
from .mistakes import MISTAKES, Mistake
from .vault_check import check_documents

pytestmark = pytest.mark.proves("mistakes")

DEFAULT = Settings()


def test_the_clean_vault_of_a_thousand_files_has_no_finding() -> None:
    vault = clean_vault()
    assert len(vault) == 1000
    assert _check(vault, set()) == ()


def test_sixty_mistakes_among_a_thousand_files_are_each_found_once_at_their_place(
    count: Count,
) -> None:
    vault, places, unreadable = clean_vault(), [], set()
    for block, mistake in enumerate(MISTAKES):
        places.append(made(vault, mistake, block))
        if mistake.unreadable:
            unreadable.add(path_of(mistake.unreadable, block))
    found = _check(vault, unreadable)
    assert len(MISTAKES) == len(set(places)) == 60
    count(60, (Counter(map(_place, found)) - Counter(places)).total() + _missed(found, places))
    assert all(each.help for each in found)
    assert {each.id for each in found} == {check.id for check in CHECKS} - AUDIENCE_CHECKS


@pytest.mark.control
def test_a_check_that_is_switched_off_is_missed(count: Count) -> None:
    vault, mistakes = clean_vault(), [each for each in MISTAKES if not each.unreadable]
    places = [made(vault, mistake, block) for block, mistake in enumerate(mistakes)]
    assert _missed(_check(vault, set()), places) == 0
    settings = Settings(checks={each.id: "off" for each in mistakes[::7]})
    count(len(places), _missed(_check(vault, set(), settings), places))


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.id)
def test_a_mistake_in_a_small_vault_is_the_only_finding(mistake: Mistake) -> None:
    vault = small_vault()
    place = made(vault, mistake, 0)
    assert [_place(each) for each in _check(vault, {path_of(mistake.unreadable, 0)})] == [place]


def _place(found: Diagnostic) -> Place:
    return found.id, found.path, found.span.line, found.span.column


def _missed(found: tuple[Diagnostic, ...], places: list[Place]) -> int:
    return (Counter(places) - Counter(map(_place, found))).total()


def _check(
    vault: dict[str, str], unreadable: set[str], settings: Settings = DEFAULT
) -> tuple[Diagnostic, ...]:
    sources = (_source(path, vault[path], path in unreadable) for path in sorted(vault))
    return check_documents(tuple(map(read_document, sources)), settings, today=TODAY)


def _source(path: str, text: str, refused: bool) -> Source:  # noqa: FBT001 - one of two files
    if refused:
        return Source(path, unreadable="Permission denied")
    return Source(path, text.encode("utf-8", "surrogateescape"))
