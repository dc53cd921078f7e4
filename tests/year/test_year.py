"""A year of advice, followed to the letter by one user and late or not at all by another."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import cache

import pytest
from msgspec.structs import replace

from site_builder.compiler import Analysis
from site_builder.insights.insight import Door
from site_builder.insights.stall import Move
from site_builder.model.settings import AskLimits, Settings
from tests.year import laws
from tests.year.diary import Advisor, Diary, diary
from tests.year.laws import LAWS, Law
from tests.year.notes import Note, Notes

YEARS = ((1, 1.0), (2, 0.5))
"""Seeds, and how ready the user is to do on a day what is advised."""


@cache
def year(seed: int, zeal: float) -> Diary:
    """Live through a year once for all laws."""
    return diary(seed, zeal)


def broken(law: Law, book: Diary) -> list[str]:
    """Return what breaks a law."""
    return [f"{day.today} {what}" for day in book.days for what in law(book, day)]


@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.__name__)
@pytest.mark.parametrize(("seed", "zeal"), YEARS)
def test_a_year_of_advice_is_considerate(law: Law, seed: int, zeal: float) -> None:
    if zeal < 1 and law is laws.following_the_advice_breaks_no_rule:
        return  # whoever is late hears of it
    assert broken(law, year(seed, zeal)) == []


def test_the_year_has_all_there_is_to_do() -> None:
    days = [day for one in YEARS for day in year(*one).days]
    done = {deed.move for day in days for deed in day.deeds}
    assert done >= {"ask", "remind-introducer", "answer", "nudge", "interrupt", "thank", "confirm"}
    assert done >= {"close-loop", "second-intro", "next-introducer"}


def told(change: Callable[[Door, date], Move]) -> Advisor:
    """Return an advisor who gives other moves."""

    def advise(notes: Notes, today: date) -> Analysis:
        analysis = notes.analysis(today)
        doors = {
            name: replace(door, move=change(door, today))
            for name, door in analysis.insights.by_thread.items()
        }
        insights = replace(analysis.insights, by_thread=doors, ranked=doors)
        return replace(analysis, insights=insights)

    return advise


def forever(door: Door, _: date) -> Move:
    """Wait without a day."""
    return replace(door.move, until=None)


def a_day_late(door: Door, _: date) -> Move:
    """Promise the day after."""
    until = door.move.until
    return replace(door.move, until=until and until + timedelta(days=1))


def a_nagging_one(door: Door, _: date) -> Move:
    """Know no end."""
    return door.move if door.open else Move("nudge", "Once more.")


def a_sleepy_one(door: Door, today: date) -> Move:
    """Put off every answer."""
    put_off = Move("wait", "Tomorrow.", today + timedelta(days=1))
    return put_off if door.move.name == "answer" else door.move


def a_mute_one(door: Door, _: date) -> Move:
    """Pass over the deadline."""
    return replace(door.move, because=door.move.because.split(" The deadline was")[0])


def of_yesterday(notes: Notes, today: date) -> Analysis:
    """Count from another day."""
    return notes.analysis(today - timedelta(days=1))


def without_limits(notes: Notes, today: date) -> Analysis:
    """Ask whoever knows somebody, as often as that."""
    return notes.analysis(today, Settings(ask=AskLimits(open=99, days=0, year=99)))


def deaf(notes: Notes, today: date) -> Analysis:
    """Overhear what a target answers but in writing."""
    files = {
        path: Note(note.facts, [line for line in note.log if " scheduled" not in line])
        for path, note in notes.files.items()
    }
    return Notes(files, memo=notes.memo).analysis(today)


def forgetful(notes: Notes, today: date) -> Analysis:
    """Hold the last thing that was logged for not done."""
    files = dict(notes.files)
    for path, note in files.items():
        log = [line for line in note.log if not line.startswith(str(today))]
        files[path] = Note(note.facts, log)
    return Notes(files, memo=notes.memo).analysis(today)


@pytest.mark.parametrize(
    ("law", "advisor", "seed", "days"),
    [
        (laws.following_the_advice_breaks_no_rule, told(a_sleepy_one), 7, 80),
        (laws.what_was_done_is_not_asked_again, forgetful, 7, 60),
        (laws.every_door_has_a_move_or_a_day, told(forever), 7, 60),
        (laws.the_promised_day_is_the_day, told(a_day_late), 7, 80),
        (laws.nobody_is_asked_too_often, without_limits, 7, 110),
        (laws.what_is_closed_is_left_in_peace, told(a_nagging_one), 3, 80),
        (laws.a_past_deadline_is_said, told(a_mute_one), 7, 110),
        (laws.days_come_from_the_log, of_yesterday, 7, 80),
        (laws.letters_claim_no_silence_that_was_broken, deaf, 7, 110),
    ],
    ids=lambda one: getattr(one, "__name__", ""),
)
def test_an_inconsiderate_advisor_is_seen(law: Law, advisor: Advisor, seed: int, days: int) -> None:
    faults = broken(law, diary(seed, 1.0, days, advisor))
    assert faults != []
