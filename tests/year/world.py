"""What others do on a day: introducers agree, pass and introduce, targets answer or do not."""

from datetime import date
from random import Random

from tests.year.notes import later
from tests.year.town import Town

TOUCHES = {"wrote", "nudged", "interrupted", "proposed"}
INTRODUCES = {
    "asked": (("agreed", 55), ("passed", 20), ("opt-in-asked", 25)),
    "agreed": (("opt-in-asked", 90), ("passed", 10)),
    "opt-in-asked": (("opted-in", 85), ("opted-out", 10), ("passed", 5)),
    "opted-in": (("introduced", 100),),
}
"""What an introducer comes to next, by what was logged last, with weights."""


def world_moves(dice: Random, town: Town, today: date) -> None:
    """Let everybody but me act for a day."""
    for path, note in sorted(town.notes.files.items()):
        if path.startswith("intros/") and (words := town.notes.words(path)):
            if "introduced" in words:
                _target(dice, town, path, today)
            else:
                _introducer(dice, town, path, today, pace=town.pace[note.facts["introducer"]])


def _introducer(dice: Random, town: Town, path: str, today: date, *, pace: float) -> None:
    words = town.notes.words(path)
    own = [word for word in words if word not in ("reminded", "thanked", "paused", "closed")]
    called_off = words[-1] in ("thanked", "closed")
    if not own or dice.random() > (pace / 10 if called_off else pace):
        return
    if ways := INTRODUCES.get(own[-1]):
        names, weights = zip(*ways, strict=True)
        (word,) = dice.choices(names, weights)
        town.notes.log(path, today, word)


def _target(dice: Random, town: Town, path: str, today: date) -> None:
    words = town.notes.words(path)
    words = [w for w in words[words.index("introduced") :] if w not in ("thanked", "paused")]
    target = town.notes.files[path].facts["target"]
    if words[-1] == "scheduled":
        if dice.random() < 0.02:
            town.notes.log(path, today, "scheduled", later(today, dice.randint(1, 20)))
    elif words[-1] in TOUCHES and dice.random() < town.pace[target]:
        (word,) = dice.choices(("replied", "scheduled", "opted-out"), (70, 25, 5))
        rest = later(today, dice.randint(1, 20)) if word == "scheduled" else ""
        town.notes.log(path, today, word, rest)
