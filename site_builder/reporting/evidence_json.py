"""The `data` of `build stats` and `build replay` for programs."""

from typing import Any

from site_builder.insights.evidence import ConnectorResult, Evidence, TacticResult
from site_builder.insights.evidence_rate import Rate, Waits
from site_builder.insights.replay import TOP, Replay, Replayed


def stats_data(evidence: Evidence) -> dict[str, Any]:
    """Return rates by tactic, the base rate, days to an answer and connectors."""
    base = evidence.base
    return {
        "tactics": [_tactic(result) for result in evidence.tactics],
        "base_reopen": {
            "prior": base.prior,
            "own": _rate(base.own),
            "posterior": base.posterior,
            "used": base.used,
        },
        "days_to_answer": {"before": _waits(evidence.before), "after": _waits(evidence.after)},
        "everybody": _connector(evidence.everybody),
        "connectors": [{"contact": one.contact, **_connector(one)} for one in evidence.connectors],
    }


def replay_data(found: Replay, *, source: str) -> dict[str, Any]:
    """Return how often the ranking was right, and every case; `source` is `dates` or `git`."""
    return {
        "source": source,
        "hit_at_1": {**_rate(found.hits(1)), "chance": found.chance(1)},
        "hit_at_3": {**_rate(found.hits(TOP)), "chance": found.chance(TOP)},
        "opened_hit_at_1": _rate(found.hits(1, opened=True)),
        "opened_hit_at_3": _rate(found.hits(TOP, opened=True)),
        "same_introducer": found.again,
        "unknown": found.unknown,
        "cases": [_case(case) for case in found.cases],
    }


def _rate(rate: Rate) -> dict[str, Any]:
    """Return a rate; under the least n there is no share and no interval, on purpose."""
    shown = rate.claim != "none"
    low, high = rate.bounds if shown else (None, None)
    return {
        "hits": rate.hits,
        "n": rate.n,
        "rate": rate.share if shown else None,
        "low": low,
        "high": high,
        "claim": rate.claim,
    }


def _waits(waits: Waits) -> dict[str, Any]:
    median = None if waits.claim == "none" else waits.median
    return {"n": waits.n, "median_days": median, "claim": waits.claim}


def _tactic(result: TacticResult) -> dict[str, Any]:
    return {
        "tactic": result.tactic,
        **_rate(result.rate),
        "pending": result.pending,
        "days_to_answer": _waits(result.waits),
    }


def _connector(one: ConnectorResult) -> dict[str, Any]:
    return {"asked": one.asked, "agreed": _rate(one.agreed), "answered": _rate(one.answered)}


def _case(case: Replayed) -> dict[str, Any]:
    return {
        "intro": case.intro,
        "target": case.target,
        "asked": case.asked,
        "known_on": case.day.isoformat(),
        "outcome": case.outcome,
        "rank": case.rank,
        "of": case.of,
        "first": case.first,
        "missed_because": case.missed_because or None,
    }
