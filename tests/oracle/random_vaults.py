"""Small vaults that are valid by document 1 and unkind to every rule of document 2."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING

from .random_edges import EDGES, pace_log
from .random_logs import Line, history, write_log
from .random_people import Cast, write_people

if TYPE_CHECKING:
    from pathlib import Path

KEYS = ["", "", "", "", "", "Board seat", "pilot"]
ASK_AGES = [0, 5, 13, 14, 15, 20, 21, 29, 30, 31, 60, 89, 90, 91, 200, 364, 365, 366]
OLD_AGES = [31, 60, 200, 364, 365, 365, 366]
DEADLINES = [-5, -1, 0, 1, 5, 9, 10, 13, 14, 15, 20, 21, 22, 40]
NEXT_DAYS = [-3, 0, 1, 1, 10]
YEAR = 365
LATER_WORDS = {"wrote", "nudged", "interrupted", "proposed", "scheduled", "replied"}


class Intro:
    """An intro file in the making."""

    def __init__(self, target: str, introducer: str, log: list[Line]) -> None:
        """Begin with the two people and the log."""
        self.target, self.introducer, self.log = target, introducer, log
        self.more: list[str] = []
        self.name = ""
        self.free = True  # free to be a draft or a favour, or to carry a thread key


def random_vault(seed: int, root: Path, today: date) -> None:
    """Write the vault of this seed: 8-25 people, 6-20 intros, every rule at its edge."""
    rng = Random(f"{seed} {today}")  # noqa: S311 - test data, no secret
    cast = write_people(rng, root, today)
    intros = _intros(rng, cast, today)
    _respect_refusals(intros)
    for number, intro in enumerate(intros):
        _finish(rng, intro, cast, today, number)
        _write(rng, root, intro, cast)


def _intros(rng: Random, cast: Cast, today: date) -> list[Intro]:
    count = rng.randint(6, 20)
    targets = rng.sample(cast.visible, k=rng.randint(2, 5))
    connectors = rng.sample(cast.visible, k=rng.randint(3, 6))
    intros: list[Intro] = []
    while len(intros) < count:
        target = rng.choice(targets if rng.random() < 0.8 else cast.visible)
        pool = connectors if rng.random() < 0.7 else cast.visible
        others = [one for one in pool if one != target]
        intros.append(Intro(target, rng.choice(others), history(rng, today)))
    if rng.random() < 0.4:
        _overask(rng, intros, connectors[0], today)
    for target in rng.sample(cast.visible, k=2):
        _go_to_the_edge(rng, intros, target, today)
    if rng.random() < 0.4:
        kept = [line for line in intros[-1].log if line.word in LATER_WORDS]
        intros[-1].log = pace_log(rng, today) + kept
    return intros


def _overask(rng: Random, intros: list[Intro], connector: str, today: date) -> None:
    """Give one connector many short asks, at the edges of every window."""
    endings = [[], [], ["agreed"], ["passed"], ["agreed", "introduced"], ["opt-in-asked"]]
    ages = rng.choice([ASK_AGES, OLD_AGES])
    for intro in rng.sample(intros, k=rng.randint(2, 5)):
        if intro.target == connector:
            continue
        intro.introducer = connector
        asked = today - timedelta(days=rng.choice(ages))
        words = ["asked", *rng.choice(endings)]
        later = [asked + timedelta(days=n * rng.choice([0, 1])) for n in range(len(words))]
        intro.log = [Line(day, word) for day, word in zip(later, words, strict=True)]


def _go_to_the_edge(rng: Random, intros: list[Intro], target: str, today: date) -> None:
    """Turn a few intros into the spokes of one thread at the edge of a rule."""
    fit = [intro for intro in intros if intro.free and intro.introducer != target]
    for intro, log in zip(fit[1:], rng.choice(EDGES)(rng, today), strict=False):
        intro.target, intro.log, intro.free = target, log, False


def _respect_refusals(intros: list[Intro]) -> None:
    """Drop the asks of a log that asks for one who declined within the year before."""
    refused: dict[str, list[date]] = {}
    for intro in intros:
        days = [line.day for line in intro.log if line.word == "opted-out"]
        refused.setdefault(intro.target, []).extend(days)
    for intro in intros:
        asked = [line.day for line in intro.log if line.word == "asked"]
        if any(_binds(no, day) for no in refused[intro.target] for day in asked):
            intro.log = [line for line in intro.log if line.word != "asked"]


def _binds(refused: date, asked: date) -> bool:
    return refused <= asked <= refused + timedelta(days=YEAR + 1)


def _finish(rng: Random, intro: Intro, cast: Cast, today: date, number: int) -> None:
    if intro.introducer in cast.ask_no:
        intro.log = [line for line in intro.log if line.word != "asked"]
    for field, chance, days in (("deadline", 0.3, DEADLINES), ("next", 0.1, NEXT_DAYS)):
        if rng.random() < chance:
            day = today + timedelta(days=rng.choice(days))
            intro.more.append(f"{field}: {day}{' call' * (field == 'next')}")
    key, roll = rng.choice(KEYS), rng.random()
    others = [one for one in cast.visible if one not in {intro.target, intro.introducer}]
    if not intro.free:
        key, roll = "", 1.0
    if key:
        intro.more.append(f"thread: {key}")
    if roll < 0.06:
        intro.more.append("draft: true")
    elif roll < 0.12:
        intro.more.append(f"requester: {rng.choice(others)}")
    elif roll < 0.18 and cast.me:
        intro.more.append(f"requester: {cast.me}")
    folder = rng.choice(["", "", "", "2026/", "old/"])
    letters = rng.sample("abcdefgh", k=3)
    intro.name = f"{folder}{''.join(letters)}-{number}"


def _write(rng: Random, root: Path, intro: Intro, cast: Cast) -> None:
    path = root / "intros" / f"{intro.name}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = [
        "---",
        f"target: {cast.refer(rng, intro.target)}",
        f"introducer: {cast.refer(rng, intro.introducer)}",
        "goal: Thirty minutes on the small thing",
        *intro.more,
        "---",
        "",
        "A word about it.",
        "",
        *write_log(rng, intro.log),
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
