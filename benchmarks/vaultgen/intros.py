"""Tell stories about people who know each other and write them down as intros."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import count
from typing import TYPE_CHECKING

from .draws import maybe
from .intro_files import Spoke, intro_text
from .stories import OPEN, OVER, Story

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from .person import Person

APART = timedelta(days=183)  # between two asks of one person: never three in a year
TRIES = 20
FAVOURITE = 0.4


def plan_intros(
    rng: Random, people: list[Person], wanted: int, today: date
) -> Iterator[tuple[str, str]]:
    """Yield the name and text of so many intro files, in time linear in their number."""
    others = people[1:]
    stories, targets = _stories(rng), _targets(rng, others)
    names: set[str] = set()
    while wanted > 0:
        story = next(stories)
        if len(story.spokes) > wanted:
            continue
        wanted -= len(story.spokes)
        for spoke in _tell(rng, story, targets, others, today):
            yield _file_name(spoke, names, today), intro_text(rng, spoke)


def _stories(rng: Random) -> Iterator[Story]:
    """Yield every open story once, then whatever comes."""
    yield from rng.sample(OPEN, k=len(OPEN))
    told = OVER + OPEN
    weights = [story.weight for story in told]
    while True:
        yield rng.choices(told, weights)[0]


def _targets(rng: Random, others: list[Person]) -> Iterator[tuple[Person, str]]:
    """Yield everybody once without a thread key, then again with one."""
    for again in count(1):
        key = "" if again == 1 else f"Matter {again}"
        for person in rng.sample(others, k=len(others)):
            yield person, key


def _tell(
    rng: Random,
    story: Story,
    targets: Iterator[tuple[Person, str]],
    others: list[Person],
    today: date,
) -> list[Spoke]:
    end = today - timedelta(days=rng.randint(*story.silent))
    firsts = [_first_day(spoke, end) for spoke in story.spokes]
    for _ in range(TRIES):
        target, key = next(targets)
        chosen = _introducers(rng, target, firsts)
        if chosen:
            break
    else:  # too few people for good manners: any two will do
        spare = [one for one in others if one is not target and one.ask != "no"]
        spare = spare or [one for one in others if one is not target]
        chosen = [rng.choice(spare) for _ in firsts]
    for person, first in zip(chosen, firsts, strict=True):
        if not story.draft:
            person.asked.append(first)
    asker = _asker(rng, others, [target, *chosen]) if story.favour else ""
    return [
        Spoke(story, steps, target.id, person.id, key, asker, end, today)
        for steps, person in zip(story.spokes, chosen, strict=True)
    ]


def _asker(rng: Random, others: list[Person], taken: list[Person]) -> str:
    """Return somebody else, or nobody where there is nobody else."""
    tried = (rng.choice(others) for _ in range(TRIES))
    return next((one.id for one in tried if one not in taken), "")


def _first_day(steps: str, end: date) -> date:
    return end - timedelta(days=int(steps.split(maxsplit=1)[0]) if steps else 0)


def _introducers(rng: Random, target: Person, firsts: list[date]) -> list[Person]:
    """Choose one willing and rested person per spoke, empty where there are too few."""
    chosen: list[Person] = []
    for first in firsts:
        fit = [
            one
            for one in target.tied
            if one.ask != "no" and one not in chosen and _is_rested(one, first)
        ]
        if not fit:
            return []
        tried = max(fit, key=lambda one: len(one.asked))
        chosen.append(tried if maybe(rng, FAVOURITE) else rng.choice(fit))
    return chosen


def _is_rested(person: Person, first: date) -> bool:
    return all(abs(first - day) >= APART for day in person.asked)


def _file_name(spoke: Spoke, names: set[str], today: date) -> str:
    """Return a name no other intro has; the intros of past years lie in folders."""
    stem = f"{spoke.begun}-{spoke.target}-via-{spoke.introducer}"
    while stem in names:
        stem += "-again"
    names.add(stem)
    year = spoke.begun.year
    return f"{stem}.md" if year == today.year else f"{year}/{stem}.md"
