"""The two answers a test compares: `stalled` and `suggest`, as document 3 names them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .moves import deadline, is_stalled, move
from .ranking import rank
from .silence import limit_days, nudges, silent_days
from .states import TURNS
from .threads import Analysis, Thread, analyse

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from .settings import Settings

Row = dict[str, Any]

DUE = frozenset({"close-loop", "second-intro", "next-introducer"})


def stalled(
    root: Path, today: date, *, everything: bool = False, settings: Settings | None = None
) -> list[Row]:
    """Return the threads that need a move, or every thread that is not over."""
    return stalled_in(analyse(root, today, settings), everything=everything)


def stalled_in(analysis: Analysis, *, everything: bool = False) -> list[Row]:
    """Return these threads of a vault that was read already."""
    rows = [
        _row(thread, analysis)
        for thread in analysis.threads
        if thread.walk.state != "over"
        and (everything or move(thread, analysis) not in {"none", "wait"})
    ]
    return sorted(rows, key=_order)


def suggest(root: Path, target_id: str, today: date, *, settings: Settings | None = None) -> Row:
    """Return who could open this door, ranked, and who is not suggested and why."""
    return suggest_in(analyse(root, today, settings), target_id)


def suggest_in(analysis: Analysis, target_id: str) -> Row:
    """Return this for a vault that was read already."""
    thread = analysis.latest(target_id)
    suggested, left_out = rank(target_id, thread, analysis)
    return {
        "target": target_id,
        "thread": thread.id if thread else None,
        "due": bool(thread and move(thread, analysis) in DUE),
        "suggested": suggested,
        "not_suggested": left_out,
    }


def _order(row: Row) -> tuple[bool, bool, int, str]:
    known = row["limit_days"] is not None
    over = row["silent_days"] - row["limit_days"] if known else 0
    return (row["turn"] != "me", not known, -over, row["thread"])


def _row(thread: Thread, analysis: Analysis) -> Row:
    last_day, since = deadline(thread, analysis.today), thread.walk.since
    suggested, _ = rank(thread.target, thread, analysis)
    return {
        "thread": thread.id,
        "target": thread.target,
        "introducers": thread.introducers,
        "state": thread.walk.state,
        "turn": TURNS[thread.walk.state],
        "since": since.isoformat() if since else None,
        "silent_days": silent_days(thread, analysis.today),
        "limit_days": limit_days(thread, analysis),
        "nudges": len(nudges(thread)),
        "stalled": is_stalled(thread, analysis),
        "move": move(thread, analysis),
        "deadline": last_day.isoformat() if last_day else None,
        "intros": [spoke.stem for spoke in thread.spokes],
        "suggested": [row["contact"] for row in suggested[:3]],
    }
