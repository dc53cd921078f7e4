"""The ways to a door: through whom it was tried, and through whom it could be."""

from collections.abc import Iterator
from datetime import date
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from site_builder.insights.evidence_tries import COUNTED
from site_builder.insights.insight import Door, Insights
from site_builder.insights.standing import OWN_WORDS
from site_builder.model.contact import CLOSENESS_WORDS, ContactId
from site_builder.model.vault import Spoke, Vault
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
    return (*_used(insights, door), *_suggested(insights, door))


def _used(insights: Insights, door: Door) -> Iterator[Way]:
    spokes = {spoke.introducer: spoke for spoke in door.thread.spokes}
    for who, spoke in [*spokes.items()][-SHOWN_USED:]:
        told, fate = fate_words(insights, door, spoke), fate_of(door, spoke)
        yield _way(insights.vault, who, spoke.target, reason=told, fate=fate)


def _suggested(insights: Insights, door: Door) -> Iterator[Way]:
    target = door.thread.target
    for one in door.suggestion.suggested[:SHOWN_SUGGESTED] if door.suggestion.due else ():
        told = tie_reason(insights, one.contact, target)
        fate: Fate = "inferred" if one.inferred else "suggested"
        way = _way(insights.vault, one.contact, target, reason=told, fate=fate)
        yield replace(way, rank=one.rank)


FATES = {
    "opted-out": "{target} said no",
    "introduced": "introduced",
    "passed": "passed",
    "opted-in": "{target} said yes",
    "opt-in-asked": "asked {target}",
    "agreed": "agreed",
    "asked": "asked",
}
"""What came of an introduction, the furthest that it got to first."""


def fate_of(door: Door, spoke: Spoke) -> Fate:
    """Return what became of an introduction."""
    words = [event.word for event in door.thread.events_of(spoke)]
    if "opted-out" in words:
        return "refused"
    if "passed" in words:
        return "passed"
    answered = bool(OWN_WORDS & set(words))
    if "introduced" not in words and not answered:
        return "pending"
    silent = door.stall.stalled and door.thread.turn == "target"
    return "quiet" if silent or not (door.open or answered) else "open"


def fate_words(insights: Insights, door: Door, spoke: Spoke) -> str:
    """Return an introduction's story in a few words: `introduced 28 Sep, quiet since 6 Nov`."""
    events = {event.word: event for event in door.thread.events_of(spoke)}
    name = insights.vault.called(spoke.target)
    said = [
        f"{words.format(target=name)} {day_near(events[word].date, insights.today)}"
        for word, words in FATES.items()
        if word in events
    ][:1]
    if "opted-out" in events:
        return said[0]
    if fate_of(door, spoke) == "quiet" and door.open:
        said.append(f"quiet since {day_near(_quiet_since(door, spoke), insights.today)}")
    elif said and said[0].startswith("asked") and not OWN_WORDS & events.keys():
        said.append("no answer yet")
    return ", ".join(said) or ("no word of theirs on record" if events else NOT_ASKED)


def _quiet_since(door: Door, spoke: Spoke) -> date:
    """Return the day of the last word on an introduction, on the latest one of any word."""
    latest = door.thread.introduced is spoke
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


def _way(vault: Vault, who: ContactId, target: ContactId, *, reason: str, fate: Fate) -> Way:
    person, tie = vault.people[who], vault.tie(who, target)
    circle = closest_circle(vault, person, vault.people[target])
    return Way(
        person.name,
        reason,
        fate,
        person.closeness or 0,
        (tie[0].closeness or 0) if tie else 0,
        circle=circle.name if circle else "",
        with_me=circle is not None and vault.me in circle.members,
    )
