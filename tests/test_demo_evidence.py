"""The demo's earlier years: enough of them for rates, and no more claimed than they can carry."""

from pathlib import Path

from site_builder.app.run import Run, settings_of
from site_builder.insights.evidence import Evidence, collect
from site_builder.insights.evidence_tries import Tactic

ROOT = Path(__file__).parents[1]


def evidence() -> Evidence:
    """Return what the demo's record says about what works."""
    settings = settings_of(ROOT)
    assert settings.today is not None
    insights = Run(ROOT, settings.today, settings).analysis().insights
    threads = {door.thread.id: door.thread for door in insights.doors}
    return collect(threads, insights.network.ledger, insights.vault.settings.score)


def test_every_kind_of_move_has_an_early_rate() -> None:
    claims = {result.tactic: result.rate.claim for result in evidence().tactics}
    moves: tuple[Tactic, ...] = ("introduction", "nudge", "interrupt", "second-other")
    assert [claims[move] for move in moves] == ["early"] * 4


def test_so_few_tries_prove_no_move_better_than_another() -> None:
    assert evidence().better is None
    assert len(evidence().comparable) > 1
