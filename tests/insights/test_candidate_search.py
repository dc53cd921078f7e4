"""The search from the target outwards finds exactly whom a walk over all people finds."""

from datetime import date
from pathlib import Path

import pytest

from site_builder.insights import introducers
from site_builder.insights.analyse import analyse, suggestion_for
from site_builder.insights.candidate import Suggestion
from site_builder.insights.candidate_search import possible_candidates
from site_builder.insights.threads import threads_of
from site_builder.model.contact import ContactId
from site_builder.model.settings import Settings
from site_builder.model.vault import Vault
from site_builder.model.vault_assemble import assemble
from site_builder.parsing.document_read import read_document
from site_builder.source import Source
from tests.oracle.random_vaults import random_vault
from tests.support.vaults import people, settings_of, suggestion_of, vault_of

TODAY = date(2026, 11, 20)


def everybody(vault: Vault, target: ContactId) -> list[ContactId]:
    """Return all people but me and the target."""
    return [person for person in vault.people if person not in {target, vault.me}]


def suggestions(vault: Vault) -> dict[ContactId, Suggestion]:
    """Return who is suggested towards each person."""
    insights = analyse(vault, threads_of(vault, TODAY), TODAY)
    return {person: suggestion_for(insights, person) for person in vault.people}


SETTINGS = [
    "",
    "[score]\nleast_know = 0.1\n",
    "[score]\nleast_know = 0.4\nacquaintance_know = 0.1\n",
    "[kinds.community]\nknows = 1.5\n[kinds.place]\nknows = 0\n",
]


@pytest.mark.parametrize("toml", SETTINGS)
@pytest.mark.parametrize("seed", range(15))
def test_on_random_vaults_nobody_is_missed(
    seed: int, toml: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    random_vault(seed, tmp_path, TODAY)
    documents = tuple(
        read_document(Source(path.relative_to(tmp_path).as_posix(), path.read_bytes()))
        for path in sorted(tmp_path.rglob("*.md"))
    )
    vault = assemble(documents, settings_of(toml))
    found = suggestions(vault)
    monkeypatch.setattr(introducers, "possible_candidates", everybody)
    assert found == suggestions(vault)
    assert any(one.suggested or one.not_suggested for one in found.values())


def test_several_weak_kinds_together_may_suffice() -> None:
    circles = "employer/x 2000-2010, school/y 2000-2010"
    for groups, found in ((circles, []), (f"{circles}, place/z 2000-2010", ["ben"])):
        facts = dict.fromkeys(["tara", "ben"], f"groups: [{groups}]")
        suggestion = suggestion_of(people("me tara ben", me="me: true", **facts), "2026-11-20")
        assert [one.contact for one in suggestion.suggested] == found


def test_a_town_of_thousands_is_not_walked() -> None:
    names = [f"p{number}" for number in range(300)]
    town = dict.fromkeys(["tara", *names], "groups: [place/oslo, community/chess]")
    vault = vault_of(people(" ".join(["tara", *names]), **town), Settings())
    assert possible_candidates(vault, ContactId("tara")) == []


CREW = "groups: [team/crew 2009-2012]"


@pytest.mark.parametrize(
    ("ben", "tara", "found"),
    [
        pytest.param(CREW, CREW, ["ben"], id="may know each other"),
        pytest.param(f"{CREW}\nstrangers: [tara]", CREW, [], id="says his file"),
        pytest.param(CREW, f"{CREW}\nstrangers: [ben]", [], id="says hers"),
        pytest.param(f"{CREW}\nstrangers: [me]", CREW, ["ben"], id="of somebody else"),
        pytest.param("strangers: [tara]", "knows: [ben]", ["ben"], id="a tie counts for more"),
    ],
)
def test_whoever_turned_out_to_be_a_stranger_is_no_candidate(
    ben: str, tara: str, found: list[str]
) -> None:
    suggestion = suggestion_of(
        people("me tara ben", me="me: true", ben=ben, tara=tara), "2026-11-20"
    )
    assert [one.contact for one in suggestion.suggested] == found
    assert not suggestion.not_suggested
