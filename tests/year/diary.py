"""A year, day by day: what others did, what the program advised, what I did, what it said then."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from operator import itemgetter
from random import Random

from site_builder.compiler import Analysis
from site_builder.insights.insight import Door
from tests.year.notes import Line, Notes
from tests.year.town import Town, town
from tests.year.user import Deed, User, days_of
from tests.year.world import world_moves

FIRST = date(2026, 1, 5)

YEAR, REST, MOST = 365, 30, 3
"""An introducer rests for a month, and is asked three times a year unless a friend."""

Advisor = Callable[[Notes, date], Analysis]


@dataclass
class Day:
    """One day of the diary."""

    today: date
    morning: Analysis
    """What is advised, once others have done what they do."""
    read: int
    """How many lines had been logged then."""
    deeds: list[Deed]
    evening: Analysis
    """What is advised after I have done what I do."""
    logged: int
    """How many lines had been logged then."""


@dataclass
class Diary:
    """A year."""

    town: Town
    days: list[Day]

    def target_of(self, path: str) -> str:
        """Return whom an introduction leads to."""
        return self.town.notes.files[path].facts["target"]

    def log_of(self, door: Door, day: Day) -> list[Line]:
        """Return what was logged at a door up to a morning, by day."""
        own = {one.intro.path for one in door.thread.spokes}
        lines = self.town.notes.lines[: day.read]
        return sorted((line for line in lines if line[0] in own), key=itemgetter(1))

    def may_not_be_asked(self, who: str, target: str, day: Day) -> str:
        """Return why nobody should ask this person on that day, by the lines alone."""
        notes, today = self.town.notes, day.today
        if notes.files[f"contacts/{who}.md"].facts.get("ask") == "no":
            return "prefers not to be asked"
        asked: dict[str, date] = {}
        for path, when, word in notes.lines[: day.read]:
            facts = notes.files[path].facts
            if word == "asked" and facts["introducer"] == who:
                asked.setdefault(path, when)
            if word == "opted-out" and facts["target"] == target and (today - when).days <= YEAR:
                return f"{target} said no on {when}"
        if any((today - when).days < REST for when in asked.values()):
            return f"asked on {max(asked.values())}"
        close = notes.files[f"contacts/{who}.md"].facts.get("closeness", "0") >= "4"
        often = sum((today - when).days <= YEAR for when in asked.values())
        return "" if close or often < MOST else f"asked {often} times in a year"


def diary(seed: int, zeal: float, days: int = 365, advisor: Advisor = Notes.analysis) -> Diary:
    """Live through a year of advice."""
    dice = Random(seed)  # noqa: S311 - seeded on purpose
    place, user = town(dice, FIRST), User(dice, zeal)
    book = Diary(place, [])
    for today in days_of(FIRST, days):
        world_moves(dice, place, today)
        morning, read = advisor(place.notes, today), len(place.notes.lines)
        files = len(place.notes.files)
        deeds = user.acts(place, morning.insights, today)
        changed = len(place.notes.lines) > read or len(place.notes.files) > files
        evening = advisor(place.notes, today) if changed else morning
        logged = len(place.notes.lines)
        book.days.append(Day(today, morning, read, deeds, evening, logged))
    return book
