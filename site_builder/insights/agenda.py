"""What the open doors put into a calendar: due moves, meetings, deadlines, planned days."""

import datetime as dt
from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from site_builder.insights.asides import due_step
from site_builder.insights.insight import Door
from site_builder.insights.stall import IDLE_MOVES

Kind = Literal["move", "meeting", "step", "pause", "look", "stall", "deadline"]


class Entry(Struct, frozen=True):
    """One whole day of one door; a door has at most one entry of a kind."""

    kind: Kind
    date: dt.date
    text: str
    """The move's reason, or what was noted for that day."""
    noted: dt.date
    """The day of the record that it follows from."""


def agenda_of(door: Door, today: dt.date) -> tuple[Entry, ...]:
    """Return the days of one door from today on, in order; one that is over or barred has none.

    A move that is due stands on today, and tomorrow on tomorrow: it waits for me. So does a planned
    step whose day has come; where there is a move, its reason tells of it.
    """
    if not door.open or door.thread.standing.state == "barred":
        return ()
    moments = door.thread.moments
    noted = moments[-1].event.date if moments else today
    entries = [Entry(kind, when, text, noted) for kind, when, text in _planned(door)]
    if door.move.name not in IDLE_MOVES:
        entries.append(Entry("move", today, door.move.because, today))
    elif step := due_step(door.thread, today):
        entries.append(Entry("step", today, step.text, noted))
    return tuple(sorted(entries, key=lambda entry: (entry.date, entry.kind)))


def _planned(door: Door) -> Iterator[tuple[Kind, dt.date, str]]:
    standing, stall, move = door.thread.standing, door.stall, door.move
    text = standing.given_by.event.text if standing.given_by else ""
    if standing.state == "scheduled" and standing.until:
        yield "meeting", standing.until, text
    if standing.state == "paused" and standing.until:
        yield "pause", standing.until, text
    if stall.step:
        yield "step", stall.step.date, stall.step.text
    elif move.name == "wait" and stall.stalls_on:
        yield "stall", stall.stalls_on, stall.limit_because
        if move.until and move.until < stall.stalls_on:
            yield "look", move.until, move.because
    if stall.deadline:
        yield "deadline", stall.deadline, ""
