"""What stands in `calendar.ics`: the whole days of every open door, in words."""

import datetime as dt
from collections.abc import Iterator

from msgspec import Struct

from site_builder.insights.agenda import Entry, agenda_of
from site_builder.insights.insight import Door, Insights
from site_builder.pages.door_verdict import move_title, stated_goal
from site_builder.pages.line_text import line_words
from site_builder.pages.one_ask import kept_note
from site_builder.pages.page import door_address, href
from site_builder.pages.refs import pursuit_name
from site_builder.pages.stable_id import stable_id
from site_builder.pages.words import NO_BREAK, sentence
from site_builder.tables import FRESH, Tables

SUMMARIES = {
    "move": "{door}: {move}",
    "meeting": "Meeting with {door}",
    "step": "{door}: planned step",
    "pause": "{door}: the pause ends",
    "look": "{door}: look again",
    "stall": "{door} stalls if nothing happens",
    "deadline": "{door}: deadline",
}


class Day(Struct, frozen=True):
    """One event of the calendar; it fills its day and blocks no time."""

    uid: str
    date: dt.date
    noted: dt.date
    """The day of the record that it follows from: when it was last changed."""
    kind: str
    summary: str
    description: str
    url: str
    """The door's page; empty where nobody knows where the site is served."""


def days_ahead(insights: Insights, tables: Tables = FRESH) -> Iterator[Day]:
    """Yield the days of all doors, door by door."""
    doors = insights.by_thread
    days = tables.each("days", doors, lambda door: tuple(door_days(insights, door)))
    for name in sorted(days):
        yield from days[name]


def door_days(insights: Insights, door: Door) -> Iterator[Day]:
    """Yield the days of one door; the id follows from the thread and the kind of day."""
    address = insights.vault.settings.feeds.address
    for entry in agenda_of(door, insights.today):
        summary = SUMMARIES[entry.kind].format(
            door=pursuit_name(insights.vault, door.thread), move=move_title(insights, door)
        )
        yield Day(
            stable_id(insights.vault.me or "", "day", door.thread.id, entry.kind),
            entry.date,
            entry.noted,
            entry.kind,
            summary.replace(NO_BREAK, " "),
            _description(insights, door, entry).replace(NO_BREAK, " "),
            f"{address}{href(door_address(door.thread.id))}" if address else "",
        )


def _description(insights: Insights, door: Door, entry: Entry) -> str:
    noted = line_words(entry.text, insights.vault)
    text = stated_goal(door) if entry.kind == "deadline" else noted
    more = kept_note(insights, door) if entry.kind == "move" else ""
    return " ".join(filter(None, (sentence(text), more)))
