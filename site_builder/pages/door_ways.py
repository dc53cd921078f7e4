"""The ways to a door: through whom it was tried, and through whom it could be."""

from datetime import date
from typing import Literal

from msgspec import Struct

from site_builder.insights.candidate import Candidate
from site_builder.insights.evidence_tries import ANSWERS, COUNTED
from site_builder.insights.insight import Door, Insights
from site_builder.insights.moves import introduced_last
from site_builder.model.contact import CLOSENESS_WORDS, ContactId
from site_builder.model.intro import Event
from site_builder.model.vault import Spoke
from site_builder.pages.draft_facts import closest_circle, shared_circle
from site_builder.pages.words import day_near

Fate = Literal["open", "quiet", "pending", "passed", "refused", "suggested", "inferred"]
"""What became of a way: alive, gone quiet, not made yet, declined by the introducer or by the
target; or not tried yet."""

SHOWN_USED, SHOWN_SUGGESTED = 4, 4
NOT_ASKED = "not asked yet"


class Way(Struct, frozen=True):
    """One introducer between me and the target."""

    name: str
    reason: str
    fate: Fate
    mine: int
    """Strength of my tie to them, 1 to 5; 0 is unknown."""
    theirs: int
    """Strength of their tie to the target."""
    rank: int = 0
    """Place among the suggested; 0 has been used."""
    circle: str = ""
    """The circle they share with the target."""
    with_me: bool = False
    """I am in that circle, too."""


def ways_of(insights: Insights, door: Door) -> tuple[Way, ...]:
    """Return the latest ways that were tried, then, where one is needed, the best suggested."""
    spokes = {spoke.introducer: spoke for spoke in door.thread.spokes}
    used = [_used(insights, door, spoke) for spoke in [*spokes.values()][-SHOWN_USED:]]
    best = door.suggestion.suggested[:SHOWN_SUGGESTED] if door.suggestion.due else ()
    return (*used, *(_suggested(insights, door, one) for one in best))


def spoke_events(door: Door, spoke: Spoke) -> tuple[Event, ...]:
    """Return what happened on one introduction, up to today."""
    return tuple(moment.event for moment in door.thread.moments if moment.spoke is spoke)


def fate_of(door: Door, spoke: Spoke) -> Fate:
    """Return what became of an introduction."""
    words = [event.word for event in spoke_events(door, spoke)]
    if "opted-out" in words:
        return "refused"
    if "passed" in words:
        return "passed"
    answered = bool(ANSWERS & set(words))
    if "introduced" not in words and not answered:
        return "pending"
    silent = door.stall.stalled and door.thread.turn == "target"
    return "quiet" if silent or not (door.open or answered) else "open"


def fate_words(insights: Insights, door: Door, spoke: Spoke) -> str:
    """Return an introduction's story in a few words: `introduced 28 Sep, quiet since 6 Nov`."""
    events = {event.word: event for event in spoke_events(door, spoke)}
    if "opted-out" in events:
        name = insights.vault.names[spoke.target].first_name
        return f"{name} said no {day_near(events['opted-out'].date, insights.today)}"
    said = [
        f"{word} {day_near(events[word].date, insights.today)}"
        for word in ("introduced", "passed", "agreed", "asked")
        if word in events
    ][:1]
    if fate_of(door, spoke) == "quiet" and door.open:
        said.append(f"quiet since {day_near(_quiet_since(door, spoke), insights.today)}")
    elif said and said[0].startswith("asked"):
        said.append("no answer yet")
    return ", ".join(said) or NOT_ASKED


def _quiet_since(door: Door, spoke: Spoke) -> date:
    """Return the day of the last word on an introduction, on the latest one of any word."""
    latest = introduced_last(door.thread) is spoke
    said = (moment for moment in reversed(door.thread.moments) if moment.event.word in COUNTED)
    return next(moment.event.date for moment in said if latest or moment.spoke is spoke)


def tie_reason(insights: Insights, candidate: ContactId, target: ContactId) -> str:
    """Return how two people know each other, as written down, else the circle they share."""
    vault = insights.vault
    found = vault.tie(candidate, target)
    if found is not None:
        line = found[0]
        known = CLOSENESS_WORDS.get(line.closeness or 0, "")
        said = ", ".join(filter(None, (known, line.text))) or "how well is not written down"
        return f"{said} (hearsay)" if line.hearsay else said
    circle = shared_circle(vault, vault.people[candidate], vault.people[target])
    return f"both in {circle}" if circle else "people in common"


def _used(insights: Insights, door: Door, spoke: Spoke) -> Way:
    return Way(
        insights.vault.people[spoke.introducer].name,
        fate_words(insights, door, spoke),
        fate_of(door, spoke),
        insights.vault.people[spoke.introducer].closeness or 0,
        _strength(insights, spoke.introducer, spoke.target),
        0,
        *_circle(insights, spoke.introducer, spoke.target),
    )


def _suggested(insights: Insights, door: Door, candidate: Candidate) -> Way:
    person, target = insights.vault.people[candidate.contact], door.thread.target
    return Way(
        person.name,
        tie_reason(insights, candidate.contact, target),
        "inferred" if candidate.inferred else "suggested",
        person.closeness or 0,
        _strength(insights, candidate.contact, target),
        candidate.rank,
        *_circle(insights, candidate.contact, target),
    )


def _circle(insights: Insights, one: ContactId, target: ContactId) -> tuple[str, bool]:
    """Return the circle that two people share, and whether I am in it, too."""
    vault = insights.vault
    circle = closest_circle(vault, vault.people[one], vault.people[target])
    return (circle.name, vault.me in circle.members) if circle else ("", False)


def _strength(insights: Insights, one: ContactId, other: ContactId) -> int:
    found = insights.vault.tie(one, other)
    return (found[0].closeness or 0) if found else 0
