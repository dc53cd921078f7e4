"""The `data` of `build stalled` and `build suggest`, exactly as document 3 of the design has it."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from site_builder.insights.candidate import Candidate, Suggestion
from site_builder.insights.insight import Door

NAMED = 3
"""So many suggested people are named with a stalled thread."""


def stalled_data(doors: Iterable[Door]) -> list[dict[str, Any]]:
    """Return the threads that need a move, in the order they are given."""
    return [_thread(door) for door in doors]


def suggest_data(suggestion: Suggestion) -> dict[str, Any]:
    """Return who could introduce me, ranked, and who should not be asked."""
    return {
        "target": suggestion.target,
        "thread": suggestion.thread,
        "due": suggestion.due,
        "due_because": suggestion.due_because,
        "suggested": [_candidate(candidate) for candidate in suggestion.suggested],
        "not_suggested": [
            {"contact": refused.contact, "because": refused.because}
            for refused in suggestion.not_suggested
        ],
    }


def _thread(door: Door) -> dict[str, Any]:
    thread, stall, move = door.thread, door.stall, door.move
    return {
        "thread": thread.id,
        "target": thread.target,
        "introducers": list(thread.introducers),
        "state": thread.standing.state,
        "turn": thread.turn,
        "since": _day(thread.standing.since),
        "silent_days": stall.silent_days,
        "limit_days": stall.limit_days,
        "limit_because": stall.limit_because,
        "nudges": stall.nudges,
        "stalled": stall.stalled,
        "move": move.name,
        "because": move.because,
        "deadline": _day(stall.deadline),
        "intros": [spoke.intro.id for spoke in thread.spokes],
        "suggested": [candidate.contact for candidate in door.suggestion.suggested[:NAMED]],
    }


def _candidate(candidate: Candidate) -> dict[str, Any]:
    return {
        "contact": candidate.contact,
        "rank": candidate.rank,
        "band": candidate.band,
        "value": candidate.value,
        "p": candidate.p,
        "p_ask": candidate.p_ask,
        "p_know": candidate.p_know,
        "p_move": candidate.p_move,
        "load": candidate.load,
        "evidence": "inferred" if candidate.inferred else "stated",
        "ask_first": candidate.ask_first,
        "terms": [
            {
                "name": term.name,
                "value": term.value,
                "because": term.because,
                "path": term.path or None,
                "line": term.line or None,
            }
            for term in candidate.terms
        ],
        "would_change": candidate.would_change or None,
    }


def _day(when: date | None) -> str | None:
    return when.isoformat() if when else None
