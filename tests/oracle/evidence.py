"""What became of every touch, read from section 2.7 alone: look around from each event."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from .records import Event
    from .threads import Thread

Told = tuple[str, str, "int | None"]
"""Tactic, outcome, days to the answer."""

MINE = {"wrote", "nudged", "interrupted", "proposed"}
ANSWERS = {"replied", "scheduled", "met"}
COUNT = MINE | ANSWERS | {"introduced", "closed", "opted-out"}
WINDOW = 30


def tries(thread: Thread, today: date) -> list[Told]:
    """Return tactic and outcome of every touch that is not the pick-up of an introduction."""
    events = [event for event in thread.events if event.word in COUNT]
    by_path = {spoke.path: spoke.introducer for spoke in thread.spokes}
    found = []
    for at, event in enumerate(events):
        if event.word not in MINE | {"introduced"} or _is_pick_up(events, at):
            continue
        tactic = _tactic(events[:at], event, by_path)
        found.append((tactic, *_outcome(events, at, today, over=thread.walk.state == "over")))
    return found


def _is_pick_up(events: list[Event], at: int) -> bool:
    return at > 0 and events[at].word == "wrote" and events[at - 1].word == "introduced"


def _tactic(before: list[Event], event: Event, by_path: dict[str, str]) -> str:
    if event.word == "introduced":
        earlier = {by_path[one.path] for one in before if one.word == "introduced"}
        same = "second-same" if by_path[event.path] in earlier else "second-other"
        return same if earlier else "introduction"
    if event.word == "nudged":
        since = []
        for one in reversed(before):
            if one.word not in MINE:
                break
            since.append(one.word)
        return "later-nudge" if {"nudged", "interrupted"} & set(since) else "nudge"
    return "interrupt" if event.word == "interrupted" else "message"


def _outcome(events: list[Event], at: int, today: date, *, over: bool) -> tuple[str, int | None]:
    last = events[at + 1] if _is_pick_up([*events, events[-1]], at + 1) else events[at]
    after = events[events.index(last, at) + 1 :]
    if not after:
        waits = not over and (today - last.day).days <= WINDOW
        return ("pending" if waits else "unanswered"), None
    days = (after[0].day - last.day).days
    if after[0].word in ANSWERS and days <= WINDOW:
        return "answered", days
    return "unanswered", None
