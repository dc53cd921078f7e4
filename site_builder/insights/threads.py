"""Grouping introductions into threads: one pursuit of one target, told over all its spokes."""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from itertools import chain, count

from site_builder.insights.standing import standing_of
from site_builder.insights.thread import Moment, Thread
from site_builder.model.vault import Spoke, Vault

UNSAFE = re.compile(r"[^\w-]+")


def threads_of(vault: Vault, today: date) -> tuple[Thread, ...]:
    """Return my threads in id order; drafts and favours for others take no part.

    To an audience that sees no log there are none: without events, each would be called an idea.
    """
    if not vault.audience.shows("log"):
        return ()
    pursuits: dict[tuple[str, str], list[Spoke]] = {}
    for spoke in vault.spokes:
        if spoke.requester is None and not spoke.intro.draft:
            key = slug(spoke.intro.thread)
            pursuits.setdefault((spoke.target, key), []).append(spoke)
    named = {
        f"{target}--{key}" if key else target: spokes for (target, key), spokes in pursuits.items()
    }
    threads = [
        thread
        for name, spokes in named.items()
        for thread in _pursuit(name, spokes, today, taken=named.keys())
    ]
    return tuple(sorted(threads, key=lambda thread: thread.id))


def slug(text: str) -> str:
    """Return a text as part of an id: lower case, words joined by hyphens."""
    folded = unicodedata.normalize("NFC", text).casefold()
    return UNSAFE.sub("-", folded).strip("-")


def _pursuit(
    name: str, spokes: Iterable[Spoke], today: date, *, taken: Collection[str]
) -> Iterator[Thread]:
    """Split the spokes where one begins after the thread so far was over.

    The parts are `NAME`, `NAME--2` …; a number that is another pursuit's name is passed over.
    """
    part: list[Spoke] = []
    names = chain([name], (n for i in count(2) if (n := f"{name}--{i}") not in taken))
    for first, spoke in sorted(((_first(s, today), s) for s in spokes), key=_spoke_order):
        if part and first != date.max:
            ended = standing_of(_moments(part, today), today).over_on
            if ended is not None and first > ended:
                yield _thread(next(names), part, today)
                part = []
        part.append(spoke)
    yield _thread(next(names), part, today)


def _spoke_order(pair: tuple[date, Spoke]) -> tuple[date, str]:
    return pair[0], pair[1].intro.path


def _first(spoke: Spoke, today: date) -> date:
    """Return the day of the spoke's first event; one without any comes last."""
    events = spoke.intro.events
    return events[0].date if events and events[0].date <= today else date.max


def _moments(spokes: Iterable[Spoke], today: date) -> tuple[Moment, ...]:
    """Return the events up to today: by date, then by spoke, then by place in the file."""
    moments = [
        Moment(event, spoke)
        for spoke in spokes
        for event in spoke.intro.events
        if event.date <= today
    ]
    return tuple(sorted(moments, key=lambda moment: moment.event.date))


def _thread(name: str, spokes: list[Spoke], today: date) -> Thread:
    moments = _moments(spokes, today)
    return Thread(
        id=name,
        target=spokes[0].target,
        spokes=tuple(spokes),
        moments=moments,
        standing=standing_of(moments, today),
    )
