"""What search knows of each record, and the two scripts that hand it to the page's own search.

Scripts, because a page that was opened from disk may load scripts and nothing else. A line is one
record; its fields stand between tabs and empty ones at its end are left out:

    c/tara-lindqvist⇥Tara Lindqvist⇥VP Platform, Northwind · Stockholm⇥Oslo Rowing⇥nordics

`search-index.js` holds names and what is shown beside them, `search-notes.js` what is told, so that
names are found before the notes of ten thousand people have been read.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from typing import Any

from msgspec import Struct
from msgspec.structs import astuple

from site_builder.insights.insight import Door, Insights
from site_builder.model.contact import Contact
from site_builder.model.intro import Intro
from site_builder.model.vault import Circle, Spoke, Vault
from site_builder.pages.contact_index import ContactIndex
from site_builder.pages.door_line import door_badge
from site_builder.pages.page import (
    contact_address,
    door_address,
    group_address,
    href,
    intro_address,
)
from site_builder.pages.prose import LinkIndex, line_words, prose_text
from site_builder.pages.refs import pursuit_name, spoke_name, work_and_place
from site_builder.pages.tag_uses import TagUse, all_tags, carriers, tag_ref
from site_builder.pages.words import circle_size, day

NEXT = "; "
"""Between the values of a field that has several."""
SPECIAL = re.compile(r"[\\`$<]")
"""What could end a template literal of JavaScript, or an element around it."""
ESCAPES = str.maketrans({"\\": r"\\", "`": r"\`", "$": r"\$", "<": r"\x3c"})


class SearchEntry(Struct, frozen=True, kw_only=True):
    """One thing to be found. Fields with several values are told apart by `NEXT`."""

    href: str
    """Its page, relative to the root."""
    name: str
    line: str = ""
    """What stands beside the name to tell it from others."""
    circles: str = ""
    tags: str = ""
    aliases: str = ""
    goal: str = ""


class SearchNotes(Struct, frozen=True, kw_only=True):
    """What else can be found of a thing that has more to tell than its entry."""

    href: str
    """Its page, relative to the root."""
    notes: str
    """Everything else that its page says: notes, log, ties, keys of the user's own."""
    reach: str = ""
    """Mail addresses and phone numbers."""


Told = Callable[[Any], SearchEntry | SearchNotes]
"""From a thing to what search knows of it."""

SCRIPT = "static/js/search.js"
"""The script of a theme that reads the index; without it no index is written."""


def person_entry(person: Contact, vault: Vault) -> SearchEntry:
    """Return the entry of a person; of others it takes the names of circles."""
    return SearchEntry(
        href=href(contact_address(person.id)),
        name=person.name,
        line=work_and_place(person),
        circles=_each(vault.circles[line.group].name for line in person.groups),
        tags=" ".join(all_tags(person)),
        aliases=_each((person.called, *person.aliases)),
    )


def person_notes(person: Contact, vault: Vault, links: LinkIndex) -> SearchNotes:
    """Return what a person's page tells; of others it takes the names of links."""
    return SearchNotes(
        href=href(contact_address(person.id)),
        reach=_each((*person.email, *person.phone)),
        notes=_told(
            prose_text(person.notes, links),
            *(line_words(line.text, vault) for line in person.log),
            *(line.text for line in person.knows),
            *(line.text for line in person.groups),
            *_own_keys(person),
        ),
    )


def door_entry(door: Door, insights: Insights) -> SearchEntry:
    """Return the entry of a thread: whom it leads to, how it stands, what it is for."""
    badge = door_badge(insights.vault, door)
    target = insights.vault.people[door.thread.target]
    return SearchEntry(
        href=href(door_address(door.thread.id)),
        name=pursuit_name(insights.vault, door.thread),
        line=" · ".join(filter(None, (target.org, badge.words))),
        goal=_each(spoke.intro.goal for spoke in door.thread.spokes),
    )


def intro_entry(spoke: Spoke, vault: Vault, *, has_door: bool) -> SearchEntry:
    """Return the entry of an introduction; its goal is told by its door, if it has one."""
    intro = spoke.intro
    favour = "a favour" if spoke.requester else ""
    began = day(intro.events[0].date) if intro.events else ""
    return SearchEntry(
        href=href(intro_address(intro.id)),
        name=spoke_name(vault, spoke),
        line=" · ".join(filter(None, (favour, began))),
        tags=" ".join(all_tags(intro)),
        goal="" if has_door else intro.goal,
    )


def intro_notes(spoke: Spoke, vault: Vault, links: LinkIndex) -> SearchNotes:
    """Return what the page of an introduction tells."""
    intro = spoke.intro
    return SearchNotes(
        href=href(intro_address(intro.id)),
        notes=_told(
            prose_text(intro.notes, links),
            intro.why,
            *(line_words(event.text, vault) for event in intro.events),
            *_own_keys(intro),
        ),
    )


def circle_entry(circle: Circle) -> SearchEntry:
    """Return the entry of a circle."""
    return SearchEntry(
        href=href(group_address(circle.id)),
        name=circle.name,
        line=f"{circle.kind}, {circle_size(circle)}",
    )


def tag_entry(tag: TagUse) -> SearchEntry:
    """Return the entry of a tag."""
    page = tag_ref(tag.name)
    return SearchEntry(href=page.href, name=page.text, line=carriers(tag))


def _own_keys(record: Contact | Intro) -> Iterator[str]:
    return (f"{key}: {', '.join(values)}" for key, values in record.more)


def _each(values: Iterable[str]) -> str:
    return NEXT.join(dict.fromkeys(filter(None, values)))


def _told(*texts: str) -> str:
    return " · ".join(dict.fromkeys(filter(None, texts)))


def search_files(index: ContactIndex, tags: Mapping[str, TagUse]) -> Mapping[str, bytes]:
    """Return the two scripts: people by id, doors as they rank, introductions, circles, tags."""
    kinds, tables = kinds_of(index, tags), index.tables

    def lines_of(name: str, rows: Mapping[Any, Any], told: Told) -> Mapping[Any, bytes]:
        return tables.each(name, rows, lambda row: index_line(told(row)))

    names = [lines_of(one.name, one.rows, one.entry) for one in kinds]
    notes = [lines_of(f"{one.name} by notes", one.rows, one.notes) for one in kinds if one.notes]
    lines = {"search-index.js": ("index", names), "search-notes.js": ("notes", notes)}

    def script(address: str) -> bytes:
        name, found = lines[address]
        rows = filter(None, chain.from_iterable(table.values() for table in found))
        return b"doorstepSearch.take('%b', `%b`);\n" % (name.encode(), b"\n".join(rows))

    return tables.derive("search files", tuple(lines), script)


class Kind(Struct, frozen=True):
    """One kind of things to be found."""

    name: str
    rows: Mapping[Any, Any]
    entry: Callable[[Any], SearchEntry]
    notes: Callable[[Any], SearchNotes] | None = None
    """None where such things have no notes."""


def kinds_of(index: ContactIndex, tags: Mapping[str, TagUse]) -> tuple[Kind, ...]:
    """Return everything there is to be found, in the order in which equal finds are shown."""
    insights, links, vault = index.insights, index.links, index.insights.vault

    def intro(spoke: Spoke) -> SearchEntry:
        return intro_entry(spoke, vault, has_door=spoke.intro.id in index.door_of)

    return (
        Kind(
            "people found",
            vault.records,
            lambda person: person_entry(person, vault),
            lambda person: person_notes(person, vault, links),
        ),
        Kind("doors found", insights.ranked, lambda door: door_entry(door, insights)),
        Kind("intros found", vault.paths, intro, lambda spoke: intro_notes(spoke, vault, links)),
        Kind("circles found", vault.circles, circle_entry),
        Kind("tags found", tags, tag_entry),
    )


def index_line(entry: SearchEntry | SearchNotes) -> bytes:
    """Return a record's line, ready to stand in a script; empty where nothing is told."""
    address, *told = astuple(entry)
    if not any(told):
        return b""
    fields = [_key(address), *(" ".join(field.split()) for field in told)]
    line = "\t".join(fields).rstrip("\t")
    return (line.translate(ESCAPES) if SPECIAL.search(line) else line).encode("utf-8", "replace")


def _key(address: str) -> str:
    """Return `c/tara-lindqvist` for `contacts/tara-lindqvist.html`, `a/pilot` for a tag."""
    folder, _, page = address.partition("/")
    return f"{'a' if folder == 'tags' else folder[0]}/{page.removesuffix('.html')}"
