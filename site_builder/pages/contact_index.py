"""What the pages of people look up, indexed once in one walk over the insights."""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from site_builder.insights.analyse import urgency
from site_builder.insights.insight import Door, Insights
from site_builder.model.contact import ContactId
from site_builder.model.intro import IntroId
from site_builder.model.prose import Prose
from site_builder.model.vault import Spoke, Vault
from site_builder.pages.door_verdict import DoorSummary, door_summary
from site_builder.pages.page import Ref
from site_builder.pages.prose import LinkIndex, link_index
from site_builder.pages.refs import intro_ref, person_ref, spoke_name
from site_builder.pages.spoke_line import SpokeLine, spoke_line
from site_builder.tables import FRESH, Tables


class Mention(Struct, frozen=True):
    """A text that links here."""

    source: Ref
    where: str
    """What kind of text it is, in words."""


Found = tuple[tuple[str, Mention], ...]
"""Pages that a text links to, with how they mention the text."""


class ContactIndex(Struct, frozen=True):
    """Everything said about each person anywhere but in their own file."""

    insights: Insights
    tables: Tables
    links: LinkIndex
    mentions: Mapping[str, tuple[Mention, ...]]
    """Who mentions a page in notes, by the page's `href`."""
    doors: Mapping[ContactId, tuple[DoorSummary, ...]]
    """All doors towards a person, in the order of the insights."""
    door_of: Mapping[IntroId, DoorSummary]
    """The door an introduction belongs to; favours for others have none."""
    spokes: Mapping[ContactId, tuple[Spoke, ...]]
    """Introductions a person takes part in, as introducer, target or requester."""
    lines: Mapping[str, SpokeLine]
    """Introductions in one line each, by path."""

    def open_doors(self, person: ContactId) -> tuple[DoorSummary, ...]:
        """Return the open doors towards a person, in the order of the insights."""
        return tuple(door for door in self.doors.get(person, ()) if door.line.open)


def contact_index(insights: Insights, tables: Tables = FRESH) -> ContactIndex:
    """Index the insights for the pages of people and introductions."""
    vault = insights.vault
    doors, spokes = insights.by_thread, vault.paths
    links = link_index(vault, tables)
    leading = tables.group("doors to", doors, lambda door: [(door.thread.target, door)])
    said = tables.each("door said", doors, lambda door: door_summary(insights, door))

    def summaries(doors: tuple[Door, ...]) -> tuple[DoorSummary, ...]:
        return tuple(said[door.thread.id] for door in sorted(doors, key=urgency))

    held = tables.group("held", doors, _held)
    door_of = tables.each("door of", held, lambda names: said[names[0]])

    def line(spoke: Spoke) -> SpokeLine:
        return spoke_line(vault, spoke, door=door_of.get(spoke.intro.id), today=insights.today)

    return ContactIndex(
        insights,
        tables,
        links,
        backlinks(vault, links, tables),
        tables.each("doors of", leading, summaries),
        door_of,
        tables.group("spokes of", spokes, _parts_of),
        tables.each("spoke lines", spokes, line),
    )


def _held(door: Door) -> Iterator[tuple[IntroId, str]]:
    for spoke in door.thread.spokes:
        yield spoke.intro.id, door.thread.id


def _parts_of(spoke: Spoke) -> Iterator[tuple[ContactId, Spoke]]:
    for person in dict.fromkeys((spoke.introducer, spoke.target, spoke.requester)):
        if person is not None:
            yield person, spoke


def backlinks(
    vault: Vault, links: LinkIndex, tables: Tables = FRESH
) -> Mapping[str, tuple[Mention, ...]]:
    """Return who mentions each page, by its `href`; a text counts once and never itself."""
    spokes = vault.paths

    def in_notes(person: ContactId) -> Found:
        notes = vault.records[person].notes
        mention = Mention(person_ref(vault, person), "notes")
        return _mentions(notes, mention, links) if notes.links else ()

    def in_intro(path: str) -> Found:
        spoke, notes = spokes[path], spokes[path].intro.notes
        mention = Mention(intro_ref(spoke, spoke_name(vault, spoke)), "introduction")
        return _mentions(notes, mention, links) if notes.links else ()

    by_people = tables.invert("people's links", tables.derive("notes", vault.records, in_notes))
    by_intros = tables.invert("intros' links", tables.derive("intro notes", spokes, in_intro))
    pages = dict.fromkeys((*by_people, *by_intros))
    return tables.derive(
        "mentions", pages, lambda page: (*by_people.get(page, ()), *by_intros.get(page, ()))
    )


def _mentions(prose: Prose, mention: Mention, links: LinkIndex) -> Found:
    targets = (links.find(link) for link in prose.links)
    pages = dict.fromkeys(target.href for target in targets if target)
    return tuple((page, mention) for page in pages if page != mention.source.href)
