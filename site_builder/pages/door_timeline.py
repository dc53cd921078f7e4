"""What happened at a door, over all introductions; silence is shown as length."""

from collections.abc import Iterator
from datetime import date
from typing import Literal

from msgspec import Struct

from site_builder.insights.insight import Door, Insights
from site_builder.insights.thread import Moment
from site_builder.pages.prose import line_words
from site_builder.pages.words import day_near, span

SHOWN = 40
"""Older events are on the pages of their introductions."""
NAMED_SILENCE = 7
"""From so many days on a silence is named."""
PIXELS_A_DAY, LONGEST = 3, 120

Who = Literal["me", "introducer", "target", "both"]

WORDS: dict[str, tuple[Who, str]] = {
    "asked": ("me", "You asked {introducer}"),
    "reminded": ("me", "You reminded {introducer}"),
    "agreed": ("introducer", "{introducer} agreed"),
    "passed": ("introducer", "{introducer} passed"),
    "opt-in-asked": ("introducer", "{introducer} asked {target}"),
    "opted-in": ("target", "{target} said yes to it"),
    "opted-out": ("target", "{target} said no to it"),
    "introduced": ("introducer", "{introducer} introduced you"),
    "wrote": ("me", "You wrote"),
    "nudged": ("me", "You nudged"),
    "interrupted": ("me", "You tried another way"),
    "replied": ("target", "{target} answered"),
    "proposed": ("me", "You proposed times"),
    "scheduled": ("both", "Meeting set for {until}"),
    "met": ("both", "You met"),
    "thanked": ("me", "You thanked {introducer}"),
    "paused": ("me", "Paused until {until}"),
    "closed": ("me", "Closed"),
}


class Silence(Struct, frozen=True):
    """A stretch of time without any event."""

    height: int
    words: str
    """Empty where it is too short to name."""
    cut: bool
    """Too long to be drawn in full."""
    stalled: bool = False


class Entry(Struct, frozen=True):
    """One event, after the silence before it."""

    day: str
    iso: str
    who: Who
    text: str
    note: str
    through: str
    """Whose introduction it belongs to, where there are several and the text does not say."""
    year: str
    """The year, where it is not that of the entry before."""
    before: Silence | None


class Timeline(Struct, frozen=True):
    """The events in order, and the silence since."""

    entries: tuple[Entry, ...]
    earlier: int
    """Events that are not shown."""
    since: Silence | None
    year: str
    """This year, where the last entry is of an earlier one."""
    today: str
    """How things stand today."""


def timeline_of(insights: Insights, door: Door, *, today: str) -> Timeline:
    """Return the story of a door; `today` says how things stand."""
    moments = door.thread.moments
    last = moments[-1].event.date if moments else None
    silent = (insights.today - last).days if last and door.open else 0
    if door.stall.stalled:  # neither a thank-you in between nor a meeting's date is a word
        silent = door.stall.silent_days or 0
    return Timeline(
        tuple(_entries(insights, door, moments[-SHOWN:])),
        max(0, len(moments) - SHOWN),
        _silence(silent, stalled=door.stall.stalled) if silent else None,
        _year(insights.today, last or insights.today),
        today,
    )


def told(insights: Insights, door: Door, moment: Moment) -> str:
    """Return what happened in a few words: `Sam introduced you`."""
    vault, event = insights.vault, moment.event
    return WORDS[event.word][1].format(
        introducer=vault.called(moment.spoke.introducer),
        target=vault.called(door.thread.target),
        until=day_near(event.until, insights.today) if event.until else "",
    )


def _entries(insights: Insights, door: Door, moments: tuple[Moment, ...]) -> Iterator[Entry]:
    vault, before = insights.vault, insights.today
    several = len(door.thread.introducers) > 1
    for moment in moments:
        event, introducer = moment.event, vault.called(moment.spoke.introducer)
        who, words = WORDS[event.word]
        silent = (event.date - before).days
        yield Entry(
            day_near(event.date, event.date),
            event.date.isoformat(),
            who,
            told(insights, door, moment),
            line_words(event.text, vault),
            f"via {introducer}" if several and "{introducer}" not in words else "",
            _year(event.date, before),
            _silence(silent) if silent > 0 else None,
        )
        before = event.date


def _year(when: date, before: date) -> str:
    return "" if when.year == before.year else str(when.year)


def _silence(length: int, *, stalled: bool = False) -> Silence:
    words = f"silent for {span(length)}" if stalled else span(length)
    return Silence(
        min(LONGEST, PIXELS_A_DAY * length),
        words if length >= NAMED_SILENCE or stalled else "",
        PIXELS_A_DAY * length > LONGEST,
        stalled,
    )
