"""The first thing a door's page says: how it stands, the one move, and why."""

from collections.abc import Iterator

from msgspec import Struct

from site_builder.insights.eligibility import PREFERS_NOT
from site_builder.insights.insight import Door, Insights
from site_builder.insights.stall import Stall
from site_builder.insights.thread import State
from site_builder.model.contact import ContactId
from site_builder.pages.door_line import (
    Badge,
    DoorLine,
    door_badge,
    door_line,
    door_names,
    door_state,
)
from site_builder.pages.drafts import Draft
from site_builder.pages.one_ask import free_first, held_by, kept_note
from site_builder.pages.prose import line_words
from site_builder.pages.words import MOVES, NO_BREAK, capital, day, days, sentence, span

ANOTHER = frozenset({"second-intro", "next-introducer"})
"""Moves for which somebody else is needed."""

NOW: dict[State, str] = {
    "asked": "waiting for {introducer}",
    "agreed": "waiting for {introducer}",
    "opt-in": "waiting for {target} through {introducer}",
    "passed": "nobody is asked at present",
    "introduced": "your turn to write to {target}",
    "my-reply": "your turn to answer {target}",
    "met": "your turn to thank {introducer}",
}
"""States that are called by what happened, in words for the day after."""


class Verdict(Struct, frozen=True):
    """The answer to `what now?`."""

    badge: Badge
    title: str
    because: str
    rules: tuple[str, ...]
    """By which limits, in short sentences."""
    button: str
    """What the words below are for; empty where there are none."""


def verdict_of(insights: Insights, door: Door, drafts: tuple[Draft, ...]) -> Verdict:
    """Return a door's verdict."""
    return Verdict(
        door_badge(insights.vault, door),
        move_title(insights, door),
        door.move.because,
        tuple(_rules(insights, door)),
        f"Words for {drafts[0].called}" if drafts else "",
    )


def door_today(insights: Insights, door: Door) -> str:
    """Return how it stands at the end of what happened, no past event as if it were of today."""
    standing, vault = door.thread.standing, insights.vault
    if standing.state in NOW:
        return NOW[standing.state].format(**door_names(vault, door))
    words = door_state(vault, door)
    over = standing.over_on if standing.state == "over" else None
    return f"{words} since {day(over)}" if over else words


def stated_goal(door: Door) -> str:
    """Return what is asked of the target, in the newest wording."""
    return next((s.intro.goal for s in reversed(door.thread.spokes) if s.intro.goal), "")


def move_label(door: Door) -> str:
    """Return the move in a word or two, for a button."""
    move = door.move.name
    if free_first(door):
        move = "wait"
    elif _waits_for(door):
        move = "next-introducer" if door.allotment.rest == PREFERS_NOT else "wait"
    return MOVES[move][0]


def move_title(insights: Insights, door: Door) -> str:
    """Return the move as an instruction, with the first suggested name where one is needed."""
    names, move = insights.vault.names, door.move.name
    if move in ANOTHER and (title := _another(insights, door)):
        return title
    if waits_for := _waits_for(door):
        if door.allotment.rest == PREFERS_NOT:
            return f"Choose somebody other than {names[waits_for].name}"
        own = waits_for in door.allotment.awaited
        why = "another matter comes first" if own else "one ask at a time"
        return f"Wait with {names[waits_for].name}: {why}"
    if move == "wait" and door.move.until:
        return f"Let it rest until {day(door.move.until)}"
    if door.thread.standing.state == "introduced" and move == "answer":
        return f"Pick up the introduction: write to {insights.vault.called(door.thread.target)}"
    made = door.thread.introduced if move == "close-loop" else None
    return MOVES[move][1].format(**door_names(insights.vault, door, made))


def _waits_for(door: Door) -> ContactId | None:
    """Return whom nobody may ask now, where the move is to ask them."""
    return None if door.move.name == "close-loop" else held_by(door)


def _another(insights: Insights, door: Door) -> str:
    """Return whom to ask to introduce me; nothing where it is not known or not shown."""
    vault, first, chosen = insights.vault, door.allotment.first, door.allotment.chosen
    target = vault.called(door.thread.target)
    ending = "for a second introduction" if door.thread.introduced else "for an introduction"
    if chosen is not None:
        free = door.allotment.free
        return f"Ask {vault.names[chosen.introducer].name} {ending}" if free else ""
    if first is None:
        if (waits := free_first(door)) is not None:
            return f"Wait for {vault.names[waits.contact].name} until {day(waits.date)}"
        peace = door.allotment.peace
        askable = [one for one in door.suggestion.suggested if one.contact not in peace]
        known = askable or not vault.audience.shows("suggestions")
        return "" if known else f"Find out who knows {target}"
    who = vault.names[first.contact]
    if first.ask_first:
        return f"Ask {who.first_name} how well they know {target}"
    return f"Ask {who.name} {ending}"


def _rules(insights: Insights, door: Door) -> Iterator[str]:
    stall, given = door.stall, door.thread.standing.given_by
    if kept := kept_note(insights, door):
        yield kept
    if not door.open and given is not None and given.event.word == "closed":
        text = line_words(given.event.text, insights.vault)
        yield sentence(f"Closed on {day(given.event.date)}: {text}")
    if stall.stalled:
        yield f"{_limit(stall)}."
    elif stall.near and stall.stalls_on:
        when = "then" if door.move.until == stall.stalls_on else f"on {day(stall.stalls_on)}"
        yield f"Stalls {when} if nothing happens. {_limit(stall)}."
    if door.thread.turn == "target" and stall.unanswered_days not in (None, stall.silent_days):
        target = insights.vault.called(door.thread.target)
        yield f"{target} last answered {span(stall.unanswered_days or 0)} ago."
    if stall.deadline and door.open:
        left = (stall.deadline - insights.today).days
        if left:
            yield f"Deadline {day(stall.deadline)}, in {days(left)}."
        elif door.move.name == "none":  # every other move says so itself
            yield "Deadline today."


def _limit(stall: Stall) -> str:
    """Return the limit with its unit and reason: `Limit 14 days (answered, then silent)`."""
    number, _, reason = stall.limit_because.partition(" (")
    unit = "" if number.endswith("days") else f"{NO_BREAK}days"
    return f"{capital(number)}{unit} ({reason}"


class DoorSummary(Struct, frozen=True):
    """All that pages say of a door that is not their own: what else changes leaves them be."""

    line: DoorLine
    move: str
    """The move as an instruction."""
    because: str
    goal: str
    passed: bool
    """Whoever was asked last has passed, and nobody else is on the way."""


def door_summary(insights: Insights, door: Door) -> DoorSummary:
    """Return what to say of a door elsewhere."""
    return DoorSummary(
        door_line(insights.vault, door),
        move_title(insights, door),
        door.move.because,
        stated_goal(door),
        door.thread.standing.state == "passed",
    )
