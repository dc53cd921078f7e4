"""The one most considerate next move of a thread (document 2.3; the order of 2.8)."""

from datetime import date, timedelta

from site_builder.insights.asides import due_step, ended_pause, with_asides
from site_builder.insights.chosen import chosen, next_in_line
from site_builder.insights.needless import told_already
from site_builder.insights.stall import Move, MoveName, Stall
from site_builder.insights.standing import INTRODUCER_SIDE
from site_builder.insights.thread import State, Thread
from site_builder.insights.words import counted, day, days, unstopped
from site_builder.model.intro import TOUCHES
from site_builder.model.vault import Spoke, Vault

FEWEST_NUDGES = 2
"""Unanswered follow-ups before somebody else is asked."""
INTERRUPT_AFTER = 7
"""Silent days between the first nudge and the pattern interrupt."""
URGENT_SILENCE = 2
CAMPAIGN = timedelta(days=90)
"""Two failed introductions within this time are enough."""

MINE: dict[State, MoveName] = {
    "idea": "ask",
    "passed": "next-introducer",
    "introduced": "answer",
    "my-reply": "answer",
    "unconfirmed": "confirm",
    "met": "thank",
}
CLOSED = frozenset({"over", "barred", "paused", "scheduled"})


def move_of(thread: Thread, stall: Stall, *, vault: Vault, today: date) -> Move:
    """Return the first move that fits, with its sentence and what is to be known beside it."""
    move = _move(thread, stall, vault=vault, today=today)
    return with_asides(move, thread, vault, today)


def _move(thread: Thread, stall: Stall, *, vault: Vault, today: date) -> Move:
    state = thread.standing.state
    if state in CLOSED:
        return Move("none", _nothing(thread, vault))
    if stall.step is not None:
        planned = f": {unstopped(stall.step.text)}" if stall.step.text else ""
        return Move("wait", f"Planned for {day(stall.step.date)}{planned}.", stall.step.date)
    if state in MINE:
        return Move(MINE[state], _mine(thread, stall, vault, today=today))
    if state in INTRODUCER_SIDE:
        return _introducer_side(thread, stall, vault, today=today)
    return _target_side(thread, stall, vault, today=today)


def is_due(stall: Stall, today: date) -> bool:
    """Tell whether a second introduction is due."""
    if stall.stalled and stall.nudges >= FEWEST_NUDGES:
        return True
    if stall.deadline is None or stall.limit_days is None or stall.silent_days is None:
        return False
    near = (stall.deadline - today).days < stall.limit_days
    return near and stall.nudges >= 1 and stall.silent_days >= URGENT_SILENCE


def _nothing(thread: Thread, vault: Vault) -> str:
    name = vault.called(thread.target)
    standing = thread.standing
    until = day(standing.until) if standing.until else ""
    return {
        "over": f"This thread with {name} is closed.",
        "barred": f"{name} would rather not; leave this door alone until {until}.",
        "paused": f"Paused until {until}.",
        "scheduled": f"You meet {name} on {until}.",
    }[standing.state]


def _mine(thread: Thread, stall: Stall, vault: Vault, *, today: date) -> str:
    target = vault.called(thread.target)
    introducer = vault.called(thread.present.introducer)
    since = day(thread.standing.since) if thread.standing.since else ""
    rested = ended_pause(thread) or due_step(thread, today)
    owed = "is due" if rested or not stall.silent_days else "has been due for {}"
    due = owed.format(days(stall.silent_days or 0))
    return {
        "idea": _idea(thread, vault),
        "passed": f"{introducer} passed on {since}: {next_in_line(thread, vault, today)}.",
        "introduced": (
            f"{introducer} introduced you on {since}: the first word to {target} is yours."
        ),
        "my-reply": f"{target} answered on {since}; your reply {due}.",
        "unconfirmed": f"You were to meet {target} on {since}: did it happen?",
        "met": f"You met {target} on {since}: thank {introducer} and say how it went.",
    }[thread.standing.state]


def _idea(thread: Thread, vault: Vault) -> str:
    """Say whom to ask, but for somebody who prefers not to be asked."""
    first = vault.people[thread.spokes[0].introducer]
    if first.ask == "no":
        return "Nobody has been asked yet."
    target = vault.called(thread.target)
    return f"Nobody has been asked yet: ask {first.first_name} for an introduction to {target}."


def _introducer_side(thread: Thread, stall: Stall, vault: Vault, *, today: date) -> Move:
    name = vault.called(thread.present.introducer)
    doing = _quiet(thread, stall, name, vault.called(thread.target))
    if stall.stalled:
        because = f"{doing}: {next_in_line(thread, vault, today)}"
        if not told_already(thread):
            because += f", and before you ask them, tell {name} that there is no need any more"
        return Move("next-introducer", f"{because}.")
    nudge_due = stall.nudge_on is not None and stall.nudge_on <= today
    if nudge_due and not thread.standing.reminded:
        return Move("remind-introducer", f"{doing}: one gentle reminder with the blurb attached.")
    until = stall.stalls_on if thread.standing.reminded else stall.nudge_on
    return _wait(f"It is with {name}", until, stall, today=today)


def _quiet(thread: Thread, stall: Stall, introducer: str, target: str) -> str:
    """Say since when nothing has come from the introducer's side."""
    given, since = thread.standing.given_by, thread.standing.since
    silent = stall.silent_days or 0
    before = (since - given.event.date).days if given and since else 0
    word, ago = given.event.word if given else "asked", days(silent + before)
    doing = {
        "asked": f"{introducer} has not answered your ask for {ago}",
        "reminded": f"{introducer} has not answered your reminder for {ago}",
        "agreed": f"{introducer} agreed {ago} ago and has not come to it yet",
        "opted-in": f"{target} said yes {ago} ago and {introducer} has not come to it yet",
        "opt-in-asked": f"{target} has not answered {introducer} for {ago}",
    }[word]
    reminded = thread.standing.reminded
    return f"{doing}, {days(silent)} after your reminder" if reminded else doing


def _target_side(thread: Thread, stall: Stall, vault: Vault, *, today: date) -> Move:
    name = vault.called(thread.target)
    silent = days(stall.silent_days or 0)
    if is_due(stall, today):
        return _second_door(thread, stall, vault, today=today)
    if stall.nudges == 0 and stall.nudge_on is not None and stall.nudge_on <= today:
        because = f"{name} has been silent for {silent}: one friendly follow-up with something new."
        return Move("nudge", because)
    if stall.nudges == 1 and (stall.silent_days or 0) >= INTERRUPT_AFTER:
        because = (
            f"{name} has been silent for {silent} since {_last_touch(thread)}: same goal, another "
            "channel, two lines."
        )
        return Move("interrupt", because)
    until = _next_look(thread, stall)
    return _wait(f"It is {name}'s turn", until, stall, today=today)


def _last_touch(thread: Thread) -> str:
    """Say from which words of mine silence counts."""
    words = [moment.event.word for moment in thread.moments if moment.event.word in TOUCHES]
    return "your nudge" if words[-1] == "nudged" else "you last wrote"


def _second_door(thread: Thread, stall: Stall, vault: Vault, *, today: date) -> Move:
    name = vault.called(thread.target)
    silent = days(stall.silent_days or 0)
    recent = {
        moment.spoke.intro.path
        for moment in thread.moments
        if moment.event.word == "introduced" and moment.event.date >= today - CAMPAIGN
    }
    if len(recent) > 1:
        because = (
            f"{counted(len(recent), 'introduction')} in 90 days and {name} is silent: let it rest, "
            "and set a day to look again. A campaign would hurt."
        )
        return Move("park", because)
    last = thread.introduced
    follow_ups = f"{counted(stall.nudges, 'follow-up')} unanswered, {silent} silent"
    if stall.nudges < FEWEST_NUDGES and stall.deadline is not None and stall.deadline > today:
        follow_ups += f", and the deadline is {day(stall.deadline)}"
    if last is not None and not loop_closed(thread, stall, last):
        first = vault.called(last.introducer)
        because = f"{follow_ups}: tell {first} how it went before you ask anyone else."
        return Move("close-loop", because)
    told = f" {vault.called(last.introducer)} knows how it went." if last is not None else ""
    next_one = chosen(thread, vault)
    ask = (
        f" Ask {vault.called(next_one.introducer)}, whom you have chosen."
        if next_one is not None
        else ""
    )
    because = f"{follow_ups}: a second introduction could bring you back to {name}.{told}{ask}"
    return Move("second-intro", because)


def loop_closed(thread: Thread, stall: Stall, spoke: Spoke) -> bool:
    """Tell whether the introducer was thanked on or after the first of the counted nudges."""
    return any(
        moment.event.word == "thanked"
        and moment.spoke.intro.path == spoke.intro.path
        and stall.first_nudge is not None
        and moment.event.date >= stall.first_nudge
        for moment in thread.moments
    )


def _next_look(thread: Thread, stall: Stall) -> date | None:
    """Return the day on which waiting ends."""
    since = thread.standing.since
    if stall.nudges == 0 or since is None:
        return stall.nudge_on
    week = since + timedelta(days=INTERRUPT_AFTER)
    look = week if stall.nudges == 1 else stall.stalls_on
    if stall.deadline is None or stall.limit_days is None:
        return look
    near = stall.deadline - timedelta(days=stall.limit_days - 1)
    urgent = max(since + timedelta(days=URGENT_SILENCE), near)
    return urgent if urgent <= stall.deadline and (look is None or urgent < look) else look


def _wait(what: str, until: date | None, stall: Stall, *, today: date) -> Move:
    """Return a wait until a day, at most until the deadline."""
    if until and stall.deadline and today < stall.deadline < until:
        until, why = stall.deadline, ", the day of the deadline"
    else:
        why = ""
    return Move("wait", f"{what}; look again on {day(until)}{why}." if until else f"{what}.", until)
