"""A person's page: what is known of them, whom they know, and which doors they stand at."""

from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from site_builder.insights.insight import Opening
from site_builder.insights.words import times
from site_builder.model.contact import Contact, ContactId, LogLine
from site_builder.model.vault import Spoke
from site_builder.pages.contact_between import Between, between_of
from site_builder.pages.contact_index import ContactIndex, Mention
from site_builder.pages.contact_ties import CircleLine, Tie, circles_of, ties_of
from site_builder.pages.door_line import BANDS, Badge, DoorLine
from site_builder.pages.door_verdict import DoorSummary
from site_builder.pages.facts import Fact, contact_facts
from site_builder.pages.long_list import Some, first, first_lines
from site_builder.pages.page import Page, Ref, SafeHtml, Sheaf, contact_address, href
from site_builder.pages.prose import line_html, prose_html
from site_builder.pages.refs import door_ref, part_name, work_and_place
from site_builder.pages.spoke_line import SpokeLine, past_events
from site_builder.pages.tag_uses import all_tags, tag_ref
from site_builder.pages.unpublished import contact_ribbon
from site_builder.pages.words import day, plural

LOG_SHOWN, MENTIONS_SHOWN = 30, 30
ROOT = "../"
DOORS_SHOWN, OPENINGS_SHOWN, INTROS_SHOWN = 15, 15, 15


class LogEntry(Struct, frozen=True):
    """One line of the person's log."""

    day: str
    iso: str
    word: str
    text: SafeHtml


class OpeningLine(Struct, frozen=True):
    """A door this person could open."""

    door: Ref
    badge: Badge
    place: str
    """Where they stand among those suggested, and whether another door asks them first."""
    ask_first: str
    """What to ask before anything else; empty where their tie is on record."""


class ContactView(Struct, frozen=True, kw_only=True):
    """The view of a person."""

    name: str
    first_name: str
    path: str
    me: bool
    draft: str
    """What the page says on top where it is a draft; else nothing."""
    summary: str
    """Role, organisation and place."""
    facts: tuple[Fact, ...]
    between: Between | None
    circles: tuple[CircleLine, ...]
    ties: Some[Tie]
    notes: SafeHtml
    log: Some[LogEntry]
    """The latest first."""
    tags: tuple[Ref, ...]
    more: tuple[tuple[str, tuple[str, ...]], ...]
    doors: tuple[DoorSummary, ...] = ()
    """Open doors that lead to them."""
    past_doors: Some[DoorLine] = Some()
    intros: Some[SpokeLine] = Some()
    asking: str = ""
    """What there is to know before asking them for anything."""
    openings: Some[OpeningLine] = Some()
    mentions: Some[Mention] = Some()


def contact_pages(index: ContactIndex) -> Sheaf:
    """Plan a page for every person."""
    records = index.insights.vault.records
    told = index.tables.once("people told", records, lambda who: _told(records[who], index))

    def plan(who: ContactId) -> Page:
        person = records[who]
        view = replace(
            told[who],
            doors=index.open_doors(who),
            past_doors=past_doors_of(index, person),
            intros=intros_of(index, person),
            asking=asking_words(index, person),
            openings=openings_of(index, person),
            mentions=first(index.mentions.get(href(contact_address(who)), ()), MENTIONS_SHOWN),
        )
        return Page(contact_address(who), "contact.html", view)

    return Sheaf(records, plan, contact_address)


def _told(person: Contact, index: ContactIndex) -> ContactView:
    """Return what is told of a person but for doors and introductions, which change every day."""
    vault = index.insights.vault
    return ContactView(
        name=person.name,
        first_name=person.first_name,
        path=person.path,
        me=person.me,
        draft=contact_ribbon(person),
        summary=work_and_place(person),
        facts=contact_facts(index.insights, person),
        between=between_of(vault, person),
        circles=circles_of(vault, person),
        ties=ties_of(vault, person),
        notes=prose_html(person.notes, index.links, root=ROOT),
        log=_log(person, index),
        tags=tuple(map(tag_ref, all_tags(person))),
        more=person.more,
    )


def _log(person: Contact, index: ContactIndex) -> Some[LogEntry]:
    def entry(line: LogLine) -> LogEntry:
        text = line_html(line.text, index.links, root=ROOT)
        return LogEntry(day(line.date), line.date.isoformat(), line.word, text)

    latest = sorted(person.log, key=lambda line: line.date, reverse=True)
    return first_lines(latest, LOG_SHOWN, line=entry)


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
        place += f", after {vault.called(opening.kept_for)}: one ask at a time"
    first = f"ask {person.first_name} first how well they know each other"
    return OpeningLine(
        door_ref(opening.thread, part_name(vault, opening.thread, opening.target, opening.pursuit)),
        BANDS[candidate.band],
        place,
        first if candidate.ask_first else "",
    )
