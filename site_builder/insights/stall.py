"""The records of silence: how long, against which limit, and what to do about it."""

from datetime import date
from typing import Literal

from msgspec import Struct

from site_builder.model.intro import Step

MoveName = Literal[
    "answer",
    "thank",
    "confirm",
    "ask",
    "wait",
    "remind-introducer",
    "nudge",
    "interrupt",
    "close-loop",
    "second-intro",
    "next-introducer",
    "park",
    "none",
]

SECOND_DOOR_MOVES: frozenset[MoveName] = frozenset(
    {"close-loop", "second-intro", "next-introducer"}
)
"""Moves for which another introducer is due."""
IDLE_MOVES: frozenset[MoveName] = frozenset({"none", "wait"})
"""Moves that ask nothing of me today."""


class Stall(Struct, frozen=True):
    """How silent a thread is on a day."""

    silent_days: int | None
    """Calendar days since the standing's `since`; none for an idea."""
    limit_days: int | None
    """Stalled from this many silent days on; none where a state cannot stall."""
    limit_because: str
    """Which rule gave the limit, in words; empty where there is none."""
    stalled: bool
    stalls_on: date | None
    """The day on which the limit is (or was) reached."""
    nudge_on: date | None
    """The day on which the nudge limit is (or was) reached."""
    near: bool
    """Will be stalled within 7 days if nothing happens."""
    nudges: int
    """Nudges and interrupts since the target last answered."""
    first_nudge: date | None
    unanswered_days: int | None
    """Days since the target last answered; a touch of mine does not hide a long silence."""
    step: Step | None
    """The planned step, while it lies in the future."""
    deadline: date | None
    """The earliest deadline that is not past."""


class Move(Struct, frozen=True):
    """The one most considerate next step, with the sentence that says why and what to do."""

    name: MoveName
    because: str
    until: date | None = None
    """For `wait`: look again on this day."""
