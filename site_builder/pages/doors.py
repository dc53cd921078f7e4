"""The list of all doors: what needs a move, what waits, what is over."""

from itertools import groupby
from operator import itemgetter

from msgspec import Struct

from site_builder.insights.analyse import urgency
from site_builder.insights.insight import Door, Insights
from site_builder.insights.words import listing
from site_builder.pages.contact_index import ContactIndex
from site_builder.pages.door_line import Badge, door_badge, full_door_ref
from site_builder.pages.door_verdict import move_label
from site_builder.pages.long_list import Part, list_pages
from site_builder.pages.page import Ref, Sheaf
from site_builder.pages.today import Example, first_file, needs_move
from site_builder.pages.words import day_near, plural

HEADINGS = (("Needs a move", "Next"), ("Waiting", "Next"), ("Over", "Since"))
"""Each group with the heading of its last column."""


class DoorRow(Struct, frozen=True):
    """One door of the list."""

    door: Ref
    org: str
    through: str
    """First names of the introducers."""
    badge: Badge
    days: int
    """Silent days, to sort by."""
    next: str
    """The move, the day to look again, or the day it ended."""


class DoorGroup(Struct, frozen=True):
    """Doors under one heading."""

    title: str
    column: str
    """What the last column says."""
    rows: tuple[DoorRow, ...]


class DoorsView(Struct, frozen=True):
    """One part of the list."""

    summary: str
    groups: tuple[DoorGroup, ...]
    steps: tuple[Ref, ...]
    example: Example | None
    """What to write first, where there is no door yet."""


def doors_pages(index: ContactIndex) -> Sheaf:
    """Plan `threads/index.html` and, for a long list, its further parts."""
    insights, tables = index.insights, index.tables
    doors = insights.by_thread
    order = tables.sort(
        "doors by group", doors, lambda name: (_group(doors[name]), urgency(doors[name]))
    )
    lines = tables.each("door rows", doors, lambda door: (_group(door), _row(insights, door)))
    summary = tables.single("doors summary", lambda: _summary(insights))

    def view(part: Part) -> DoorsView:
        groups = tuple(
            DoorGroup(*HEADINGS[group], tuple(row for _, row in members))
            for group, members in groupby((lines[name] for name in part.keys), key=itemgetter(0))
        )
        example = None if groups else first_file(insights)
        return DoorsView(summary(), groups, part.steps, example)

    return list_pages("threads", order, tables, view, template="doors.html")


def _group(door: Door) -> int:
    if not door.open:
        return 2
    return 0 if needs_move(door) else 1


def _summary(insights: Insights) -> str:
    still = sum(door.open for door in insights.doors)
    turns = [door.thread.turn for door in insights.doors if door.stall.stalled]
    mine = turns.count("me")
    said = [plural(still, "open door"), f"{len(turns) - mine} stalled"]
    said += [f"{mine} of yours past the limit"] if mine else []
    return f"{', '.join(said)}, {len(insights.doors) - still} over."


def _next(insights: Insights, door: Door) -> str:
    if needs_move(door):
        return move_label(door)
    if door.move.until:
        return f"Look again {day_near(door.move.until, insights.today)}"
    ended = door.thread.standing.over_on
    return day_near(ended, insights.today) if ended and not door.open else ""


def _row(insights: Insights, door: Door) -> DoorRow:
    vault, silent = insights.vault, door.stall.silent_days if door.open else None
    return DoorRow(
        full_door_ref(vault, door),
        vault.people[door.thread.target].org,
        listing([vault.called(who) for who in door.thread.introducers]),
        door_badge(vault, door),
        -1 if silent is None else silent,
        _next(insights, door),
    )
