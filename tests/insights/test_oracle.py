"""The program agrees with an independent reading of document 2 on random vaults.

The oracle in `tests/oracle` was written from the document alone, by somebody else.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from site_builder.insights.analyse import analyse, suggestion_for
from site_builder.insights.candidate import Candidate, Suggestion
from site_builder.insights.insight import Door, Insights
from site_builder.insights.threads import threads_of
from site_builder.model.settings import Settings
from site_builder.model.vault_assemble import assemble
from site_builder.parsing.document_read import read_document
from site_builder.source import Source
from tests import oracle
from tests.oracle.random_vaults import random_vault

FIRST_DAY = date(2026, 11, 1)
SEEDS = 150
BATCH = 10
REASONS = {
    "already an introducer": "already-introducer",
    "ask: no": "ask-no",
    "the target opted out": "opted-out",
    "open ask": "open-ask",
    "asked fewer than": "asked-recently",
    "asked ": "asked-often",
}
"""How our sentences begin, and the oracle's codes; the first that fits."""
FIGURES = ("value", "p", "p_ask", "p_know", "p_move", "load")


@dataclass(frozen=True)
class Case:
    """One random vault, read by both."""

    root: Path
    today: date
    insights: Insights


def case(seed: int, root: Path) -> Case:
    """Write and read the vault of this seed."""
    today = FIRST_DAY + timedelta(days=seed % 37)
    random_vault(seed, root, today)
    documents = tuple(
        read_document(Source(path.relative_to(root).as_posix(), path.read_bytes()))
        for path in sorted(root.rglob("*.md"))
    )
    assert [document.faults for document in documents if document.faults] == []
    vault = assemble(documents, Settings())
    return Case(root, today, analyse(vault, threads_of(vault, today), today))


def row(door: Door) -> dict[str, Any]:
    """Return a door as the oracle's `stalled` tells it."""
    thread, stall = door.thread, door.stall
    since = thread.standing.since
    return {
        "thread": thread.id,
        "target": thread.target,
        "introducers": list(thread.introducers),
        "state": thread.standing.state,
        "turn": thread.turn,
        "since": since.isoformat() if since else None,
        "silent_days": stall.silent_days,
        "limit_days": stall.limit_days,
        "nudges": stall.nudges,
        "stalled": stall.stalled,
        "move": door.move.name,
        "deadline": stall.deadline.isoformat() if stall.deadline else None,
        "intros": [spoke.intro.id for spoke in thread.spokes],
        "suggested": [one.contact for one in door.suggestion.suggested[:3]],
    }


def candidate(one: Candidate) -> dict[str, Any]:
    """Return a candidate as the oracle's `suggest` tells it."""
    told = {name: getattr(one, name) for name in ("contact", "rank", "band", "ask_first", *FIGURES)}
    return {**told, "evidence": "inferred" if one.inferred else "stated"}


def code(sentence: str) -> str:
    """Return the oracle's code for one of our reasons."""
    return next((code for start, code in REASONS.items() if sentence.startswith(start)), sentence)


def answer(suggestion: Suggestion) -> dict[str, Any]:
    """Return a suggestion as the oracle tells it."""
    return {
        "target": suggestion.target,
        "thread": suggestion.thread,
        "due": suggestion.due,
        "suggested": [candidate(one) for one in suggestion.suggested],
        "not_suggested": [
            {"contact": one.contact, "because": code(one.because)}
            for one in suggestion.not_suggested
        ],
    }


def near(figures: dict[str, Any]) -> dict[str, Any]:
    """Return the oracle's answer, its probabilities equal to within 1e-9."""
    rows = [
        {
            key: pytest.approx(value, abs=1e-9) if key in FIGURES else value
            for key, value in r.items()
        }
        for r in figures["suggested"]
    ]
    return {**figures, "suggested": rows}


@pytest.mark.parametrize("start", range(0, SEEDS, BATCH))
def test_threads_states_limits_moves_and_their_order(start: int, tmp_path: Path) -> None:
    for seed in range(start, start + BATCH):
        found = case(seed, tmp_path / str(seed))
        told = oracle.stalled(found.root, found.today, everything=True)
        ours = [row(door) for door in found.insights.doors if door.open]
        assert ours == told, f"seed {seed}"


@pytest.mark.parametrize("start", range(0, SEEDS, BATCH))
def test_who_is_suggested_with_which_figures_and_who_is_not(start: int, tmp_path: Path) -> None:
    for seed in range(start, start + BATCH):
        found = case(seed, tmp_path / str(seed))
        targets = {spoke.target for spoke in found.insights.vault.spokes}
        people = sorted(found.insights.vault.people.keys() - {found.insights.vault.me})
        for target in sorted(targets | set(people[:3])):
            told = near(oracle.suggest(found.root, target, found.today))
            assert answer(suggestion_for(found.insights, target)) == told, f"{seed} {target}"


def test_the_comparison_sees_a_difference(tmp_path: Path) -> None:
    found = case(1, tmp_path)
    later = found.today + timedelta(days=40)
    told = oracle.stalled(found.root, later, everything=True)
    assert [row(door) for door in found.insights.doors if door.open] != told
