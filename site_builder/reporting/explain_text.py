"""`build explain` of a thread or a person: the figures and the events they rest on."""

from collections.abc import Iterator
from typing import Any

from rich.padding import Padding
from rich.text import Text

from site_builder.insights.analyse import suggestion_for
from site_builder.insights.insight import Door, Insights
from site_builder.insights.introducers import explained
from site_builder.model.contact import CLOSENESS_WORDS, Contact
from site_builder.reporting.answers_json import stalled_data, suggest_data
from site_builder.reporting.safe_text import visible
from site_builder.reporting.stalled_text import stalled_text
from site_builder.reporting.suggest_text import suggest_text


def door_data(insights: Insights, door: Door) -> dict[str, Any]:
    """Return everything about one thread, for programs."""
    suggestion = explained(insights.network, door.suggestion, door.thread)
    return {"threads": stalled_data((door,)), "suggest": suggest_data(suggestion)}


def door_text(insights: Insights, door: Door) -> Iterator[Text | Padding]:
    """Yield the verdict, the events it rests on, and the ranking."""
    yield from stalled_text(insights, (door,))
    yield Text()
    yield Text("What it rests on", style="bold")
    given = door.thread.standing.given_by
    for moment in door.thread.moments:
        mark = "→ " if given is not None and moment.event is given.event else "  "
        event = moment.event
        line = Text(f"{mark}{event.date.isoformat()}  {event.word}")
        line.append(f"  {visible(moment.spoke.intro.path)}:{event.span.line}", style="dim")
        yield Padding(line, (0, 0, 0, 2))
    if door.open:
        yield Text()
        suggestion = explained(insights.network, door.suggestion, door.thread)
        yield from suggest_text(insights, suggestion)


def person_data(insights: Insights, person: Contact) -> dict[str, Any]:
    """Return what follows for one person, for programs."""
    openings = insights.openings.get(person.id, ())
    met = insights.last_contact.get(person.id)
    return {
        "contact": person.id,
        "closeness": person.closeness,
        "last_contact": met.isoformat() if met else None,
        "threads": stalled_data(_towards(insights, person)),
        "doors": [{"thread": o.thread, "rank": o.candidate.rank} for o in openings],
        "suggest": suggest_data(suggestion_for(insights, person.id)),
    }


def person_text(insights: Insights, person: Contact) -> Iterator[Text | Padding]:
    """Yield a person's tie, the doors they could open, and who could introduce me to them."""
    yield Text(visible(person.name), style="bold")
    close = CLOSENESS_WORDS[person.closeness] if person.closeness else "not written down"
    met = insights.last_contact.get(person.id)
    last = met.isoformat() if met else "no date on record"
    yield Text(f"  your tie: {close}; last contact: {last}")
    for opening in insights.openings.get(person.id, ()):
        who = opening.candidate
        yield Text(f"  could open {visible(opening.thread)}: rank {who.rank}, {who.band}")
    doors = _towards(insights, person)
    for door in doors:
        yield Text()
        yield from door_text(insights, door)
    if not any(door.open for door in doors) and person.id != insights.vault.me:
        yield Text()
        yield from suggest_text(insights, suggestion_for(insights, person.id))


def _towards(insights: Insights, person: Contact) -> tuple[Door, ...]:
    """Return the threads towards a person, in the order in which they matter."""
    return tuple(door for door in insights.doors if door.thread.target == person.id)
