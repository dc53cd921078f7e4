"""The doors a person stands at: those that lead to them, and those they could open."""

from datetime import date

from msgspec import Struct

from site_builder.insights.insight import Connector, Door, Opening
from site_builder.model.contact import Contact
from site_builder.model.vault import Spoke
from site_builder.pages.contact_index import ContactIndex
from site_builder.pages.door_line import Badge, DoorLine, door_badge, door_line
from site_builder.pages.door_verdict import move_title
from site_builder.pages.page import Ref
from site_builder.pages.refs import door_ref
from site_builder.pages.some import Some, first_lines
from site_builder.pages.spoke_line import SpokeLine, past_events, spoke_line
from site_builder.pages.words import BANDS, day, plural

DOORS_SHOWN, OPENINGS_SHOWN, INTROS_SHOWN = 15, 15, 15


class DoorSummary(Struct, frozen=True):
    """An open door that leads to this person: how it stands, the one move, and why."""

    door: Ref
    badge: Badge
    move: str
    because: str
    goal: str


class OpeningLine(Struct, frozen=True):
    """A door this person could open."""

    door: Ref
    badge: Badge
    place: str
    """Where they stand among those suggested."""
    ask_first: str
    """What to ask before anything else; empty where their tie is on record."""


def doors_of(index: ContactIndex, person: Contact) -> tuple[DoorSummary, ...]:
    """Return the open doors that lead to this person, each with its verdict."""
    doors = index.doors.get(person.id, ())
    return tuple(_summary(index, door) for door in doors if door.open)


def past_doors_of(index: ContactIndex, person: Contact) -> Some[DoorLine]:
    """Return the doors to this person that are over."""
    vault = index.insights.vault
    over = [door for door in index.doors.get(person.id, ()) if not door.open]
    return first_lines(over, DOORS_SHOWN, line=lambda door: door_line(vault, door))


def intros_of(index: ContactIndex, person: Contact) -> Some[SpokeLine]:
    """Return the introductions this person takes part in, the liveliest first."""
    vault, today = index.insights.vault, index.insights.today

    def liveliest(spoke: Spoke) -> tuple[date, str]:
        past = past_events(spoke, today)
        return (past[-1].date if past else date.min, spoke.intro.path)

    def line(spoke: Spoke) -> SpokeLine:
        return spoke_line(vault, spoke, door=index.door_of.get(spoke.intro.id), today=today)

    spokes = sorted(index.spokes.get(person.id, ()), key=liveliest, reverse=True)
    return first_lines(spokes, INTROS_SHOWN, line=line)


def openings_of(index: ContactIndex, person: Contact) -> Some[OpeningLine]:
    """Return the doors this person is suggested for, the best first."""
    openings = index.insights.openings.get(person.id, ())
    return first_lines(openings, OPENINGS_SHOWN, line=lambda one: _opening(index, person, one))


def asking_words(index: ContactIndex, person: Contact) -> str:
    """Return what there is to know before asking them: a rest, thanks that I owe."""
    connector = index.connectors.get(person.id)
    if connector is None:
        return ""
    said = [_record(connector)]
    if person.ask == "no":
        said.append("Prefers not to be asked.")
    elif connector.rest_until and connector.rest_until > index.insights.today:
        said.append(f"Let them rest until {day(connector.rest_until)}.")
    if connector.owed:
        said.append(f"You still owe thanks for {plural(len(connector.owed), 'introduction')}.")
    return " ".join(said)


def _record(connector: Connector) -> str:
    asked = f"Asked {_times(connector.asked)}, agreed {_times(connector.agreed)}"
    return (
        f"{asked}; {plural(connector.open_asks, 'ask')} open."
        if connector.open_asks
        else f"{asked}."
    )


def _times(number: int) -> str:
    return {0: "never", 1: "once", 2: "twice"}.get(number, plural(number, "time"))


def _summary(index: ContactIndex, door: Door) -> DoorSummary:
    goal = next((one.intro.goal for one in reversed(door.thread.spokes) if one.intro.goal), "")
    return DoorSummary(
        door_ref(door.thread.id, "Go to the door"),
        door_badge(index.insights.vault, door),
        move_title(index.insights, door),
        door.move.because,
        goal,
    )


def _opening(index: ContactIndex, person: Contact, opening: Opening) -> OpeningLine:
    vault, candidate = index.insights.vault, opening.candidate
    glyph, kind = BANDS[candidate.band]
    target = vault.people[index.threads[opening.thread].thread.target]
    return OpeningLine(
        door_ref(opening.thread, target.name),
        Badge(kind, glyph, candidate.band),
        "the first to ask" if candidate.rank == 1 else f"number {candidate.rank} to ask",
        f"ask {person.first_name} first how well they know each other"
        if candidate.ask_first
        else "",
    )
