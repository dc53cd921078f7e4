"""An introduction in one line: who introduces whom, how far it came."""

from datetime import date

from msgspec import Struct

from site_builder.model.contact import ContactId
from site_builder.model.intro import Event
from site_builder.model.vault import Spoke, Vault
from site_builder.pages.door_line import Badge
from site_builder.pages.door_timeline import WORDS
from site_builder.pages.door_verdict import DoorSummary
from site_builder.pages.page import Ref
from site_builder.pages.refs import intro_ref, spoke_name
from site_builder.pages.words import STATES, day, day_near


class SpokeLine(Struct, frozen=True):
    """One introduction as lists show it."""

    intro: Ref
    """The link to its page: `Tara Lindqvist through Sam Okafor`."""
    badge: Badge
    latest: str
    """What happened last, in words; empty where nothing has."""
    day: str
    iso: str
    favour: str
    """`for Lena`: it was made for somebody else; empty where it is mine."""


def spoke_line(vault: Vault, spoke: Spoke, *, door: DoorSummary | None, today: date) -> SpokeLine:
    """Return an introduction's line; `door` is the one it belongs to, none for a favour."""
    past = past_events(spoke, today)
    last = past[-1] if past else None
    return SpokeLine(
        intro_ref(spoke, spoke_name(vault, spoke)),
        spoke_badge(vault, spoke, door, today=today),
        event_words(vault, spoke, last) if last else "",
        day_near(last.date, today) if last else "",
        last.date.isoformat() if last else "",
        f"for {_first(vault, spoke.requester)}" if spoke.requester else "",
    )


def past_events(spoke: Spoke, today: date) -> tuple[Event, ...]:
    """Return what has happened by today; later lines are planned or mistaken."""
    return tuple(event for event in spoke.intro.events if event.date <= today)


def spoke_badge(vault: Vault, spoke: Spoke, door: DoorSummary | None, *, today: date) -> Badge:
    """Return how an introduction stands: its own end, else the state of its door."""
    if spoke.intro.draft:
        return Badge("", "○", "not counted yet")
    if not vault.audience.shows("log"):
        return Badge("", "·", "state not shown")
    if door is None:
        return Badge("", "⇄", "a favour")
    if not door.passed and has_passed(spoke, today=today):
        return Badge("", STATES["passed"][0], f"{_first(vault, spoke.introducer)} passed")
    return door.line.badge


def has_passed(spoke: Spoke, *, today: date) -> bool:
    """Tell whether this introducer has passed."""
    past = past_events(spoke, today)
    return bool(past) and past[-1].word == "passed"


def event_words(vault: Vault, spoke: Spoke, event: Event) -> str:
    """Return an event as a sentence: `Sam introduced you`, of a favour `Sam introduced Lena`."""
    words = WORDS[event.word][1].format(
        introducer=_first(vault, spoke.introducer),
        target=_first(vault, spoke.target),
        until=day(event.until) if event.until else "",
    )
    if spoke.requester is None:
        return words
    name = _first(vault, spoke.requester)
    if event.word == "met":
        return f"{name} and {_first(vault, spoke.target)} met"
    return words.replace("You ", f"{name} ").replace(" you", f" {name}")


def _first(vault: Vault, person: ContactId) -> str:
    known = vault.names.get(person)
    return known.first_name if known else person
