"""What the first page looks for among all doors and all people, and its lines about doors."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import chain

from msgspec import Struct

from site_builder.insights.agenda import agenda_of
from site_builder.insights.insight import Door, Insights
from site_builder.insights.stall import IDLE_MOVES
from site_builder.model.contact import Contact, ContactId
from site_builder.pages.draft_facts import is_needless
from site_builder.pages.today_rows import Loop, Planned, Row, move_row
from site_builder.pages.worth_lines import Worth, all_worth
from site_builder.tables import FRESH, Tables

SOON = timedelta(days=7)
"""What is planned for a later day is not for today; a meeting is, however far ahead."""

SHOWN = 25
"""Rows of one section; the rest is counted."""

Due = tuple[str, bool]
"""A thread, and whether somebody else could bring it back."""


class TodayLists(Struct, frozen=True):
    """What is due and ahead, whom one loses touch with, what is worth finding out."""

    mine: Sequence[Due]
    """Doors at which I owe the next word, as they rank."""
    quiet: Sequence[Due]
    """Doors that wait for somebody else for too long."""
    moves: Mapping[str, Row]
    """The lines of the first of both, by thread."""
    loops: Sequence[Loop]
    """Introductions of which the introducer does not know yet how they went."""
    ahead: Sequence[Planned]
    """Meetings, and what is planned or will stall within a week, by day."""
    overdue: Sequence[Contact]
    """People with whom contact is longer ago than planned, the longest first."""
    worth: Worth
    """What is worth finding out first for all doors together."""


def today_lists(insights: Insights, tables: Tables = FRESH) -> Callable[[], TodayLists]:
    """Look at every door and at every person, or at those that changed; return how to read it."""
    doors, people = insights.ranked, insights.vault.people
    due = tables.group("due", doors, _due)
    first = [name for found in due.values() for name, _ in found[:SHOWN]]
    moves = tables.derive("moves shown", first, lambda name: move_row(insights, doors[name]))
    loops = tables.group("loops", doors, lambda door: _loops(insights, door))
    ahead = tables.group("days ahead", doors, lambda door: _ahead(door, insights.today))
    overdue = tables.group("losing touch", people, lambda person: _overdue(insights, person))
    worth = all_worth(insights, tables)
    return lambda: TodayLists(
        due.get("mine", ()),
        due.get("quiet", ()),
        moves,
        loops.get("", ()),
        tuple(chain.from_iterable(ahead.values())),
        tuple(chain.from_iterable(overdue.values())),
        worth(),
    )


def _due(door: Door) -> Iterator[tuple[str, Due]]:
    if door.move.name not in IDLE_MOVES:
        helped = door.allotment.first is not None
        yield "mine" if door.thread.turn == "me" else "quiet", (door.thread.id, helped)


def _loops(insights: Insights, door: Door) -> Iterator[tuple[str, Loop]]:
    if door.move.name not in ("thank", "close-loop"):
        for spoke in door.thread.spokes:
            asked = insights.by_connector.get(spoke.introducer)
            owed = asked is not None and spoke.intro.id in asked.owed
            said = door.move.name not in IDLE_MOVES and is_needless(insights, door, spoke)
            if owed and not said:
                yield "", (door, spoke)


def _ahead(door: Door, today: date) -> Iterator[tuple[tuple[date, str, str], Planned]]:
    for entry in agenda_of(door, today):
        soon = entry.kind not in ("move", "look") and entry.date <= today + SOON
        if soon or entry.kind == "meeting":
            yield (entry.date, door.thread.id, entry.kind), (door, entry)


def _overdue(
    insights: Insights, person: Contact
) -> Iterator[tuple[tuple[int, ContactId], Contact]]:
    if person.cadence is not None and not person.me:
        last = insights.last_contact.get(person.id)
        late = (insights.today - last).days - person.cadence.days if last else 0
        if late > 0 or (last is None and insights.vault.audience.is_private):
            yield (-late, person.id), person
