"""What the first page looks for among all doors and all people, found one by one."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from itertools import chain

from msgspec import Struct

from site_builder.insights.agenda import Entry, agenda_of
from site_builder.insights.insight import Door, Insights
from site_builder.model.contact import Contact, ContactId
from site_builder.pages.worth_lines import Worth, all_worth
from site_builder.tables import FRESH, Tables

SOON = timedelta(days=7)
"""What is planned for a later day is not for today; a meeting is, however far ahead."""

Planned = tuple[Door, Entry]
Ahead = tuple[tuple[tuple[date, str, str], Planned], ...]
Overdue = tuple[tuple[tuple[int, ContactId], Contact], ...]


class TodayLists(Struct, frozen=True):
    """What is ahead, whom one loses touch with, what is worth finding out."""

    days: Mapping[tuple[date, str, str], tuple[Planned, ...]]
    late: Mapping[tuple[int, ContactId], tuple[Contact, ...]]
    worths: Mapping[str, Worth]

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
    doors, people = insights.by_thread, insights.vault.people
    ahead = tables.derive("ahead", doors, lambda name: _ahead(doors[name], insights.today))
    overdue = tables.derive("overdue", people, lambda who: _overdue(insights, people[who]))
    return TodayLists(
        tables.invert("days ahead", ahead),
        tables.invert("losing touch", overdue),
        all_worth(insights, tables),
    )


def _ahead(door: Door, today: date) -> Ahead:
    return tuple(
        ((entry.date, door.thread.id, entry.kind), (door, entry))
        for entry in agenda_of(door, today)
        if entry.kind == "meeting"
        or (entry.kind not in ("move", "look") and entry.date <= today + SOON)
    )


def _overdue(insights: Insights, person: Contact) -> Overdue:
    if person.cadence is None or person.me:
        return ()
    last = insights.last_contact.get(person.id)
    late = (insights.today - last).days - person.cadence.days if last else 0
    never = insights.vault.audience.is_private and last is None
    return (((-late, person.id), person),) if late > 0 or never else ()
