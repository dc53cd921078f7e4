"""What to write down once a move is made, so that the next verdict knows."""

import re
from datetime import date, timedelta

from site_builder.insights.insight import Door
from site_builder.insights.moves import introduced_last
from site_builder.insights.stall import MoveName
from site_builder.pages.drafts import must_wait, present_spoke
from site_builder.pages.paste_lines import PasteLine, quoted

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

KEPT = ("goal", "why", "thread")
"""What a further introduction towards the same person takes over."""
PLAIN = re.compile(r"\w(?:[\w .,;()/'?!’&+%-]*[\w.)?!])?")
"""What YAML takes as the value of a key without quotes."""


def log_line(door: Door, today: date) -> PasteLine | None:
    """Return the line, or the file, that says that the move was made; None where there is none."""
    move = door.move.name
    if must_wait(door):
        return None
    if move in DONE:
        made = introduced_last(door.thread) if move == "close-loop" else None
        until = f" {today + REST}" if move == "park" else ""
        path = (made or present_spoke(door)).intro.path
        day = _meeting(door) if move == "confirm" else None
        return PasteLine(f"- {day or today} {DONE[move]}{until}", path, "under ## Log")
    if (chosen := door.allotment.next_one) is not None:
        return PasteLine(f"- {today} asked", chosen.intro.path, "under ## Log")
    first = door.allotment.first
    if first is None or first.ask_first:
        return None
    intro, target = door.thread.spokes[-1].intro, door.thread.target
    told = {"target": target, "introducer": first.contact}
    told |= {key: value for key in KEPT if (value := getattr(intro, key))}
    matter = "\n".join(f"{key}: {quoted(value, PLAIN)}" for key, value in told.items())
    text = f"---\n{matter}\n---\n\n## Log\n\n- {today} asked"
    return PasteLine(text, f"intros/{today}-{target}-via-{first.contact}.md", "a new file")


def _meeting(door: Door) -> date | None:
    """Return the day for which a meeting was last fixed."""
    fixed = (one.event for one in reversed(door.thread.moments) if one.event.word == "scheduled")
    return next((event.until for event in fixed), None)
