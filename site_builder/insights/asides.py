"""What is said beside a move's own reason: a plan's day, a past deadline, whom to call off."""

from datetime import date, timedelta

from site_builder.insights.needless import ENDED, needless
from site_builder.insights.side_by_side import second_voice, unused
from site_builder.insights.stall import IDLE_MOVES, Move, MoveName
from site_builder.insights.standing import INTRODUCER_SIDE
from site_builder.insights.thread import Thread
from site_builder.insights.words import day, listing, unstopped
from site_builder.model.intro import Step
from site_builder.model.vault import Vault

ASKING: frozenset[MoveName] = frozenset(
    {"ask", "remind-introducer", "next-introducer", "nudge", "interrupt", "second-intro"}
)
"""Moves that ask for something once more."""


LATE: dict[MoveName, str] = {
    **dict.fromkeys(ASKING, "go on only if it still matters"),
    "answer": "write all the same, and ask only if it still matters",
    "close-loop": "ask somebody else only if it still matters",
    "park": "close it instead if it no longer matters",
}
"""What a deadline that is past changes about a move."""
JUST_ASKED = timedelta(days=2)
"""Whoever has had my word for less is not asked again because a deadline has come."""


def with_asides(move: Move, thread: Thread, vault: Vault, today: date) -> Move:
    """Return the move with what else there is to know, before and behind its reason."""
    said = [
        *unused(thread, vault),
        *_before(thread, move.name, today),
        move.because,
        *_deadline(thread, move, vault, today),
        *(_call_off(thread, move.name, vault, today=today) or second_voice(thread, vault, today)),
    ]
    return Move(move.name, " ".join(said), move.until)


def due_step(thread: Thread, today: date) -> Step | None:
    """Return the planned step whose day has come, until something is logged from that day on."""
    latest = thread.plan
    if latest is None or latest.date > today or thread.standing.state in ENDED:
        return None
    return None if any(one.event.date >= latest.date for one in thread.moments) else latest


def ended_pause(thread: Thread) -> date | None:
    """Return the day on which a pause ended, if nothing came after it."""
    words = [moment.event for moment in thread.moments if moment.event.word != "thanked"]
    if not words or words[-1].word != "paused" or thread.standing.state == "paused":
        return None
    return words[-1].until


def _before(thread: Thread, move: MoveName, today: date) -> list[str]:
    ended, step = ended_pause(thread), due_step(thread, today)
    said = [f"The pause ended on {day(ended)}."] if ended and move not in IDLE_MOVES else []
    if step is not None:
        when, text = day(step.date), unstopped(step.text)
        said.append(f"You planned for {when}: {text}." if text else f"You planned it for {when}.")
    return said


def _deadline(thread: Thread, move: Move, vault: Vault, today: date) -> list[str]:
    """Say that the deadline is today, or past where the move would go on as if it were not."""
    stated = [one.intro.deadline for one in thread.spokes if one.intro.deadline is not None]
    ahead = min((when for when in stated if when >= today), default=None)
    if ahead == today and move.name != "none":
        left = _last_day(thread, vault, today) if move.name == "wait" else ""
        return [f"The deadline is today{left}."]
    if not stated or ahead is not None or move.name not in LATE:
        return []
    return [f"The deadline was {day(max(stated))}: {LATE[move.name]}."]


def _last_day(thread: Thread, vault: Vault, today: date) -> str:
    """Return what there is to do on the deadline's day but to wait, without pressing anybody."""
    standing = thread.standing
    if thread.plan is not None and thread.plan.date > today:
        return ""
    if standing.reminded or not standing.since or today - standing.since < JUST_ASKED:
        return ": set a later one if it can move, and let it pass if not"
    name = vault.called(thread.target)
    ask = f"write {name} one line today"
    if standing.state in INTRODUCER_SIDE and standing.given_by is not None:
        name = vault.called(standing.given_by.spoke.introducer)
        ask = f"ask {name} today how it stands"
    return f": if it cannot move, {ask}; if it can, set a later one"


def _call_off(thread: Thread, move: MoveName, vault: Vault, *, today: date) -> list[str]:
    """Say who may still ask the target, though there is no need any more."""
    spokes = needless(thread, move, today)
    names = list(dict.fromkeys(vault.called(one.introducer) for one in spokes))
    if not names:
        return []
    target = vault.called(thread.target)
    tell = f"Or, as {target} has answered, tell" if move == "remind-introducer" else "Tell"
    return [f"{tell} {listing(names)}, who may still ask, that there is no need any more."]
