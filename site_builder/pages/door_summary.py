"""A door as other pages speak of it: how it stands, the one move, and why."""

from msgspec import Struct

from site_builder.insights.insight import Door, Insights
from site_builder.pages.door_line import DoorLine, door_line
from site_builder.pages.door_verdict import move_title, stated_goal


class DoorSummary(Struct, frozen=True):
    """All that pages say of a door that is not their own: what else changes leaves them be."""

    line: DoorLine
    move: str
    """The move as an instruction."""
    because: str
    goal: str
    passed: bool
    """Whoever was asked last has passed, and nobody else is on the way."""


def door_summary(insights: Insights, door: Door) -> DoorSummary:
    """Return what to say of a door elsewhere."""
    return DoorSummary(
        door_line(insights.vault, door),
        move_title(insights, door),
        door.move.because,
        stated_goal(door),
        door.thread.standing.state == "passed",
    )
