"""The replay as it is shown: how often the ranking was right, and case by case."""

from collections.abc import Iterator
from datetime import timedelta

from msgspec import Struct

from site_builder.insights.evidence_tries import Outcome
from site_builder.insights.replay import TOP, Replay, Replayed
from site_builder.model.vault import Vault
from site_builder.pages.interval import Interval, interval_of
from site_builder.pages.long_list import Some, first_lines
from site_builder.pages.page import Ref, href, intro_address
from site_builder.pages.refs import person_ref
from site_builder.pages.words import capital, day, percent, plural

DATED = (
    "Events and log lines count up to the day before each ask; ties, circles and closeness bear no "
    "date and are taken as they are written today, which flatters the ranking."
)
COMMITTED = (
    "Each ask was ranked on the files as they were committed on the day before it; what was known "
    "but not committed is missing, which does the ranking less than justice."
)
OUTCOMES: dict[Outcome, str] = {
    "answered": "answered",
    "unanswered": "no answer",
    "pending": "not decided yet",
}


class HitLine(Struct, frozen=True):
    """One question put to all cases."""

    label: str
    interval: Interval
    chance: str
    """What a blind pick among those named would have found; empty where it is not told."""


class CaseLine(Struct, frozen=True):
    """One past introduction."""

    intro: Ref
    asked: str
    """The day of the ask."""
    answer: str
    """`rank 2 of 5; first: Ben Ito`, or why they would not have been named."""
    outcome: str


class ReplayView(Struct, frozen=True):
    """All of it."""

    verdict: str
    hits: tuple[HitLine, ...]
    """Empty where there are too few cases for a rate."""
    cases: Some[CaseLine]
    notes: tuple[str, ...]


def replay_view(vault: Vault, found: Replay, *, shown: int, known: str = DATED) -> ReplayView:
    """Return what the replay says; `known` tells what each ranking rested on."""
    hits = tuple(_hits(found)) if found.hits(1).claim != "none" else ()
    cases = first_lines(found.cases, shown, line=lambda case: _case(vault, case))
    return ReplayView(_verdict(found), hits, cases, tuple(_notes(found, known)))


def _hits(found: Replay) -> Iterator[HitLine]:
    for who, opened in (("The person you asked", False), ("The one who opened the door", True)):
        for top, place in ((1, "first"), (TOP, "among the first three")):
            interval = interval_of(found.hits(top, opened=opened), noun="introduction")
            chance = "" if opened else percent(found.chance(top))
            yield HitLine(f"{who} was named {place}", interval, chance)


def _notes(found: Replay, known: str) -> Iterator[str]:
    if found.cases:
        yield known
    if found.again:
        left = plural(found.again, "introduction")
        yield f"Left out: {left} by somebody who had introduced you before; others are ranked."
    if found.unknown:
        left = plural(found.unknown, "introduction")
        yield f"Left out: {left} of which nothing is on record before the ask."


def _verdict(found: Replay) -> str:
    """Return whether the ranking did better than picking blindly among those it named."""
    if not found.cases:
        return "Nothing to look back on yet: it takes an introduction by a second person."
    if found.hits(1).claim == "none":
        return f"{capital(interval_of(found.hits(1), noun='introduction').words)}."
    sign = "An early sign: " if found.hits(1).claim == "early" else "Clearly "
    places = [(found.hits(top).bounds, found.chance(top)) for top in (1, TOP)]
    if any(low > chance for (low, _), chance in places):
        return f"{sign}better than a blind pick among those it named."
    if any(high < chance for (_, high), chance in places):
        return f"{sign}worse than a blind pick among those it named."
    return "A blind pick among those it named might have done as well."


def _case(vault: Vault, case: Replayed) -> CaseLine:
    name = f"{person_ref(vault, case.target).text} through {person_ref(vault, case.asked).text}"
    return CaseLine(
        intro=Ref(name, href(intro_address(case.intro))),
        asked=day(case.day + timedelta(days=1)),
        answer=_answer(vault, case),
        outcome=OUTCOMES[case.outcome],
    )


def _answer(vault: Vault, case: Replayed) -> str:
    if case.rank is None:
        return f"not named: {case.missed_because}"
    place = f"rank {case.rank} of {case.of}"
    if case.rank == 1 or case.first is None:
        return place
    return f"{place}; first: {person_ref(vault, case.first).text}"
