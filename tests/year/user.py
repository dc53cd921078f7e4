"""A user who does what the program advises: today, some days late, or never."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from site_builder.insights.analyse import suggestion_for
from site_builder.insights.candidate import Candidate
from site_builder.insights.insight import Door, Insights
from site_builder.insights.needless import needless, told_already
from site_builder.insights.stall import SECOND_DOOR_MOVES
from site_builder.insights.standing import INTRODUCER_SIDE
from site_builder.model.contact import ContactId
from site_builder.model.vault import Spoke
from site_builder.pages.drafts import must_wait
from site_builder.pages.today_lists import today_lists
from tests.year.notes import Note, later
from tests.year.town import Town


@dataclass(frozen=True)
class Deed:
    """What was done at a door, and the word that was logged for it."""

    thread: str
    move: str
    path: str
    word: str


@dataclass
class User:
    """How ready I am to do on a day what is advised."""

    dice: Random
    zeal: float

    def acts(self, town: Town, insights: Insights, today: date) -> list[Deed]:
        """Do what the day's advice says, as far as I come to it."""
        self._begin(town, insights, today)
        deeds = []
        for door in insights.doors:
            if self.dice.random() < self.zeal:
                deeds += self._do(town, door, today)
        for door, spoke in today_lists(insights)().loops:
            if self.dice.random() < self.zeal:
                deeds.append(_log(town, door, spoke.intro.path, today, "thanked"))
        return deeds

    def _begin(self, town: Town, insights: Insights, today: date) -> None:
        for pursuit in [one for one in town.pursuits if one.begins <= today]:
            first = next(iter(suggestion_for(insights, ContactId(pursuit.target)).suggested), None)
            if first is not None and not self._asks_how_well(town, first, pursuit.target):
                facts = {"target": pursuit.target, "introducer": str(first.contact)}
                path = f"intros/{today}-{pursuit.target}-{first.contact}.md"
                town.notes.files[path] = Note({**facts, **pursuit.facts})
                town.pursuits.remove(pursuit)

    def _asks_how_well(self, town: Town, first: Candidate, target: str) -> bool:
        """Ask how well somebody knows the target where the advice says so, and note the answer."""
        if first.ask_first:
            facts = town.notes.files[f"contacts/{first.contact}.md"].facts
            ties = [
                *filter(None, facts["knows"][1:-1].split(", ")),
                f"{target} {self.dice.choice('1233')}",
            ]
            facts["knows"] = f"[{', '.join(ties)}]"
        return first.ask_first

    def _do(self, town: Town, door: Door, today: date) -> list[Deed]:
        move, deeds = door.move.name, []
        called_off = needless(door.thread, move, today) if move != "remind-introducer" else ()
        deeds += [_log(town, door, one.intro.path, today, "thanked") for one in called_off]
        if move in SECOND_DOOR_MOVES and move != "close-loop":
            return deeds + self._ask_next(town, door, today)
        if move == "ask" and must_wait(door):
            return deeds
        spoke = door.thread.present
        made = door.thread.introduced or spoke
        words = {
            "ask": (spoke, "asked", ""),
            "remind-introducer": (spoke, "reminded", ""),
            "nudge": (made, "nudged", ""),
            "interrupt": (made, "interrupted", ""),
            "close-loop": (made, "thanked", ""),
            "thank": (spoke, "thanked", ""),
            "park": (made, *self._rest(today)),
            "answer": (spoke, *self._answer(door, today)),
            "confirm": (spoke, *self._confirm(today)),
            **self._whim(made, today),
        }
        if move in words:
            where, word, rest = words[move]
            deeds.append(_log(town, door, where.intro.path, today, word + rest))
        return deeds

    def _whim(self, spoke: Spoke, today: date) -> dict[str, tuple[Spoke, str, str]]:
        """Now and then put a waiting door off, or give it up."""
        if self.dice.random() > (1 - self.zeal) / 40:
            return {}
        paused = ("paused", later(today, self.dice.randint(3, 40)))
        return {"wait": (spoke, *self.dice.choice((paused, ("closed", ": withdrawn"))))}

    def _answer(self, door: Door, today: date) -> tuple[str, str]:
        if door.thread.standing.state == "my-reply" and self.dice.random() < 0.3:
            return "scheduled", later(today, self.dice.randint(1, 20))
        return self.dice.choice(("wrote", "wrote", "proposed")), ""

    def _confirm(self, today: date) -> tuple[str, str]:
        if self.dice.random() < 0.7:
            return "met", ""
        return self.dice.choice((("proposed", ""), ("scheduled", later(today, 9))))

    def _rest(self, today: date) -> tuple[str, str]:
        if self.dice.random() < 0.3:
            return "closed", ": lost"
        return "paused", later(today, self.dice.randint(30, 100))

    def _ask_next(self, town: Town, door: Door, today: date) -> list[Deed]:
        chosen = next((one.intro.path for one in door.thread.spokes if not one.intro.events), None)
        if chosen is not None:
            return [_log(town, door, chosen, today, "asked")]
        first = door.allotment.first
        if first is None:
            return []
        if self._asks_how_well(town, first, str(door.thread.target)):
            return []
        deeds, spoke = [], door.thread.present
        if door.thread.standing.state in INTRODUCER_SIDE and not told_already(door.thread):
            deeds.append(_log(town, door, spoke.intro.path, today, "thanked"))
        facts = {**town.notes.files[spoke.intro.path].facts, "introducer": str(first.contact)}
        path = f"intros/{today}-{door.thread.id}-{first.contact}.md"
        town.notes.files[path] = Note(facts)
        if self.dice.random() > self.zeal:
            return deeds
        return [*deeds, _log(town, door, path, today, "asked")]


def _log(town: Town, door: Door, path: str, today: date, line: str) -> Deed:
    word = re.split(r"\W", line)[0]
    town.notes.log(path, today, word, line.removeprefix(word))
    return Deed(door.thread.id, door.move.name, path, word)


def days_of(first: date, days: int) -> list[date]:
    """Return the days of the year."""
    return [first + timedelta(days=number) for number in range(days)]
