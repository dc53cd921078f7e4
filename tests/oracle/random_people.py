"""Random people: few circles, odd years, ties of every strength, no two alike."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path
    from random import Random

FIRST = [
    "Ada",
    "Bo",
    "Cleo",
    "Dag",
    "Eli",
    "Fay",
    "Gus",
    "Hal",
    "Ida",
    "Jon",
    "Kit",
    "Lea",
    "Mio",
    "Nia",
    "Ove",
    "Pia",
]
LAST = ["Holm", "Berg", "Vance", "Quill", "Stone", "Marsh", "Field", "Reed", "Thorn", "Wells"]
GROUPS = [
    "team/rowing",
    "team/band",
    "unit/lab",
    "unit/office",
    "practice/law",
    "employer/acme",
    "employer/globex",
    "school/kth",
    "school/mit",
    "community/chess",
    "place/oslo",
    "heritage/nordic",
    "faith/quaker",
]
TIGHT = ["team/rowing", "team/band", "unit/lab", "practice/law", "employer/acme", "school/kth"]
AGES = [0, 1, 20, 30, 90, 200, 364, 365, 366, 700, 2000]
CLOSENESS = ["", "", "1", "2", "3", "4", "5"]
STANDINGS = ["0", "0.3", "0.5", "0.9", "1"]
MARKS = ["", "", "", "", "?"]
WORDS = ["", "", " met at work", " 3 years together", " only heard of her"]


@dataclass
class Cast:
    """The people of one vault, as the intros need them."""

    visible: list[str]  # may be target or introducer: neither me nor a draft
    me: str = ""
    ask_no: set[str] = field(default_factory=set)
    names: dict[str, str] = field(default_factory=dict)
    aliases: dict[str, str] = field(default_factory=dict)
    tight: bool = False  # everybody shares circles and listens to everybody

    def refer(self, rng: Random, person: str) -> str:
        """Return one of the ways to write a reference to a person."""
        return rng.choice(
            [
                person,
                person,
                person,
                f'"[[{person}]]"',
                f'"[[{person}|Someone]]"',
                self.aliases.get(person, person),
                self.names[person],
            ]
        )


def write_people(rng: Random, root: Path, today: date) -> Cast:
    """Write the contacts and return who is who."""
    full = [f"{first} {last}" for first in FIRST for last in LAST]
    names = {name.lower().replace(" ", "-"): name for name in rng.sample(full, 25)}
    people = list(names)[: rng.choice([8, 9, 10, 12, 15, 20, 25])]
    me = people.pop() if rng.random() < 0.9 else ""
    draft = people.pop() if rng.random() < 0.3 else ""
    cast = Cast(people, me, names=names, tight=rng.random() < 0.2)
    cast.ask_no = {one for one in people if rng.random() < 0.1}
    cast.aliases = {one: f"{one}-x" for one in people if rng.random() < 0.2}
    groups = rng.sample(GROUPS, k=rng.randint(4, len(GROUPS)))
    groups = TIGHT if cast.tight else groups
    for person in [*people, *filter(None, [me, draft])]:
        fields = [f"name: {names[person]}", *_fields(rng, person, cast, groups, today)]
        if person == me:
            fields.append("me: true")
        if person == draft:
            fields.append("draft: true")
        folder = root / "contacts" / rng.choice(["", "", "friends"])
        folder.mkdir(parents=True, exist_ok=True)
        text = "\n".join(["---", *fields, "---", "", *_log(rng, today)])
        (folder / f"{person}.md").write_text(text + "\n", encoding="utf-8")
    return cast


def _fields(rng: Random, person: str, cast: Cast, groups: list[str], today: date) -> list[str]:
    found = []
    if person in cast.aliases:
        found.append(f"aliases: [{cast.aliases[person]}]")
    if person != cast.me:
        found += _my_side(rng, person, cast, today)
    found += _listed("groups", _groups(rng, groups, today, tight=cast.tight))
    found += _listed("knows", _ties(rng, person, cast))
    others = [one for one in cast.visible if one != person]
    heard = rng.sample(others, k=5 if cast.tight else rng.choice([0, 0, 1, 3]))
    marks = [rng.choice(["1"] if cast.tight else STANDINGS) for _ in heard]
    standing = [f"{one} {mark}" for one, mark in zip(heard, marks, strict=True)]
    return found + _listed("standing", standing)


def _my_side(rng: Random, person: str, cast: Cast, today: date) -> list[str]:
    found = []
    closeness = rng.choice(CLOSENESS[-2:] if cast.tight else CLOSENESS)
    if closeness:
        found.append(f"closeness: {closeness}")
    if rng.random() < 0.5:
        found.append(f"last_contact: {today - timedelta(days=rng.choice(AGES))}")
    if person in cast.ask_no:
        found.append("ask: no")
    elif rng.random() < 0.3:
        found.append(f"ask: {rng.choice(['sparingly', 'yes'])}")
    return found


def _listed(key: str, items: list[str]) -> list[str]:
    return [f"{key}:", *(f"  - {item}" for item in items)] if items else []


def _groups(rng: Random, groups: list[str], today: date, *, tight: bool) -> list[str]:
    if tight:
        return [f"{group} 2009-2014" for group in groups if rng.random() < 0.6]
    chosen = rng.sample(groups, k=rng.randint(0, min(5, len(groups))))
    again = [  # a second stay in the same circle, its years known
        f"{group} {rng.choice(['1999-2001', '2008', '2015-2018'])}"
        for group in chosen
        if rng.random() < 0.15 and not group.startswith("school")
    ]
    return [group + _years(rng, today) for group in chosen] + again


def _years(rng: Random, today: date) -> str:
    start = rng.randint(2005, 2012)
    return rng.choice(
        [
            "",
            f" {start}",
            f" {start}-{start + rng.randint(0, 4)} a happy time",
            f" {start}-{start + rng.randint(0, 4)}",
            f" {start}-",
            f" {today.year - 1}-",
            f" {today.year}-",
            " the good old days",
        ]
    )


def _ties(rng: Random, person: str, cast: Cast) -> list[str]:
    """Return this person's ties; one in six people is a hub."""
    others = [one for one in cast.visible if one != person]
    most = len(others) if rng.random() < 0.16 else 3
    chosen = rng.sample(others, k=rng.randint(0, min(most, len(others))))
    found = []
    for one in chosen:
        mark = rng.choice(CLOSENESS) + rng.choice(MARKS)
        text = rng.choice(WORDS) if mark else rng.choice(["", " by hearsay"])
        who = rng.choice([one, one, one, f'"[[{one}]]"'])
        if who.startswith('"'):
            found.append(f'"[[{one}]] {mark}{text}"' if mark else f'"[[{one}]]{text}"')
        else:
            found.append(f"{one} {mark}{text}".rstrip() if mark else f"{one}{text}")
    return found


def _log(rng: Random, today: date) -> list[str]:
    if rng.random() < 0.6:
        return ["Nothing to say."]
    days = [today - timedelta(days=rng.choice(AGES)) for _ in range(rng.randint(1, 3))]
    return ["## Log", "", *(f"- {day}{rng.choice([': ', ' call: '])}talked" for day in days)]
