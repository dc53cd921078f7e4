"""The rows of the first page: one line each, with a sentence that says what to do."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from site_builder.insights.insight import Door, Insights
from site_builder.model.contact import Contact
from site_builder.pages.door_line import Badge
from site_builder.pages.door_verdict import door_name, move_label
from site_builder.pages.drafts import door_drafts, first_candidate
from site_builder.pages.page import Ref
from site_builder.pages.refs import door_ref, intro_ref, person_ref
from site_builder.pages.words import day_near, days, span, weekday

IDLE = frozenset({"none", "wait"})
"""Moves that ask nothing of me today."""
SOON = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Row:
    """One line: whom it is about, what to do, how long it has been."""

    name: Ref
    text: str
    person: Ref | None
    """Who comes first, where somebody else is to be asked."""
    person_note: str
    badge: Badge
    act: Ref | None
    """The button, with the way to the words."""


def move_row(insights: Insights, door: Door) -> Row:
    """Return the row of a door that needs a move."""
    ref = door_ref(door.thread.id, door_name(insights, door))
    first, silent = first_candidate(door), door.stall.silent_days
    stalled = door.stall.stalled
    return Row(
        ref,
        door.move.because,
        person_ref(insights.vault, first.contact) if first else None,
        "first: ask how well they know each other" if first and first.ask_first else "could help",
        Badge(
            "stalled" if stalled else "",
            "■" if stalled else "",
            "" if silent is None else days(silent),
        ),
        Ref(move_label(door), f"{ref.href}#words" if door_drafts(insights, door) else ref.href),
    )


def coming_doors(insights: Insights) -> Sequence[Door]:
    """Return doors with a meeting ahead, or that stall within a week, by day."""
    found = [
        (door.thread.standing.until if _meets(door) else door.stall.stalls_on, door.thread.id, door)
        for door in insights.doors
        if _meets(door) or (door.stall.near and door.move.name in IDLE)
    ]
    return [door for when, _, door in sorted(found, key=lambda one: (str(one[0]), one[1]))]


def coming_row(insights: Insights, door: Door) -> Row:
    """Return the row of a meeting or a near-stall."""
    ref = door_ref(door.thread.id, door_name(insights, door))
    when = door.thread.standing.until if _meets(door) else door.stall.stalls_on
    assert when is not None
    label = f"{weekday(when)[:3]} {day_near(when, insights.today)}"
    if _meets(door):
        given = door.thread.standing.given_by
        text = f"Meeting: {given.event.text}" if given and given.event.text else "Meeting"
        return Row(ref, text, None, "", Badge("good", "◆", label), None)
    silent = days(door.stall.silent_days or 0)
    text = f"Stalls if nothing happens: {silent} silent, {door.stall.limit_because}."
    return Row(ref, text, None, "", Badge("", "", label), None)


def loop_rows(insights: Insights) -> Iterator[Row]:
    """Yield introductions of which the introducer does not know yet how they went."""
    owed = {intro for connector in insights.connectors for intro in connector.owed}
    people, vault = insights.vault.people, insights.vault
    for door in insights.doors:
        for spoke in door.thread.spokes:
            if spoke.intro.id in owed and door.move.name not in ("thank", "close-loop"):
                target = people[door.thread.target]
                text = f"does not know yet how it went with {target.name}"
                ref = intro_ref(spoke, "Introduction")
                yield Row(
                    person_ref(vault, spoke.introducer), text, None, "", Badge("", "", ""), ref
                )


def overdue_people(insights: Insights) -> Sequence[Contact]:
    """Return people with whom contact is longer ago than planned, the longest first."""
    found, own = [], insights.vault.audience.is_private
    for person in insights.vault.people.values():
        if person.cadence is not None and not person.me:
            last = insights.last_contact.get(person.id)
            late = (insights.today - last).days - person.cadence.days if last else 0
            if late > 0 or (own and last is None):
                found.append((-late, person.id, person))
    return [person for *_, person in sorted(found, key=lambda one: one[:2])]


def overdue_row(insights: Insights, person: Contact) -> Row:
    """Return the row of somebody one is losing touch with."""
    assert person.cadence is not None
    last = insights.last_contact.get(person.id)
    text = f"You wanted to be in touch every {person.cadence.words.removeprefix('1 ')}."
    ago = f"{span((insights.today - last).days)} ago" if last else "never yet"
    return Row(person_ref(insights.vault, person.id), text, None, "", Badge("", "", ago), None)


def _meets(door: Door) -> bool:
    return door.thread.standing.state == "scheduled"
