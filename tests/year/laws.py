"""What a considerate person would hold, of each day of a year of advice.

Each law yields what breaks it. They read the log for themselves, not what the program made of it.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from site_builder.insights.agenda import agenda_of
from site_builder.insights.insight import Door
from site_builder.insights.stall import IDLE_MOVES
from site_builder.pages.drafts import Draft, door_drafts, loop_draft, must_wait
from site_builder.pages.today_lists import today_lists
from site_builder.rendering.draft_compose import Letter
from site_builder.rendering.render import render_draft
from tests.support.theme_files import environment
from tests.year.diary import Day, Diary

Law = Callable[[Diary, Day], Iterator[str]]
LINKED = frozenset({"thank", "close-loop"})
RULES = [
    *("third-spoke", "loop-open", "target-declined", "ask-says-no", "slow-pickup", "event-order"),
    "connector-overasked",
]
ASKS_AGAIN = frozenset({"ask", "remind-introducer", "nudge", "interrupt", "second-intro"})
ANSWERS = frozenset({"replied", "scheduled", "met", "opted-out"})
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
A_DAY = re.compile(rf"\b(\d{{1,2}}) ({'|'.join(MONTHS)})[a-z]*(?: (\d{{4}}))?")
SO_LONG = re.compile(r"\b(\d+) days?\b(?!: let)")


def following_the_advice_breaks_no_rule(_: Diary, day: Day) -> Iterator[str]:
    """Whoever does all that is advised hears of no rule between friends, but of what is due."""
    due = {spoke.intro.path for _, spoke in today_lists(day.evening.insights)().loops}
    for found in day.evening.diagnostics:
        if found.id in RULES and found.path not in due:
            yield f"{found.path} {found.message}"


def what_was_done_is_not_asked_again(_: Diary, day: Day) -> Iterator[str]:
    """Leave a move alone on the evening of the day on which it was made."""
    before, after = (one.insights.by_thread for one in (day.morning, day.evening))
    for deed in day.deeds:
        door = after[deed.thread]
        if deed.word == "thanked" and before[deed.thread].move.name not in LINKED:
            if any(
                one.intro.path == deed.path for _, one in today_lists(day.evening.insights)().loops
            ):
                yield f"{deed}: still to be told"
        elif door.move.name == before[deed.thread].move.name not in IDLE_MOVES:
            yield f"{deed}: {door.move.because}"


def every_door_has_a_move_or_a_day(_: Diary, day: Day) -> Iterator[str]:
    """Say of what waits until when."""
    for door in day.morning.insights.doors:
        until = {"wait": door.move.until, "none": door.thread.standing.until}
        if door.open and door.move.name in until:
            when = until[door.move.name]
            if when is None or when < day.today or (when == day.today and door.move.name == "wait"):
                yield f"{door.thread.id}: {door.move}"


def the_promised_day_is_the_day(diary: Diary, day: Day) -> Iterator[str]:
    """Where nothing comes between, advice to wait changes on the day it names, not before."""
    past = [one for one in diary.days if one.today < day.today][-1:]
    for yesterday in past:
        for name, door in day.morning.insights.by_thread.items():
            old = yesterday.evening.insights.by_thread.get(name)
            new = diary.town.notes.lines[yesterday.logged : day.read]
            touched = {diary.target_of(path) for path, _, _ in new}
            if old is None or old.move.name != "wait" or door.thread.target in touched:
                continue
            due = old.move.until is not None and old.move.until <= day.today
            same = door.move == old.move
            if old.stall.deadline == yesterday.today:  # which was told on its day alone
                same = (door.move.name, door.move.until) == (old.move.name, old.move.until)
            if due is same:
                yield f"{name}: {old.move} became {door.move}"


def nobody_is_asked_too_often(diary: Diary, day: Day) -> Iterator[str]:
    """Who is named to be asked may be asked, and is named once."""
    named: Counter[str] = Counter()
    for door in day.morning.insights.doors:
        for who in to_be_asked(door):
            named[who] += 1
            if why := diary.may_not_be_asked(who, str(door.thread.target), day):
                yield f"{who} for {door.thread.id}: {why}"
    yield from (f"{who} is named {often} times" for who, often in named.items() if often > 1)


def to_be_asked(door: Door) -> list[str]:
    """Return whom the advice names to be asked."""
    if door.move.name == "ask" and not must_wait(door):
        return [door.thread.spokes[0].introducer]
    if door.allotment.next_one is not None:
        return [str(door.allotment.next_one.introducer)]
    return [str(door.allotment.first.contact)] if door.allotment.first else []


def what_is_closed_is_left_in_peace(_: Diary, day: Day) -> Iterator[str]:
    """No move and no entry in the calendar after `closed`, or after thanks for the meeting."""
    for door in day.morning.insights.doors:
        words = [one.event.word for one in door.thread.moments]
        over = door.thread.standing.state == "over" or words[-1:] == ["closed"]
        if over and (door.move.name != "none" or agenda_of(door, day.today)):
            yield f"{door.thread.id}: {door.move}"


def a_past_deadline_is_said(_: Diary, day: Day) -> Iterator[str]:
    """Whoever asks once more after the deadline knows it."""
    for door in day.morning.insights.doors:
        stated = [one.intro.deadline for one in door.thread.spokes if one.intro.deadline]
        past = bool(stated) and max(stated) < day.today and door.move.name in ASKS_AGAIN
        if past and "The deadline was" not in door.move.because:
            yield f"{door.thread.id}: {door.move.because}"


def days_come_from_the_log(diary: Diary, day: Day) -> Iterator[str]:
    """Days and lengths of time in advice and letters are those of lines, plans and promises."""
    for door in day.morning.insights.doors:
        log = diary.log_of(door, day)
        known = {when for _, when, _ in log} | planned(door)
        for text in [door.move.because, *letters(day, door)]:
            told = [*days_in(text, day.today)]
            if text is door.move.because:
                told += [day.today - timedelta(int(n)) for n in SO_LONG.findall(text) if n != "90"]
            if wrong := [str(when) for when in told if when not in known]:
                yield f"{door.thread.id}: {', '.join(wrong)} in {text}"


def planned(door: Door) -> set[date | None]:
    """Return the days ahead of a door."""
    until = {one.event.until for one in door.thread.moments}
    stated = {one.intro.deadline for one in door.thread.spokes}
    return until | stated | {door.move.until, door.thread.standing.until}


def days_in(text: str, today: date) -> Iterator[date]:
    """Yield the days that a text names; those without a year are of this one."""
    for number, month, year in A_DAY.findall(text):
        yield date(int(year or today.year), MONTHS.index(month) + 1, int(number))


def letters_claim_no_silence_that_was_broken(diary: Diary, day: Day) -> Iterator[str]:
    """Write of nobody that they are silent who has answered since the introduction."""
    for door in day.morning.insights.doors:
        words = [word for _, _, word in diary.log_of(door, day)]
        since = words[::-1].index("introduced") if "introduced" in words else 0
        answered = ANSWERS.intersection(words[len(words) - since :])
        ours = words[-1:] and words[-1] in {"replied", "scheduled"}
        for text in letters(day, door):
            if (answered and "not heard back" in text) or (ours and "gone quiet" in text):
                yield f"{door.thread.id} {words}: {text}"


def letters(day: Day, door: Door) -> list[str]:
    """Return the letters that a door has ready."""
    insights = day.morning.insights
    loops = [one for one in today_lists(insights)().loops if one[0] is door]
    drafts: list[Draft] = [*door_drafts(insights, door)]
    drafts += [loop_draft(insights, door, spoke) for _, spoke in loops]
    texts = []
    for draft in drafts:
        letter = render_draft(environment(), draft)
        assert isinstance(letter, Letter)
        texts += [part.text for part in letter.parts]
    return texts


LAWS: tuple[Law, ...] = (
    following_the_advice_breaks_no_rule,
    what_was_done_is_not_asked_again,
    every_door_has_a_move_or_a_day,
    the_promised_day_is_the_day,
    nobody_is_asked_too_often,
    what_is_closed_is_left_in_peace,
    a_past_deadline_is_said,
    days_come_from_the_log,
    letters_claim_no_silence_that_was_broken,
)
