"""A town of invented people: who knows whom, which circles they share, how they are."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from tests.year.notes import Note, Notes

NAMES = (
    *("Ada", "Bela", "Cleo", "Dario", "Edda", "Falk", "Gita", "Hugo", "Ines", "Jarl", "Kaya"),
    *("Lino", "Mara", "Nils", "Olga", "Pavo", "Quin", "Rita", "Sven", "Tova", "Udo", "Vera"),
    *("Wim", "Xenia", "Yuri", "Zita", "Arno", "Brit", "Cara", "Dirk"),
)
CIRCLES = ("team/rowing", "team/choir", "unit/lab", "practice/maps", "school/kth", "place/oslo")
GRADES = ("1", "2", "3", "3", "4", "4", "5", "3?")
YEARS = ("", "2009-2014", "2012-", "1999-2003")
TARGETS = 8


@dataclass(frozen=True)
class Pursuit:
    """Whom I would like to reach, from which day on."""

    target: str
    begins: date
    facts: dict[str, str]


@dataclass
class Town:
    """The people, how ready each is to answer on a day, and what I am after."""

    notes: Notes
    pace: dict[str, float]
    pursuits: list[Pursuit]


def town(dice: Random, first: date) -> Town:
    """Make a town of thirty people and me."""
    ids = [name.lower() for name in NAMES]
    busy = dice.choice((2, 5))
    notes = Notes(
        {"contacts/me.md": Note({"name": "Robin", "me": "true", "groups": _groups(dice)})}
    )
    for who in ids:
        others = dice.sample([one for one in ids if one != who], dice.randint(0, busy))
        ties = ", ".join(f"{one} {dice.choice(GRADES)}" for one in others)
        facts = {"name": who.title(), "email": f"{who}@{who}.example"}
        facts |= {"groups": _groups(dice), "knows": f"[{ties}]"}
        if dice.random() < 0.15 * busy:
            facts["closeness"] = dice.choice("122334445")
            facts["last_contact"] = str(first - timedelta(days=dice.randint(1, 400)))
        if dice.random() < 0.2:
            facts["ask"] = dice.choice(("no", "sparingly"))
        notes.files[f"contacts/{who}.md"] = Note(facts)
    pace = {who: dice.choice((0.02, 0.06, 0.15, 0.3)) for who in ids}
    return Town(notes, pace, [*_pursuits(dice, dice.sample(ids, TARGETS), first)])


def _groups(dice: Random) -> str:
    chosen = dice.sample(CIRCLES, dice.randint(0, 3))
    return f"[{', '.join(f'{one} {dice.choice(YEARS)}'.strip() for one in chosen)}]"


def _pursuits(dice: Random, targets: list[str], first: date) -> list[Pursuit]:
    pursuits: list[Pursuit] = []
    for target in [*targets, targets[0]]:
        facts = {"goal": f"What {target.title()} learned from the move"}
        begins = first + timedelta(days=dice.randint(0, 150))
        if dice.random() < 0.4:
            facts["deadline"] = str(begins + timedelta(days=dice.randint(20, 90)))
        if len(pursuits) == len(targets):
            facts["thread"] = "second matter"
        pursuits.append(Pursuit(target, begins, facts))
    return pursuits
