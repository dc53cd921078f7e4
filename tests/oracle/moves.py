"""Choose the one next move of a thread (section 2.8, Move)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .silence import limit_days, nudge_due, nudges, silent_days

if TYPE_CHECKING:
    from datetime import date

    from .threads import Analysis, Thread

MINE = {
    "idea": "ask",
    "passed": "next-introducer",
    "introduced": "answer",
    "my-reply": "answer",
    "unconfirmed": "confirm",
    "met": "thank",
}
RECENT = 90


def deadline(thread: Thread, today: date) -> date | None:
    """Return the earliest deadline of the thread that is not past."""
    days = [spoke.deadline for spoke in thread.spokes]
    return min((day for day in days if day and day >= today), default=None)


def has_plan(thread: Thread, today: date) -> bool:
    """Say whether a planned step lies after today."""
    return any(spoke.next_day and spoke.next_day > today for spoke in thread.spokes)


def is_stalled(thread: Thread, analysis: Analysis) -> bool:
    """Say whether the silence has reached its limit and no step is planned."""
    silent, limit = silent_days(thread, analysis.today), limit_days(thread, analysis)
    if silent is None or limit is None:
        return False
    return silent >= limit and not has_plan(thread, analysis.today)


def move(thread: Thread, analysis: Analysis) -> str:
    """Return the first move that fits."""
    state = thread.walk.state
    if state in {"over", "barred", "paused", "scheduled"}:
        return "none"
    if has_plan(thread, analysis.today):
        return "wait"
    if state in MINE:
        return MINE[state]
    if state in {"asked", "agreed", "opt-in"}:
        return _introducer_move(thread, analysis)
    return _target_move(thread, analysis)


def _introducer_move(thread: Thread, analysis: Analysis) -> str:
    if is_stalled(thread, analysis):
        return "next-introducer"
    if nudge_due(thread, analysis) and not thread.walk.reminders:
        return "remind-introducer"
    return "wait"


def _target_move(thread: Thread, analysis: Analysis) -> str:
    if _is_due(thread, analysis):
        return _second_move(thread, analysis.today)
    count, silent = len(nudges(thread)), silent_days(thread, analysis.today)
    if count == 0 and nudge_due(thread, analysis):
        return "nudge"
    if count == 1 and silent is not None and silent >= analysis.settings.again:
        return "interrupt"
    return "wait"


def _is_due(thread: Thread, analysis: Analysis) -> bool:
    count = len(nudges(thread))
    if is_stalled(thread, analysis) and count > 1:
        return True
    silent, limit = silent_days(thread, analysis.today), limit_days(thread, analysis)
    last_day = deadline(thread, analysis.today)
    if not (silent and limit and last_day):
        return False
    pressing = (last_day - analysis.today).days < limit
    return pressing and count > 0 and silent > 1


def _second_move(thread: Thread, today: date) -> str:
    made = [event for event in thread.events if event.word == "introduced"]
    if len({event.path for event in made if (today - event.day).days <= RECENT}) > 1:
        return "park"
    return "close-loop" if made and not _is_thanked(thread, made[-1].path) else "second-intro"


def _is_thanked(thread: Thread, path: str) -> bool:
    first = nudges(thread)[0].day
    return any(
        event.word == "thanked" and event.path == path and event.day >= first
        for event in thread.events
    )
