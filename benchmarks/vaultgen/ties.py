"""State ties between people: mostly inside small circles, a few far away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .draws import maybe
from .words import TIE_TEXTS

if TYPE_CHECKING:
    from random import Random

    from .person import Person

STRENGTHS = ["", "1", "2", "3", "4", "5"]
HOW_OFTEN = [10, 10, 30, 28, 15, 7]
HUB = 18


def tie_people(rng: Random, people: list[Person]) -> None:
    """Give everybody two to seven stated ties, one in fifty up to eighteen."""
    others = people[1:]
    for person in others:
        near = [one for one in person.circle if not one.me]
        wanted = rng.randint(8, HUB) if maybe(rng, 0.02) else rng.randint(2, 5)
        chosen = rng.sample(near, k=min(wanted, len(near)))
        chosen += [rng.choice(others) for _ in range(max(1, wanted - len(chosen)))]
        for other in chosen:
            _tie(rng, person, other)


def _tie(rng: Random, person: Person, other: Person) -> None:
    if other is person or other.id in person.knows:
        return
    known = person.id in other.knows
    if known and maybe(rng, 0.7):  # one statement holds in both directions
        return
    person.knows[other.id] = _line(rng)
    if not known:
        person.tied.append(other)
        other.tied.append(person)


def _line(rng: Random) -> str:
    strength = rng.choices(STRENGTHS, HOW_OFTEN)[0]
    if strength in {"1", "2"} and maybe(rng, 0.3):
        return f"{strength}? only heard of it"
    return f"{strength} {rng.choice(TIE_TEXTS)}".strip() if maybe(rng, 0.4) else strength
