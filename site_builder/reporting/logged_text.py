"""What `build log` says: where the line went, and what it makes of the thread."""

from typing import Any

from site_builder.insights.insight import Door, Insights
from site_builder.reporting.safe_text import visible

NO_DOOR = "No thread of yours comes of it: it is a draft, a favour, or has an error."


def logged_data(door: Door | None, *, path: str, line: int, text: str) -> dict[str, Any]:
    """Return the same for programs."""
    return {
        "path": path,
        "line": line,
        "text": text,
        "thread": door.thread.id if door else None,
        "state": door.thread.standing.state if door else None,
        "turn": door.thread.turn if door else None,
        "move": door.move.name if door else None,
        "because": door.move.because if door else None,
    }


def door_sentence(insights: Insights, door: Door | None) -> str:
    """Return the state of a thread, whose turn it is, and the next move with its reason."""
    if door is None:
        return NO_DOOR
    name = insights.vault.names[door.thread.target].name
    return visible(f"{name} ({door.thread.standing.state}): {door.move.because}")
