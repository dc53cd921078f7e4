"""Writes `calendar.ics` (RFC 5545): the library escapes, folds and orders; no clock is read."""

from collections.abc import Iterable
from datetime import UTC, datetime, time, timedelta

from icalendar import Calendar, Event

from site_builder.pages.feeds import Day
from site_builder.tables import Tables

FRESH = timedelta(hours=12)
"""How often a program that subscribes should look again."""
END = b"END:VCALENDAR\r\n"


def calendar_ics(days: Iterable[Day], *, title: str, version: str, memo: Tables) -> bytes:
    """Return the calendar's bytes; an event that is remembered is not written again."""
    head = _calendar(title, version).removesuffix(END)
    events = memo.derive("calendar", tuple(days), _event)
    return b"".join((head, *events.values(), END))


def _calendar(title: str, version: str) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", f"-//Doorstep//{version}//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    for name in ("name", "x-wr-calname"):
        calendar.add(name, title)
    calendar.add("refresh-interval", FRESH, parameters={"value": "DURATION"})
    calendar.add("x-published-ttl", "PT12H")
    return bytes(calendar.to_ical())


def _event(day: Day) -> bytes:
    event = Event()
    event.add("uid", day.uid)
    event.add("dtstamp", datetime.combine(day.noted, time(), UTC))
    event.add("dtstart", day.date)
    event.add("summary", day.summary)
    event.add("description", day.description)
    event.add("categories", [day.kind])
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
    if day.url:
        event.add("url", day.url)
    return bytes(event.to_ical())
