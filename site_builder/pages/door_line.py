"""A door in one line: whom it leads to, its state as glyph and words, what to do."""

from datetime import date

from msgspec import Struct

from site_builder.insights.candidate import Band
from site_builder.insights.insight import Door
from site_builder.insights.stall import IDLE_MOVES
from site_builder.insights.thread import State
from site_builder.model.vault import Spoke, Vault
from site_builder.pages.drafts import outcome_of
from site_builder.pages.page import Ref
from site_builder.pages.refs import door_ref, pursuit_name
from site_builder.pages.unpublished import is_unpublished
from site_builder.pages.words import MOVES, STATES, day, days

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


BANDS: dict[Band, Badge] = {
    "strong": Badge("good", "●", "strong"),
    "likely": Badge("mine", "◑", "likely"),
    "long shot": Badge("", "◌", "long shot"),
}
"""How well somebody could help."""


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
    idle = door.move.name in IDLE_MOVES
    move = "" if idle else MOVES[door.move.name][1].format(**door_names(vault, door))
    return DoorLine(full_door_ref(vault, door), door_badge(vault, door), move, door.open)


def full_door_ref(vault: Vault, door: Door) -> Ref:
    """Return the link to a door's page, under the target's name and the pursuit's."""
    name = pursuit_name(vault, door.thread)
    return door_ref(door.thread.id, name, draft=is_unpublished(vault, door))


def door_badge(vault: Vault, door: Door) -> Badge:
    """Return a door's state: `stalled 16 days`, `waiting for Tara, 5 days`, `over, won`."""
    standing, silent = door.thread.standing, door.stall.silent_days
    if door.stall.stalled and silent is not None and door.thread.turn != "me":
        return Badge("stalled", STALLED, f"stalled {days(silent)}")
    words = door_state(vault, door)
    if silent and standing.state not in QUIET and not _ends_on(door):
        words = f"{words}, {days(silent)}"
    if outcome := outcome_of(door):
        return Badge("good" if outcome == "won" else "", STATES["over"][0], f"{words}, {outcome}")
    kind = "mine" if door.thread.turn == "me" else ""
    return Badge(kind, STATES[standing.state][0], words)


def door_state(vault: Vault, door: Door) -> str:
    """Return the state in words: `waiting for Tara`, `meeting set for 24 Nov 2026`."""
    state = door.thread.standing.state
    words, until = STATES[state][1].format(**door_names(vault, door)), _ends_on(door)
    return f"{words} {UNTIL[state]} {day(until)}" if until else words


def _ends_on(door: Door) -> date | None:
    standing = door.thread.standing
    return standing.until if standing.state in UNTIL else None


def door_names(vault: Vault, door: Door, spoke: Spoke | None = None) -> dict[str, str]:
    """Return the first names of the target and of who introduces: on this spoke or the present."""
    introducer = (spoke or door.thread.present).introducer
    return {
        "target": vault.called(door.thread.target),
        "introducer": vault.called(introducer),
    }
