"""The search index: two classic scripts that hand their lines to the page's own search.

Scripts, because a page that was opened from disk may load scripts and nothing else. A line is one
record; its fields stand between tabs and empty ones at its end are left out:

    c/tara-lindqvist⇥Tara Lindqvist⇥VP Platform, Northwind · Stockholm⇥Oslo Rowing⇥nordics

`search-index.js` holds names and what is shown beside them, `search-notes.js` what is told, so that
names are found before the notes of ten thousand people have been read.
"""

import re
from collections.abc import Callable, Collection, Mapping
from itertools import chain
from typing import Any

from msgspec import Struct

from site_builder.pages.contact_index import ContactIndex
from site_builder.pages.search_entry import (
    SearchEntry,
    SearchNotes,
    circle_entry,
    door_entry,
    intro_entry,
    intro_notes,
    person_entry,
    person_notes,
    tag_entry,
)
from site_builder.pages.tag_uses import TagUse

SPECIAL = re.compile(r"[\\`$<]")
"""What could end a template literal of JavaScript, or an element around it."""
ESCAPES = str.maketrans({"\\": r"\\", "`": r"\`", "$": r"\$", "<": r"\x3c"})

SCRIPT = "static/js/search.js"
"""The script of a theme that reads the index; without it no index is written."""


def search_files(index: ContactIndex, tags: Mapping[str, TagUse]) -> Mapping[str, bytes]:
    """Return the two scripts: people by id, doors as they rank, introductions, circles, tags."""
    kinds, tables = kinds_of(index, tags), index.tables

    def names(kind: Kind) -> Mapping[Any, bytes]:
        return tables.derive(kind.name, kind.keys, lambda key: index_line(kind.entry(key)))

    def notes(kind: Kind, told: Callable[[Any], SearchNotes]) -> Mapping[Any, bytes]:
        return tables.derive(f"{kind.name} by notes", kind.keys, lambda key: notes_line(told(key)))

    lines = {
        "search-index.js": ("index", [names(kind) for kind in kinds]),
        "search-notes.js": ("notes", [notes(kind, kind.notes) for kind in kinds if kind.notes]),
    }

    def script(address: str) -> bytes:
        name, found = lines[address]
        rows = filter(None, chain.from_iterable(table.values() for table in found))
        return b"doorstepSearch.take('%b', `%b`);\n" % (name.encode(), b"\n".join(rows))

    return tables.derive("search files", tuple(lines), script)


class Kind(Struct, frozen=True):
    """One kind of things to be found."""

    name: str
    keys: Collection[Any]
    entry: Callable[[Any], SearchEntry]
    notes: Callable[[Any], SearchNotes] | None = None
    """None where such things have no notes."""


def kinds_of(index: ContactIndex, tags: Mapping[str, TagUse]) -> tuple[Kind, ...]:
    """Return everything there is to be found, in the order in which equal finds are shown."""
    insights, links, vault = index.insights, index.links, index.insights.vault
    doors, spokes, circles = insights.by_thread, vault.paths, vault.circles
    records, door_of = vault.records, index.door_of

    def intro(path: str) -> SearchEntry:
        return intro_entry(spokes[path], vault, has_door=spokes[path].intro.id in door_of)

    return (
        Kind(
            "people found",
            vault.people,
            lambda who: person_entry(records[who], vault),
            lambda who: person_notes(records[who], vault, links),
        ),
        Kind(
            "doors found",
            insights.ranked,
            lambda thread: door_entry(doors[thread], insights),
        ),
        Kind(
            "intros found",
            spokes,
            intro,
            lambda path: intro_notes(spokes[path], vault, links),
        ),
        Kind("circles found", circles, lambda group: circle_entry(circles[group])),
        Kind("tags found", tags, lambda tag: tag_entry(tags[tag])),
    )


def index_line(entry: SearchEntry) -> bytes:
    """Return a record's line of the index, ready to stand in a script."""
    return _line(
        _key(entry.href),
        entry.name,
        entry.line,
        entry.circles,
        entry.tags,
        entry.aliases,
        entry.goal,
    )


def notes_line(entry: SearchNotes) -> bytes:
    """Return a record's line of the notes; empty where nothing is told."""
    told = entry.notes or entry.reach
    return _line(_key(entry.href), entry.notes, entry.reach) if told else b""


def _key(address: str) -> str:
    """Return `c/tara-lindqvist` for `contacts/tara-lindqvist.html`, `a/pilot` for a tag."""
    folder, _, page = address.partition("/")
    return f"{'a' if folder == 'tags' else folder[0]}/{page.removesuffix('.html')}"


def _line(*fields: str) -> bytes:
    line = "\t".join([" ".join(field.split()) for field in fields]).rstrip("\t")
    return (line.translate(ESCAPES) if SPECIAL.search(line) else line).encode("utf-8", "replace")
