"""Worth finding out: the unknown ties whose answers would help a stalled door most.

What limits the advice is what has been written down. For a door with candidates `C` and their
chances `P`, a question about `C` may be answered with `no tie` or with 1 to 5. Its worth is

    gain = Σ_answers weight · max(P_C after the answer, best P of the others) − best P now

with weights `1 − P_know` for no tie and `P_know · (0.25, 0.30, 0.25, 0.15, 0.05)` for 1 to 5. Asked
about my own tie to `C`, no tie is impossible and the five weights stand alone. Only the part of
`P_C = P_ask · P_know · P_move` that the answer is about is computed anew:

    tie of C to the target, k:  P_know = KNOWS[k],  logit P_move + 1.2 · (TIE[k] − 0.35)
    my tie to C, k:             P_ask with closeness k

A question that cannot make anybody better than the present best costs one comparison.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Literal

from msgspec import Struct

from site_builder.insights.candidate import Candidate
from site_builder.insights.features import Evidence, Network, features_of
from site_builder.insights.insight import Door
from site_builder.insights.own_door import left_in_peace
from site_builder.insights.probability import (
    KNOWS,
    TIE,
    TIE_UNSTATED,
    faded_tie,
    logit,
    sigmoid,
    willing,
)
from site_builder.insights.stall import SECOND_DOOR_MOVES
from site_builder.model.contact import ContactId

WEIGHTS = {1: 0.25, 2: 0.30, 3: 0.25, 4: 0.15, 5: 0.05}
"""How close people usually turn out to be who know each other at all."""
CLOSEST = max(WEIGHTS)
LEAST_GAIN = 0.005
"""Half a chance in a hundred: what is worth less is not worth a question."""
ALMOST = 1e-12
"""Keeps a logit finite where own weights have driven a probability to its end."""

NO_EVIDENCE = Evidence(None, None, (), ())
"""Whether they will do it for me does not depend on whom they know."""

About = Literal["their tie", "my tie"]
Chance = Callable[[int], float]
"""A candidate's `P` by the closeness that the answer gives."""


class Unknown(Struct, frozen=True):
    """Something not written down that could change whom to ask for one door."""

    about: About
    """The person's tie to the target, or my own tie to the person."""
    contact: ContactId
    target: ContactId
    thread: str
    gain: float
    """By how much the answer is expected to raise the door's best chance."""
    first_from: int | None
    """The closeness from which on the person is the first to ask; none if already or never."""
    rival: ContactId | None
    """Who is first otherwise: the next in rank if the person is first now, else the first."""


class Asked(Struct, frozen=True):
    """The same question over several doors."""

    unknowns: tuple[Unknown, ...]
    """One a door, the greatest gain first."""
    gain: float


class _Field(Struct, frozen=True):
    """The candidates of one door, and the best chance and value among the others of each."""

    candidates: Sequence[Candidate]
    by_chance: tuple[Candidate, ...]
    """The best two by `p`."""

    @property
    def best(self) -> float:
        return self.by_chance[0].p

    def others(self, candidate: Candidate) -> float:
        """Return the best chance without this person."""
        return next((one.p for one in self.by_chance if one is not candidate), 0.0)

    def rival(self, candidate: Candidate) -> Candidate | None:
        """Return who is first by rank without this person."""
        return next((one for one in self.candidates[:2] if one is not candidate), None)


def needs_answers(door: Door) -> bool:
    """Tell whether somebody else may be asked for the door soon: due, or stalled on their side."""
    if door.move.name in SECOND_DOOR_MOVES:
        return True
    return door.stall.stalled and door.thread.turn != "me" and door.move.name != "park"


def unknowns_of(network: Network, door: Door) -> tuple[Unknown, ...]:
    """Return what is worth finding out for one door, the greatest gain first."""
    candidates = door.suggestion.suggested
    if not candidates or not needs_answers(door):
        return ()
    field = _Field(candidates, tuple(sorted(candidates, key=lambda one: -one.p)[:2]))
    pursued = network.pursued
    askable = [one for one in candidates if not left_in_peace(pursued.get(one.contact, ()))]
    found = (unknown for one in askable for unknown in _questions(network, door, field, one))
    worth = (unknown for unknown in found if unknown.gain >= LEAST_GAIN)
    return tuple(sorted(worth, key=lambda one: (-one.gain, one.contact, one.about)))


def added_up(unknowns: Iterable[Unknown]) -> tuple[Asked, ...]:
    """Return every question once, with its gain over all doors, the greatest first."""
    same: dict[tuple[About, ContactId, ContactId | None], list[Unknown]] = {}
    for unknown in unknowns:
        target = unknown.target if unknown.about == "their tie" else None
        same.setdefault((unknown.about, unknown.contact, target), []).append(unknown)
    asked = (
        Asked(
            tuple(sorted(group, key=lambda one: (-one.gain, one.thread))),
            sum(one.gain for one in group),
        )
        for group in same.values()
    )
    return tuple(sorted(asked, key=lambda one: (-one.gain, one.unknowns[0].contact)))


def _questions(
    network: Network, door: Door, field: _Field, candidate: Candidate
) -> Iterator[Unknown]:
    found = network.vault.tie(candidate.contact, door.thread.target)
    if found is None or found[0].closeness is None:
        none, chance = 1 - candidate.p_know, _by_their_tie(network, candidate)
        yield from _asked("their tie", door, field, candidate, chance=chance, none=none)
    most = candidate.p_know * candidate.p_move
    if network.vault.people[candidate.contact].closeness is None and most > field.others(candidate):
        chance = _by_my_tie(network, door, candidate)
        yield from _asked("my tie", door, field, candidate, chance=chance, none=0.0)


def _asked(  # noqa: PLR0913 - the parts of one question
    about: About,
    door: Door,
    field: _Field,
    candidate: Candidate,
    *,
    chance: Chance,
    none: float,
) -> Iterator[Unknown]:
    """Yield the question, unless no answer could make the candidate the best."""
    others = field.others(candidate)
    if chance(CLOSEST) <= others:
        return
    chances = {k: chance(k) for k in WEIGHTS}
    after = sum(WEIGHTS[k] * max(p, others) for k, p in chances.items())
    gain = none * others + (1 - none) * after - field.best
    rival = field.rival(candidate)
    reach = rival.value if rival else 0.0
    wins = (k for k, p in chances.items() if p * (1 - candidate.load) > reach)
    yield Unknown(
        about,
        candidate.contact,
        door.thread.target,
        door.thread.id,
        gain,
        next(wins, None) if candidate.rank > 1 else None,
        rival.contact if rival else None,
    )


def _by_their_tie(network: Network, candidate: Candidate) -> Chance:
    """Return the chance by how close candidate and target turn out to be."""
    slope = network.vault.settings.score.tie_move
    now = logit(min(1 - ALMOST, max(ALMOST, candidate.p_move)))

    def chance(k: int) -> float:
        return candidate.p_ask * KNOWS[k] * sigmoid(now + slope * (TIE[k] - TIE_UNSTATED))

    return chance


def _by_my_tie(network: Network, door: Door, candidate: Candidate) -> Chance:
    """Return the chance by how close the candidate turns out to be to me."""
    who, target, score = candidate.contact, door.thread.target, network.vault.settings.score
    features = features_of(network, who, target, evidence=NO_EVIDENCE, earlier=())
    rest = candidate.p_know * candidate.p_move

    def chance(k: int) -> float:
        return rest * willing(faded_tie(k, features.days_silent, score), features, score)

    return chance
