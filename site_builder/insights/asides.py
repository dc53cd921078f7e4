"""What is said beside a move's own reason: a plan's day, a past deadline, whom to call off."""

from datetime import date

from site_builder.insights.needless import ENDED, needless
from site_builder.insights.stall import IDLE_MOVES, Move, MoveName
from site_builder.insights.thread import Thread
from site_builder.insights.words import day, listing, unstopped
from site_builder.model.intro import Step
from site_builder.model.vault import Vault

ASKING: frozenset[MoveName] = frozenset(
    {"ask", "remind-introducer", "next-introducer", "nudge", "interrupt", "second-intro"}
)
"""Moves that ask for something once more."""


def with_asides(move: Move, thread: Thread, vault: Vault, today: date) -> Move:
    """Return the move with what else there is to know, before and behind its reason."""
    said = [
        *_before(thread, move.name, today),
        move.because,
        *_late(thread, move.name, today),
        *_call_off(thread, move.name, vault, today=today),
    ]
    return Move(move.name, " ".join(said), move.until)


def due_step(thread: Thread, today: date) -> Step | None:
    """Return the planned step whose day has come, until something is logged from that day on."""
    steps = [spoke.intro.next for spoke in thread.spokes if spoke.intro.next is not None]
    latest = max(steps, key=lambda step: step.date, default=None)
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


def _late(thread: Thread, move: MoveName, today: date) -> list[str]:
    """Say that the deadline is past, where the move would ask as if it were not."""
    stated = [spoke.intro.deadline for spoke in thread.spokes]
    latest = max((when for when in stated if when is not None), default=today)
    if move not in ASKING or latest >= today:
        return []
    return [f"The deadline was {day(latest)}: go on only if it still matters."]


def _call_off(thread: Thread, move: MoveName, vault: Vault, *, today: date) -> list[str]:
    """Say who may still ask the target, though there is no need any more."""
    spokes = needless(thread, move, today)
    names = list(dict.fromkeys(vault.people[one.introducer].first_name for one in spokes))
    if not names:
        return []
    target = vault.people[thread.target].first_name
    tell = f"Or, as {target} has answered, tell" if move == "remind-introducer" else "Tell"
    return [f"{tell} {listing(names)}, who may still ask, that there is no need any more."]
