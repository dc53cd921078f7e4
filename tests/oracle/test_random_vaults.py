"""Three hundred random vaults reach every state and every move, without a surprise."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from typing import TYPE_CHECKING

from . import analyse, stalled_in, suggest_in
from .moves import move
from .random_vaults import random_vault
from .states import TURNS

if TYPE_CHECKING:
    from pathlib import Path

FIRST_DAY = date(2026, 11, 1)
MOVES = {
    "answer",
    "thank",
    "confirm",
    "ask",
    "wait",
    "remind-introducer",
    "nudge",
    "interrupt",
    "close-loop",
    "second-intro",
    "next-introducer",
    "park",
    "none",
}


def count_states_and_moves(folder: Path, seeds: range) -> tuple[Counter[str], Counter[str]]:
    """Run the oracle over these vaults and count what it says."""
    states: Counter[str] = Counter()
    moves: Counter[str] = Counter()
    for seed in seeds:
        root, today = folder / str(seed), FIRST_DAY + timedelta(days=seed % 37)
        random_vault(seed, root, today)
        analysis = analyse(root, today)
        states.update(thread.walk.state for thread in analysis.threads)
        moves.update(move(thread, analysis) for thread in analysis.threads)
        for row in stalled_in(analysis, everything=True):
            suggest_in(analysis, row["target"])
    return states, moves


def test_every_state_and_every_move_occurs(tmp_path: Path) -> None:
    states, moves = count_states_and_moves(tmp_path, range(300))
    assert states.keys() == TURNS.keys()
    assert moves.keys() == MOVES


def test_the_same_seed_writes_the_same_vault(tmp_path: Path) -> None:
    for name in ("a", "b"):
        random_vault(5, tmp_path / name, FIRST_DAY)
    first, second = (
        {path.relative_to(root): path.read_bytes() for path in root.rglob("*.md")}
        for root in (tmp_path / "a", tmp_path / "b")
    )
    assert first == second
