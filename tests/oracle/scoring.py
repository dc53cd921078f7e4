"""The three probabilities of a candidate (section 2.5)."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .asks import record
from .circles import common_paths, shared, stated_tie

if TYPE_CHECKING:
    from datetime import date

    from .records import Person
    from .threads import Analysis

TIE = {1: 0.15, 2: 0.35, 3: 0.60, 4: 0.80, 5: 0.95}
KNOW = {None: 0.80, 1: 0.50, 2: 0.80, 3: 0.95, 4: 0.97, 5: 0.97}
HEARSAY = 0.9
AS_INTRODUCER = frozenset({"agreed", "passed", "opt-in-asked", "introduced"})
AS_TARGET = frozenset({"replied", "scheduled", "met"})
CLOSE = 4


@dataclass(frozen=True)
class Evidence:
    """Whether a candidate knows the target: how likely, how close, how we know."""

    p_know: float
    tie: float
    stated: bool


def last_contact(person: Person, analysis: Analysis) -> date | None:
    """Return the latest contact with me on record."""
    days = list(person.contacted)
    for spoke in analysis.vault.spokes:
        for event in spoke.events:
            led = spoke.introducer == person.id and event.word in AS_INTRODUCER
            took = spoke.target == person.id and event.word in AS_TARGET
            if led or took:
                days.append(event.day)
    return max(days, default=None)


def my_tie(person: Person, analysis: Analysis) -> float:
    """Return my tie to a person after decay."""
    last = last_contact(person, analysis)
    strength = TIE[person.closeness or (2 if last else 1)]
    if last is None:
        return strength
    decay = 2 ** (-(analysis.today - last).days / 365)
    return strength * (max(0.5, decay) if (person.closeness or 0) >= CLOSE else decay)


def p_ask(person: Person, analysis: Analysis) -> float:
    """Return the probability that this person does it for me."""
    score, past = analysis.settings.score, record(person.id, analysis)
    yes, no, ignored = (past.count(word) for word in ("yes", "no", "ignored"))
    prior = score.ask_base + score.ask_slope * my_tie(person, analysis)
    weight = score.ask_weight
    p = (weight * prior + yes) / (weight + yes + no + 0.5 * ignored)
    return p / 2 if person.ask == "sparingly" else p


def evidence(person: Person, target: Person, analysis: Analysis) -> Evidence | None:
    """Return what says that a person knows the target, stated before inferred."""
    tie = stated_tie(person, target)
    if tie:
        p = KNOW[tie.closeness] * (HEARSAY if tie.hearsay else 1.0)
        return Evidence(p, TIE[tie.closeness or 2], stated=True)
    score, vault = analysis.settings.score, analysis.vault
    best: dict[str, float] = {}
    for item in shared(person, target, vault, analysis.settings):
        kind = item.group.partition("/")[0]
        term = item.beta * item.rarity * item.overlap
        best[kind] = max(best.get(kind, 0.0), term)
    paths = common_paths(person.id, target.id, vault)
    reach = score.know_paths * min(paths, score.know_paths_cap)
    p = min(score.know_cap, _logistic(score.know_base + sum(best.values()) + reach))
    return Evidence(p, TIE[2], stated=False) if p >= score.know_floor else None


def circle(person: Person, target: Person, analysis: Analysis) -> float:
    """Return I: how much the two share an ingroup, more if it is mine too."""
    best: dict[str, float] = {}
    for item in shared(person, target, analysis.vault, analysis.settings):
        if item.salience > 0:
            term = item.salience * item.rarity * item.overlap
            best[item.group] = max(best.get(item.group, 0.0), term)
    me = analysis.vault.people.get(analysis.vault.me or "")
    mine = {stay.group for stay in me.groups} if me else set()
    whole = 1 - math.prod(1 - term for term in best.values())
    return min(1.0, whole * (1.25 if mine & best.keys() else 1.0))


def distance(person: Person, introducers: list[str], analysis: Analysis) -> float:
    """Return D: 1 apart from every earlier introducer, 0.5 half, 0 not at all."""
    earlier = [analysis.vault.people[id_] for id_ in introducers]
    meets = any(shared(person, other, analysis.vault, analysis.settings) for other in earlier)
    knows = any(stated_tie(person, other) for other in earlier)
    return 1 - 0.5 * meets - 0.5 * knows


def p_move(
    person: Person, target: Person, known: Evidence, introducers: list[str], analysis: Analysis
) -> float:
    """Return the probability that the target moves if this person speaks."""
    score, base = analysis.settings.score, analysis.settings.score.base_reopen
    return _logistic(
        math.log(base / (1 - base))
        + score.move_tie * (known.tie - 0.4)
        + score.move_circle * circle(person, target, analysis)
        + score.move_distance * distance(person, introducers, analysis)
        + score.move_standing * (person.standing.get(target.id, 0.5) - 0.5)
    )


def _logistic(x: float) -> float:
    return 1 / (1 + math.exp(-x))
