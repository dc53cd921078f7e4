"""The line to write once a move is done, so that the next verdict knows."""

from datetime import date, timedelta

from site_builder.insights.insight import Door
from site_builder.insights.stall import MoveName
from site_builder.pages.drafts import first_candidate, introduced_last, must_wait, present_spoke

REST = timedelta(days=60)
"""How long a parked door is proposed to rest."""

DONE: dict[MoveName, str] = {
    "answer": "wrote",
    "thank": "thanked",
    "confirm": "met",
    "ask": "asked",
    "remind-introducer": "reminded",
    "nudge": "nudged",
    "interrupt": "interrupted",
    "close-loop": "thanked",
    "park": "paused",
}
"""The event that a move becomes, where it belongs to an introduction there is."""


def log_advice(door: Door, today: date) -> str:
    """Return where to write down that a move was made, with the line in backticks."""
    move = door.move.name
    if must_wait(door):
        return ""
    if move in DONE:
        made = introduced_last(door) if move == "close-loop" else None
        until = f" {today + REST}" if move == "park" else ""
        path = (made or present_spoke(door)).intro.path
        return f"Once done, add to {path}: `- {today} {DONE[move]}{until}`"
    first = first_candidate(door)
    if first is None or first.ask_first:
        return ""
    path = f"intros/{today}-{door.thread.target}-via-{first.contact}.md"
    key = door.thread.spokes[0].intro.thread
    same = f"`thread: {key}` and " if key else ""
    return f"Once done, begin a file {path} with {same}the line `- {today} asked`"
