"""Invent people: names, my tie to them, and the circles they belong to."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from .circles import deal_circles
from .draws import maybe
from .person import Person
from .words import FIRST, LAST_HEAD, LAST_TAIL

if TYPE_CHECKING:
    from random import Random

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
PLAIN = str.maketrans("ÅåØøë", "AaOoe")
CLOSENESS = [None, 1, 2, 3, 4, 5]
HOW_OFTEN = [30, 14, 28, 18, 7, 3]


def invent_people(rng: Random, count: int, today: date) -> list[Person]:
    """Return so many people; the first of them is me."""
    people = [Person(_id(name), name) for name in _names(rng, count)]
    people[0].me = True
    for person in people[1:]:
        _meet(rng, person, today)
    deal_circles(rng, people, today)
    return people


def _names(rng: Random, count: int) -> list[str]:
    """Return different names; past some 90,000 people middle initials begin."""
    plain = len(FIRST) * len(LAST_HEAD) * len(LAST_TAIL)
    rounds = 1 + count // plain
    return [_name(number, plain) for number in rng.sample(range(plain * rounds), count)]


def _name(number: int, plain: int) -> str:
    again, number = divmod(number, plain)
    number, first = divmod(number, len(FIRST))
    head, tail = divmod(number, len(LAST_TAIL))
    middle = ""
    while again:
        again, letter = divmod(again - 1, len(LETTERS))
        middle += f" {LETTERS[letter]}."
    return f"{FIRST[first]}{middle} {LAST_HEAD[head]}{LAST_TAIL[tail]}"


def _id(name: str) -> str:
    return name.translate(PLAIN).lower().replace(".", "").replace(" ", "-")


def _meet(rng: Random, person: Person, today: date) -> None:
    person.closeness = rng.choices(CLOSENESS, HOW_OFTEN)[0]
    if maybe(rng, 0.4 + 0.1 * (person.closeness or 0)):
        days = int(rng.triangular(1, 1200, 60))
        person.last_contact = today - timedelta(days=days)
    person.ask = rng.choices(["no", "sparingly", "yes"], [5, 10, 85])[0]
