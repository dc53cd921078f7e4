"""A door in one line: whom it leads to, its state as glyph and words, what to do."""

from msgspec import Struct

from site_builder.insights.insight import Door
from site_builder.insights.thread import State
from site_builder.model.vault import Vault
from site_builder.pages.drafts import outcome_of, present_spoke
from site_builder.pages.page import Ref
from site_builder.pages.refs import door_ref, pursuit_name
from site_builder.pages.unpublished import is_unpublished
from site_builder.pages.words import STATES, day, days, move_words, state_words

STALLED = "■"
UNTIL: dict[State, str] = {"scheduled": "for", "paused": "until", "barred": "until"}
"""States that end on a known day."""
QUIET: frozenset[State] = frozenset({"idea", "over"})
"""States in which nobody counts the days."""


class Badge(Struct, frozen=True):
    """A state to be shown: never by colour alone."""

    kind: str
    """`stalled`, `good`, `mine` or nothing."""
    glyph: str
    words: str


class DoorLine(Struct, frozen=True):
    """One door as lists show it."""

    door: Ref
    """The link to the door's page, under the target's name and the pursuit's."""
    badge: Badge
    move: str
    """The move as an instruction; empty where there is nothing to do."""
    open: bool


def door_line(vault: Vault, door: Door) -> DoorLine:
    """Return a door's line."""
    idle = door.move.name in ("none", "wait")
    move = "" if idle else move_words(door.move.name, **_names(vault, door))
    name = pursuit_name(vault, door.thread)
    ref = door_ref(door.thread.id, name, draft=is_unpublished(vault, door))
    return DoorLine(ref, door_badge(vault, door), move, door.open)


def door_badge(vault: Vault, door: Door) -> Badge:
    """Return a door's state: `stalled 16 days`, `waiting for Tara, 5 days`, `over, won`."""
    standing, silent = door.thread.standing, door.stall.silent_days
    if door.stall.stalled and silent is not None and door.thread.turn != "me":
        return Badge("stalled", STALLED, f"stalled {days(silent)}")
    words = state_words(standing.state, **_names(vault, door))
    if standing.until and standing.state in UNTIL:
        words = f"{words} {UNTIL[standing.state]} {day(standing.until)}"
    elif silent and standing.state not in QUIET:
        words = f"{words}, {days(silent)}"
    if outcome := outcome_of(door):
        return Badge("good" if outcome == "won" else "", STATES["over"][0], f"{words}, {outcome}")
    kind = "mine" if door.thread.turn == "me" else ""
    return Badge(kind, STATES[standing.state][0], words)


def _names(vault: Vault, door: Door) -> dict[str, str]:
    names = vault.names
    return {
        "target": names[door.thread.target].first_name,
        "introducer": names[present_spoke(door).introducer].first_name,
    }
