"""What the first page looks for among all doors and all people, and its lines about doors."""

from collections.abc import Iterator, Mapping, Sequence
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

    due: Mapping[str, tuple[Due, ...]]
    """Doors that need a move, as they rank, by whose they are: `mine` or `quiet`."""
    moves: Mapping[str, Row]
    """The lines of the first of them, by thread."""
    debts: Mapping[str, tuple[Loop, ...]]
    days: Mapping[tuple[date, str, str], tuple[Planned, ...]]
    late: Mapping[tuple[int, ContactId], tuple[Contact, ...]]
    worths: Mapping[str, Worth]

    @property
    def mine(self) -> Sequence[Due]:
        """Doors at which I owe the next word."""
        return self.due.get("mine", ())

    @property
    def quiet(self) -> Sequence[Due]:
        """Doors that wait for somebody else for too long."""
        return self.due.get("quiet", ())

    @property
    def loops(self) -> Sequence[Loop]:
        """Introductions of which the introducer does not know yet how they went."""
        return self.debts.get("", ())

    @property
    def ahead(self) -> Sequence[Planned]:
        """Meetings, and what is planned or will stall within a week, by day."""
        return tuple(chain.from_iterable(self.days.values()))

    @property
    def overdue(self) -> Sequence[Contact]:
        """People with whom contact is longer ago than planned, the longest first."""
        return tuple(chain.from_iterable(self.late.values()))

    @property
    def worth(self) -> Worth:
        """What is worth finding out first for all doors together."""
        return self.worths[""]


def today_lists(insights: Insights, tables: Tables = FRESH) -> TodayLists:
    """Look at every door and at every person, or at those that changed."""
    doors, people = insights.ranked, insights.vault.people
    due = tables.group("due", doors, _due)
    first = [name for found in due.values() for name, _ in found[:SHOWN]]
    return TodayLists(
        due,
        tables.derive("moves shown", first, lambda name: move_row(insights, doors[name])),
        tables.group("loops", doors, lambda door: _loops(insights, door)),
        tables.group("days ahead", doors, lambda door: _ahead(door, insights.today)),
        tables.group("losing touch", people, lambda person: _overdue(insights, person)),
        all_worth(insights, tables),
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
