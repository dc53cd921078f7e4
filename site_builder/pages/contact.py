"""A person's page: what is known of them, whom they know, and which doors they stand at."""

from msgspec import Struct
from msgspec.structs import replace

from site_builder.model.contact import Contact, ContactId, LogLine
from site_builder.pages.backlinks import Mention
from site_builder.pages.contact_between import Between, between_of
from site_builder.pages.contact_doors import (
    OpeningLine,
    asking_words,
    intros_of,
    openings_of,
    past_doors_of,
)
from site_builder.pages.contact_facts import contact_facts
from site_builder.pages.contact_index import ContactIndex
from site_builder.pages.contact_ties import CircleLine, Tie, circles_of, ties_of
from site_builder.pages.door_line import DoorLine
from site_builder.pages.door_summary import DoorSummary
from site_builder.pages.fact import Fact
from site_builder.pages.line_text import line_html
from site_builder.pages.page import Page, Ref, SafeHtml, Sheaf, contact_address, href
from site_builder.pages.prose import prose_html
from site_builder.pages.refs import work_and_place
from site_builder.pages.some import Some, first, first_lines
from site_builder.pages.spoke_line import SpokeLine
from site_builder.pages.tag_uses import all_tags, tag_ref
from site_builder.pages.unpublished import contact_ribbon
from site_builder.pages.words import day

LOG_SHOWN, MENTIONS_SHOWN = 30, 30
ROOT = "../"


class LogEntry(Struct, frozen=True):
    """One line of the person's log."""

    day: str
    iso: str
    word: str
    text: SafeHtml


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
