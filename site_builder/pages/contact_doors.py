"""The doors a person stands at: those that lead to them, and those they could open."""

from datetime import date

from msgspec import Struct

from site_builder.insights.insight import Opening
from site_builder.insights.words import times
from site_builder.model.contact import Contact
from site_builder.model.vault import Spoke
from site_builder.pages.contact_index import ContactIndex
from site_builder.pages.door_line import BANDS, Badge, DoorLine
from site_builder.pages.page import Ref
from site_builder.pages.refs import door_ref, part_name
from site_builder.pages.some import Some, first, first_lines
from site_builder.pages.spoke_line import SpokeLine, past_events
from site_builder.pages.words import day, plural

DOORS_SHOWN, OPENINGS_SHOWN, INTROS_SHOWN = 15, 15, 15


class OpeningLine(Struct, frozen=True):
    """A door this person could open."""

    door: Ref
    badge: Badge
    place: str
    """Where they stand among those suggested, and whether another door asks them first."""
    ask_first: str
    """What to ask before anything else; empty where their tie is on record."""


def past_doors_of(index: ContactIndex, person: Contact) -> Some[DoorLine]:
    """Return the doors to this person that are over."""
    lines = tuple(door.line for door in index.doors.get(person.id, ()))
    return first(tuple(line for line in lines if not line.open), DOORS_SHOWN)


def intros_of(index: ContactIndex, person: Contact) -> Some[SpokeLine]:
    """Return the introductions this person takes part in, the liveliest first."""
    today = index.insights.today

    def liveliest(spoke: Spoke) -> tuple[date, str]:
        past = past_events(spoke, today)
        return (past[-1].date if past else date.min, spoke.intro.path)

    spokes = sorted(index.spokes.get(person.id, ()), key=liveliest, reverse=True)
    return first_lines(spokes, INTROS_SHOWN, line=lambda one: index.lines[one.intro.path])


def openings_of(index: ContactIndex, person: Contact) -> Some[OpeningLine]:
    """Return the doors this person is suggested for, the best first."""
    openings = index.insights.openings.get(person.id, ())
    return first_lines(openings, OPENINGS_SHOWN, line=lambda one: _opening(index, person, one))


def asking_words(index: ContactIndex, person: Contact) -> str:
    """Return what there is to know before asking them: a rest, word that I owe."""
    connector = index.insights.by_connector.get(person.id)
    if connector is None:
        return ""
    still = f"; {plural(connector.open_asks, 'ask')} open" if connector.open_asks else ""
    said = [f"Asked {times(connector.asked)}, agreed {times(connector.agreed)}{still}."]
    if person.ask == "no":
        said.append("Prefers not to be asked.")
    elif connector.rest_until and connector.rest_until > index.insights.today:
        said.append(f"Let them rest until {day(connector.rest_until)}.")
    if connector.owed:
        said.append(f"You still owe them word on {plural(len(connector.owed), 'ask')}.")
    return " ".join(said)


def _opening(index: ContactIndex, person: Contact, opening: Opening) -> OpeningLine:
    vault, candidate = index.insights.vault, opening.candidate
    place = "the first to ask" if candidate.rank == 1 else f"number {candidate.rank} to ask"
    if opening.kept_for:
        place += f", after {vault.names[opening.kept_for].first_name}: one ask at a time"
    first = f"ask {person.first_name} first how well they know each other"
    return OpeningLine(
        door_ref(opening.thread, part_name(vault, opening.thread, opening.target, opening.pursuit)),
        BANDS[candidate.band],
        place,
        first if candidate.ask_first else "",
    )
