"""The board of introductions by whose turn it is and state, and the table of all."""

from collections.abc import Iterator, Mapping
from datetime import date

from msgspec import Struct

from site_builder.insights.insight import Door
from site_builder.insights.thread import State, Turn
from site_builder.model.vault import Spoke
from site_builder.pages.contact_index import ContactIndex
from site_builder.pages.long_list import Listing, Part, Some, first_lines, list_pages
from site_builder.pages.page import Ref, Sheaf
from site_builder.pages.refs import intro_ref, person_ref
from site_builder.pages.spoke_line import SpokeLine, has_passed, past_events

CARDS_SHOWN = 10
"""Cards of one state on the board; all are in the table."""

LANES: dict[Turn, str] = {
    "me": "Your turn",
    "introducer": "With the introducer",
    "target": "With the target",
    "calendar": "In the calendar",
}
"""Lanes of the board; what is over, or to be left in peace, is in the table only."""

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

Stack = tuple[Turn, int, bool]
"""A turn, the place of a state in the board, and that nothing has stalled."""


class IntroRow(Struct, frozen=True):
    """An introduction on the board and in the table."""

    line: SpokeLine
    name: Ref
    """The link to the introduction, under the target's name."""
    introducer: Ref
    goal: str


class Lane(Struct, frozen=True):
    """The introductions that wait for the same side."""

    title: str
    total: int
    states: tuple["LaneState", ...]


class LaneState(Struct, frozen=True):
    """The introductions of a lane in one state, what stalled first."""

    title: str
    total: int
    rows: Some[IntroRow]


class Intros(Listing, frozen=True):
    """The view of the list; the board stands on its first part only."""

    lanes: tuple[Lane, ...]
    log: bool
    """Readers of this site may see what happened."""
    goals: bool
    """They may see what was asked for."""


def intros_pages(index: ContactIndex) -> Sheaf:
    """Plan board and table, the table on several pages where it is long."""
    insights, tables = index.insights, index.tables
    spokes, today = insights.vault.paths, insights.today
    order = tables.sort("intros by day", spokes, lambda path: _latest(spokes[path], today))
    lines = tables.each("intro rows", spokes, lambda spoke: _row(spoke, index))
    stacks = tables.group("stacks", insights.ranked, lambda door: _cards(door, today))
    board = tables.single("board", lambda: tuple(_lanes(stacks, lines)))

    audience = insights.vault.audience
    log, goals = audience.shows("log"), audience.has("goal")

    def view(part: Part) -> Intros:
        lanes = board() if part.number == 1 else ()
        rows = tuple(lines[path] for path in part.keys)
        return Intros(rows, part.steps, part.total, lanes, log, goals)

    return list_pages("intros", order, tables, view)


def _latest(spoke: Spoke, today: date) -> int:
    """Sort what happened last first."""
    past = past_events(spoke, today)
    return -(past[-1].date if past else date.min).toordinal()


def _row(spoke: Spoke, index: ContactIndex) -> IntroRow:
    vault = index.insights.vault
    return IntroRow(
        index.lines[spoke.intro.path],
        intro_ref(spoke, vault.names[spoke.target].name),
        person_ref(vault, spoke.introducer),
        spoke.intro.goal,
    )


def _cards(door: Door, today: date) -> Iterator[tuple[Stack, str]]:
    """Yield the paths of a door's introductions on the board: state by state, stalled first."""
    turn, state = door.thread.turn, door.thread.standing.state
    if turn in LANES:
        place = list(STATE_TITLES).index(state)
        for spoke in door.thread.spokes:
            if state == "passed" or not has_passed(spoke, today=today):
                yield (turn, place, not door.stall.stalled), spoke.intro.path


def _lanes(
    stacks: Mapping[Stack, tuple[str, ...]], lines: Mapping[str, IntroRow]
) -> Iterator[Lane]:
    for turn, title in LANES.items():
        states = tuple(
            LaneState(words, len(paths), first_lines(paths, CARDS_SHOWN, line=lines.__getitem__))
            for place, words in enumerate(STATE_TITLES.values())
            if (paths := _stacked(stacks, turn, place))
        )
        if states:
            yield Lane(title, sum(state.total for state in states), states)


def _stacked(stacks: Mapping[Stack, tuple[str, ...]], turn: Turn, place: int) -> tuple[str, ...]:
    """Return the introductions of a lane in one state, what stalled first."""
    stalled, others = (stacks.get((turn, place, calm), ()) for calm in (False, True))
    return (*stalled, *others)
