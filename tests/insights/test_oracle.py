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
from site_builder.model.vault_assemble import assemble
from site_builder.parsing.document_read import read_document
from site_builder.source import Source
from tests import oracle
from tests.oracle.random_vaults import random_vault
from tests.oracle.settings import KINDS, STALL
from tests.support.vaults import settings_of

FIRST_DAY = date(2026, 11, 1)
BATCH = 10
CHANGED = """
    [stall.waiting]
    nudge = "2w"
    stalled = "9d"
    [stall.agreed]
    nudge = "3d"
    stalled = "12d"
    [calendar]
    working_days = ["sun", "mon", "wed", "thu"]
    holidays = [2026-11-09, 2026-11-25]
    [ask]
    open = 2
    days = 10
    year = 2
    [score]
    base_reopen = 0.4
    tie_ask = 0.5
    prior_ask = 2
    load_open = 0.2
    strong = 0.2
    [kinds.team]
    knows = 1.0
    salience = 0.3
    [kinds.faith]
    knows = 1.2
    salience = 0.6
    [groups."team/rowing"]
    size = 30
    [groups."unit/lab"]
    size = 1
"""
"""A `doorstep.toml`; below, the same for the oracle."""
TOLD = oracle.Settings(
    stall={
        **STALL,
        "waiting": oracle.Limit("2w", 9),
        "agreed": oracle.Limit("3d", 12),
    },
    working_days=frozenset({6, 0, 2, 3}),
    holidays=frozenset({date(2026, 11, 9), date(2026, 11, 25)}),
    ask_open=2,
    ask_days=10,
    ask_year=2,
    score=oracle.Score(base_reopen=0.4, ask_slope=0.5, ask_weight=2, load_open=0.2, strong=0.2),
    kinds={**KINDS, "team": oracle.Kind(1.0, 0.3), "faith": oracle.Kind(1.2, 0.6)},
    sizes={"team/rowing": 30, "unit/lab": 1},
)
BATCHES = [pytest.param((start, ""), id=f"from {start}") for start in range(0, 150, BATCH)]
BATCHES += [
    pytest.param((start, CHANGED), id=f"other settings, from {start}")
    for start in range(150, 200, BATCH)
]
REASONS = {
    "already an introducer": "already-introducer",
    "prefers not to be asked": "ask-no",
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

    seed: int
    insights: Insights
    oracle: oracle.Analysis


def case(seed: int, root: Path, toml: str = "") -> Case:
    """Write and read the vault of this seed."""
    today = FIRST_DAY + timedelta(days=seed % 37)
    random_vault(seed, root, today)
    documents = tuple(
        read_document(Source(path.relative_to(root).as_posix(), path.read_bytes()))
        for path in sorted(root.rglob("*.md"))
    )
    assert [document.faults for document in documents if document.faults] == []
    vault = assemble(documents, settings_of(toml))
    told = oracle.analyse(root, today, TOLD if toml else oracle.Settings())
    return Case(seed, analyse(vault, threads_of(vault, today), today), told)


@pytest.fixture(scope="module", params=BATCHES)
def cases(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> list[Case]:
    """Return ten vaults."""
    start, toml = request.param
    root = tmp_path_factory.mktemp("cases")
    return [case(seed, root / str(seed), toml) for seed in range(start, start + BATCH)]


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


def test_threads_states_limits_moves_and_their_order(cases: list[Case]) -> None:
    for found in cases:
        ours = [row(door) for door in found.insights.doors if door.open]
        assert ours == oracle.stalled_in(found.oracle, everything=True), f"seed {found.seed}"


def test_who_is_suggested_with_which_figures_and_who_is_not(cases: list[Case]) -> None:
    for found in cases:
        targets = {spoke.target for spoke in found.insights.vault.spokes}
        people = sorted(found.insights.vault.people.keys() - {found.insights.vault.me})
        for target in sorted(targets | set(people[:3])):
            told = near(oracle.suggest_in(found.oracle, target))
            assert answer(suggestion_for(found.insights, target)) == told, f"{found.seed} {target}"


def test_the_comparison_sees_a_difference(tmp_path: Path) -> None:
    found = case(1, tmp_path)
    later = found.oracle.today + timedelta(days=40)
    told = oracle.stalled(tmp_path, later, everything=True)
    assert [row(door) for door in found.insights.doors if door.open] != told
