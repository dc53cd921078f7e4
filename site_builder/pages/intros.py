"""The board of introductions by whose turn it is and state, and the table of all."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from site_builder.insights.insight import Door, Insights
from site_builder.insights.thread import State, Turn
from site_builder.model.intro import IntroId
from site_builder.model.vault import Spoke
from site_builder.pages.contact_index import ContactIndex, contact_index
from site_builder.pages.page import Page, Ref
from site_builder.pages.parts import Parts, split
from site_builder.pages.refs import intro_ref, person_ref
from site_builder.pages.some import Some, first
from site_builder.pages.spoke_line import SpokeLine, has_passed, spoke_line

CARDS_SHOWN = 10
"""Cards of one state on the board; all are in the table."""

LANES: dict[Turn, str] = {
    "me": "Your turn",
    "introducer": "With the introducer",
    "target": "With the target",
    "calendar": "In the calendar",
}
"""Lanes of the board; what is over is in the table only."""

STATE_TITLES: dict[State, str] = {
    "introduced": "Introduced",
    "my-reply": "They answered",
    "unconfirmed": "Did it happen?",
    "met": "Met, loop open",
    "passed": "The introducer passed",
    "idea": "An idea",
    "asked": "Asked",
    "agreed": "Agreed",
    "waiting": "No answer yet",
    "talking": "In conversation",
    "scheduling": "Finding a date",
    "opt-in": "Asked by the introducer",
    "scheduled": "Meeting set",
    "paused": "Paused",
}
"""What stands over the cards of a state, in the order of the board."""


@dataclass(frozen=True, slots=True)
class IntroRow:
    """An introduction on the board and in the table."""

    line: SpokeLine
    name: Ref
    """The link to the introduction, under the target's name."""
    introducer: Ref
    goal: str


@dataclass(frozen=True, slots=True)
class Lane:
    """The introductions that wait for the same side."""

    title: str
    total: int
    states: tuple["LaneState", ...]


@dataclass(frozen=True, slots=True)
class LaneState:
    """The introductions of a lane in one state, what stalled first."""

    title: str
    total: int
    rows: Some[IntroRow]


@dataclass(frozen=True, slots=True)
class Intros:
    """The view of the list; the board stands on its first part only."""

    lanes: tuple[Lane, ...]
    rows: tuple[IntroRow, ...]
    parts: Parts
    total: int


def intros_pages(insights: Insights, index: ContactIndex | None = None) -> tuple[Page, ...]:
    """Plan board and table, the table on several pages where it is long."""
    index = index or contact_index(insights)
    rows = {spoke.intro.id: _row(spoke, index) for spoke in insights.vault.spokes}
    latest = sorted(rows.values(), key=lambda row: row.line.iso, reverse=True)
    lanes = tuple(_lanes(insights, rows))
    return tuple(
        Page(
            address,
            "intros.html",
            Intros(lanes if parts.number == 1 else (), tuple(part), parts, len(latest)),
        )
        for address, parts, part in split(latest, "intros")
    )


def _row(spoke: Spoke, index: ContactIndex) -> IntroRow:
    vault = index.insights.vault
    door = index.door_of.get(spoke.intro.id)
    return IntroRow(
        spoke_line(vault, spoke, door=door, today=index.insights.today),
        intro_ref(spoke, vault.people[spoke.target].name),
        person_ref(vault, spoke.introducer),
        spoke.intro.goal,
    )


def _lanes(insights: Insights, rows: Mapping[IntroId, IntroRow]) -> Iterator[Lane]:
    found: dict[Turn, dict[State, list[IntroRow]]] = {turn: {} for turn in LANES}
    order = {state: place for place, state in enumerate(STATE_TITLES)}
    for door in sorted(insights.doors, key=lambda door: _place(door, order)):
        if door.thread.turn in found:
            found[door.thread.turn].setdefault(door.thread.standing.state, []).extend(
                rows[spoke.intro.id]
                for spoke in door.thread.spokes
                if not has_passed(spoke, door, today=insights.today)
            )
    for turn, title in LANES.items():
        states = tuple(
            LaneState(STATE_TITLES[state], len(cards), first(cards, CARDS_SHOWN))
            for state, cards in found[turn].items()
            if cards
        )
        if states:
            yield Lane(title, sum(state.total for state in states), states)


def _place(door: Door, order: Mapping[State, int]) -> tuple[int, bool]:
    """State by state, what stalled first."""
    state = door.thread.standing.state
    return (order.get(state, len(order)), not door.stall.stalled)
