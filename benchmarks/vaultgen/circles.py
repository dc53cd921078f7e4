"""Deal people into circles of bounded size, so that only their number grows."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from .draws import maybe
from .person import Person, Stay
from .words import ADJECTIVES, NOUNS

if TYPE_CHECKING:
    from datetime import date
    from random import Random

SHAPES = {  # kind: share of the people, smallest and largest circle
    "team": (0.7, 5, 12),
    "unit": (0.5, 10, 40),
    "practice": (0.5, 15, 60),
    "employer": (0.85, 20, 200),
    "school": (0.7, 20, 120),
    "community": (0.4, 40, 300),
    "place": (0.8, 80, 400),
    "heritage": (0.08, 15, 60),
    "faith": (0.05, 15, 50),
}
LASTS = {"team": 4, "unit": 5, "practice": 12, "employer": 7, "school": 5}
SMALL = {"team", "unit"}
FRIENDS = 6


def deal_circles(rng: Random, people: list[Person], today: date) -> None:
    """Give every person their circles, some of them a second team."""
    for name in [*SHAPES, "second-team"]:
        kind = name.removeprefix("second-")
        share, low, high = SHAPES[kind]
        chosen = [one for one in people if one.me or rng.random() < share]
        rng.shuffle(chosen)
        for number, members in enumerate(_cut(rng, chosen, low, high)):
            again = "" if name == kind else "other-"
            group = f"{kind}/{again}{_slug(rng, kind, number)}"
            _join(rng, kind, group, members, today)


def _cut(rng: Random, people: list[Person], low: int, high: int) -> list[list[Person]]:
    """Cut a list into pieces of low to high people, small ones more often."""
    cuts = [0]
    while len(people) - cuts[-1] >= 2 * low:
        room = min(high, len(people) - cuts[-1] - low)
        cuts.append(cuts[-1] + int(rng.triangular(low, room, low)))
    return [people[start:end] for start, end in pairwise([*cuts, len(people)])]


def _slug(rng: Random, kind: str, number: int) -> str:
    noun = rng.choice(NOUNS[kind].split())
    return f"{rng.choice(ADJECTIVES)}-{noun}-{number + 1}"


def _join(rng: Random, kind: str, group: str, members: list[Person], today: date) -> None:
    founded = rng.randint(today.year - 25, today.year - 3)
    for place, person in enumerate(members):
        years = _years(rng, kind, founded, today.year)
        person.stays.append(Stay(group, years))
        if kind in SMALL:
            person.circle += members[place + 1 :][:FRIENDS]


def _years(rng: Random, kind: str, founded: int, this_year: int) -> str:
    if kind not in LASTS or maybe(rng, 0.15):
        return ""
    start = min(this_year, founded + rng.randint(0, 6))
    end = start + rng.randint(0, LASTS[kind])
    if end >= this_year:
        return f"{start}-"
    return f"{start}-{end}" if end > start else f"{start}"
