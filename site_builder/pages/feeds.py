"""What stands in the feeds: the days of the open doors, and what happened at all of them."""

import datetime as dt
from collections.abc import Iterator, Sequence

from msgspec import Struct

from site_builder.insights.agenda import Entry, agenda_of
from site_builder.insights.insight import Door, Insights
from site_builder.insights.thread import Moment
from site_builder.model.settings import Feeds
from site_builder.pages.door_timeline import told
from site_builder.pages.door_verdict import move_title, stated_goal
from site_builder.pages.one_ask import kept_note
from site_builder.pages.page import door_address, href
from site_builder.pages.prose import line_words
from site_builder.pages.refs import pursuit_name
from site_builder.pages.stable_id import stable_id
from site_builder.pages.words import NO_BREAK, sentence
from site_builder.tables import FRESH, Tables

CALENDAR, ATOM, JSON = "calendar.ics", "feed.atom", "feed.json"
SUMMARIES = {
    "move": "{door}: {move}",
    "meeting": "Meeting with {door}",
    "step": "{door}: planned step",
    "pause": "{door}: the pause ends",
    "look": "{door}: look again",
    "stall": "{door} stalls if nothing happens",
    "deadline": "{door}: deadline",
}
MOST = 200
"""Older changes are left out of a feed; the site has them all."""


class FeedLink(Struct, frozen=True):
    """One feed of the site."""

    text: str
    href: str
    type: str


def feed_links(feeds: Feeds) -> tuple[FeedLink, ...]:
    """Return the feeds that settings have switched on."""
    calendar = (FeedLink("Calendar", CALENDAR, "text/calendar"),)
    changes = (
        FeedLink("What changed, as Atom", ATOM, "application/atom+xml"),
        FeedLink("What changed, as JSON", JSON, "application/feed+json"),
    )
    return (calendar if feeds.calendar else ()) + (changes if feeds.changes else ())


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
            _day_text(insights, door, entry).replace(NO_BREAK, " "),
            f"{address}{href(door_address(door.thread.id))}" if address else "",
        )


def _day_text(insights: Insights, door: Door, entry: Entry) -> str:
    noted = line_words(entry.text, insights.vault)
    text = stated_goal(door) if entry.kind == "deadline" else noted
    more = kept_note(insights, door) if entry.kind == "move" else ""
    return " ".join(filter(None, (sentence(text), more)))


class Change(Struct, frozen=True):
    """One entry of a feed."""

    id: str
    date: dt.date
    kind: str
    """The event's word, or `stalled`."""
    title: str
    text: str
    url: str
    """The door's page; empty where nobody knows where the site is served."""


class Changes(Struct, frozen=True):
    """A whole feed."""

    id: str
    title: str
    author: str
    language: str
    home: str
    """Where the site is served; empty where nobody knows."""
    updated: dt.date
    """The day of the newest entry; without entries the day of the build."""
    entries: tuple[Change, ...]


class _News(Struct, frozen=True):
    """What is to be told, before it is put into words."""

    date: dt.date
    door: Door
    place: int
    """Of the moment in its thread; one past the last is that the door stalled."""


def changes_of(insights: Insights) -> Changes:
    """Return what happened at my doors in the days that settings name."""
    vault, settings = insights.vault, insights.vault.settings
    news = [one for door in insights.doors for one in _news(door, insights)]
    news.sort(key=lambda one: (-one.date.toordinal(), one.door.thread.id, -one.place))
    return Changes(
        id=stable_id(vault.me or "", "changes"),
        title=settings.title,
        author=vault.people[vault.me].name if vault.me else settings.title,
        language=settings.language,
        home=settings.feeds.address,
        updated=news[0].date if news else insights.today,
        entries=tuple(_change(insights, one) for one in news[:MOST]),
    )


def _news(door: Door, insights: Insights) -> Iterator[_News]:
    """Yield what happened at one door; that it stalled is news, too."""
    since = insights.today - dt.timedelta(days=insights.vault.settings.feeds.days)
    moments, stall = door.thread.moments, door.stall
    if stall.stalled and stall.stalls_on and stall.stalls_on >= since:
        yield _News(stall.stalls_on, door, len(moments))
    for place in reversed(range(len(moments))):
        if moments[place].event.date < since:
            return
        yield _News(moments[place].event.date, door, place)


def _change(insights: Insights, news: _News) -> Change:
    """Put news into words; its id follows from file, day and event, so texts may be corrected."""
    door, moments = news.door, news.door.thread.moments
    address = insights.vault.settings.feeds.address
    if news.place == len(moments):
        key: tuple[str, ...] = ("stalled", door.thread.id, str(door.thread.standing.since))
        kind = words = "stalled"
        text = door.stall.limit_because
    else:
        moment = moments[news.place]
        kind, text = moment.event.word, line_words(moment.event.text, insights.vault)
        words = told(insights, door, moment)
        key = (moment.spoke.intro.id, str(news.date), kind, str(_nth(moments, news.place)))
    return Change(
        stable_id(insights.vault.me or "", "change", *key),
        news.date,
        kind,
        f"{pursuit_name(insights.vault, door.thread)}: {words}".replace(NO_BREAK, " "),
        sentence(text).replace(NO_BREAK, " "),
        f"{address}{href(door_address(door.thread.id))}" if address else "",
    )


def _nth(moments: Sequence[Moment], place: int) -> int:
    """Return how many such events the file had before on that day."""
    this = moments[place]
    return sum(
        one.spoke is this.spoke
        and (one.event.date, one.event.word) == (this.event.date, this.event.word)
        for one in moments[:place]
    )
