"""Grouping introductions into threads: one pursuit of one target, told over all its spokes."""

import re
import unicodedata
from collections.abc import Container, Iterable, Iterator
from datetime import date
from itertools import chain, count
from operator import itemgetter

from msgspec.structs import replace

from site_builder.insights.standing import BAR, INTRODUCER_SIDE, OWN_WORDS, standing_of
from site_builder.insights.thread import Moment, Standing, State, Thread, Threads
from site_builder.model.contact import ContactId
from site_builder.model.letters import LETTERS
from site_builder.model.vault import Spoke, Vault
from site_builder.tables import FRESH, Tables

UNSAFE = re.compile(rf"[^{LETTERS}-]+")
PursuitKey = tuple[ContactId, str]
"""The target and the `thread` key of the file, as part of an id."""
MET = OWN_WORDS | {"introduced"}
"""What takes a target's no back in the same pursuit: they are there after all."""
ANSWERS = MET | {"opted-in", "opted-out"}
UNMET: frozenset[State] = INTRODUCER_SIDE | {"idea", "passed"}
"""States in which the next word to the target would be an introducer's."""


def threads_of(vault: Vault, today: date, tables: Tables = FRESH) -> Threads:
    """Return my threads by id, in id order; drafts and favours for others take no part.

    To an audience that sees no log there are none: without events, each would be called an idea.
    """
    tables.constant("today", today)
    if not vault.audience.shows("log"):
        return {}
    paths = vault.paths
    pursuits = tables.group("pursuits", paths, pursued)
    name = tables.derive("pursuit name", pursuits, lambda key: ((_name(*key), key),))
    named = tables.invert("pursuit names", name)
    answers = tables.group("answers to asks", paths, lambda spoke: _said(spoke, today))

    def threads(name: str) -> tuple[tuple[str, Thread], ...]:
        names = _part_names(name, taken=named)
        found = (
            _heeding(part, answers.get(key[0], ()), today)
            for key in reversed(named[name])
            for part in _pursuit(names, pursuits[key], today)
        )
        return tuple((thread.id, thread) for thread in found)

    parts = tables.derive("pursuit threads", named, threads)
    found = tables.invert("parts of pursuits", parts)
    return tables.each("threads", found, itemgetter(0))


def pursued(spoke: Spoke) -> Iterator[tuple[PursuitKey, Spoke]]:
    """Yield an introduction with its pursuit; drafts and favours for others have none."""
    if spoke.requester is None and not spoke.intro.draft:
        yield (spoke.target, slug(spoke.intro.thread)), spoke


def _said(spoke: Spoke, today: date) -> Iterator[tuple[ContactId, Moment]]:
    """Yield what the target said to being introduced to me, and what became of it."""
    for _ in pursued(spoke):
        for event in spoke.intro.events:
            if event.word in ANSWERS and event.date <= today:
                yield spoke.target, Moment(event, spoke)


def _heeding(thread: Thread, answers: Iterable[Moment], today: date) -> Thread:
    """Return the thread, barred by a no in another pursuit unless the target is in it already."""
    if thread.standing.state not in UNMET or (no := standing_no(answers, today)) is None:
        return thread
    said = no.event.date
    return replace(thread, standing=Standing("barred", said, no, until=said + BAR))


def standing_no(answers: Iterable[Moment], today: date) -> Moment | None:
    """Return a target's latest no of the last 365 days that nothing has taken back."""
    *_, latest = None, *refusals(answers)
    return latest if latest is not None and latest.event.date >= today - BAR else None


def refusals(answers: Iterable[Moment]) -> Iterator[Moment | None]:
    """Yield after each answer of one target, as it was told, the latest no that still stands.

    An `opted-in` takes back every no; an introduction, an answer or a meeting that of its own
    pursuit, as nobody is in the way there any more.
    """
    standing: dict[str, Moment] = {}
    for answer in sorted(answers, key=_told):
        pursuit = slug(answer.spoke.intro.thread)
        if answer.event.word == "opted-in":
            standing.clear()
        else:
            standing.pop(pursuit, None)
        if answer.event.word == "opted-out":
            standing[pursuit] = answer
        yield max(standing.values(), key=lambda one: one.event.date, default=None)


def _told(answer: Moment) -> tuple[date, date, str]:
    """Order answers as a thread orders its events; those of a file are in order already."""
    intro = answer.spoke.intro
    return answer.event.date, intro.events[0].date, intro.path


def _name(target: ContactId, key: str) -> str:
    return f"{target}--{key}" if key else target


def pursuit_of(thread: Thread) -> PursuitKey:
    """Return what the parts of one pursuit share: its target and its key."""
    return thread.target, slug(thread.spokes[0].intro.thread)


def part_number(thread: str, target: ContactId, pursuit: str) -> int:
    """Return which part of its pursuit a thread is, from 1 on, by its id."""
    return int(thread.removeprefix(_name(target, slug(pursuit))).removeprefix("--") or 1)


def part_id(thread: Thread, number: int) -> str:
    """Return the id of a part of the same pursuit."""
    return _part_id(_name(*pursuit_of(thread)), number)


def _part_id(name: str, number: int) -> str:
    return name if number == 1 else f"{name}--{number}"


def slug(text: str) -> str:
    """Return a text as part of an id: lower case, words joined by hyphens."""
    folded = unicodedata.normalize("NFC", text).casefold()
    return UNSAFE.sub("-", folded).strip("-")


def _part_names(name: str, *, taken: Container[str]) -> Iterator[str]:
    """Yield `NAME`, `NAME--2` …; a number that is another pursuit's name is passed over.

    They serve all pursuits of that name: `t` with the key `k` and a contact `t--k` have the same.
    """
    return chain([name], (n for i in count(2) if (n := _part_id(name, i)) not in taken))


def _pursuit(names: Iterator[str], spokes: Iterable[Spoke], today: date) -> Iterator[Thread]:
    """Split the spokes where one begins after the thread so far was over."""
    part: list[Spoke] = []
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
