"""The search index: two classic scripts that hand their lines to the page's own search.

Scripts, because a page that was opened from disk may load scripts and nothing else. A line is one
record; its fields stand between tabs and empty ones at its end are left out:

    c/tara-lindqvist⇥Tara Lindqvist⇥VP Platform, Northwind · Stockholm⇥Oslo Rowing⇥nordics

`search-index.js` holds names and what is shown beside them, `search-notes.js` what is told, so that
names are found before the notes of ten thousand people have been read.
"""

import re
from collections.abc import Callable, Mapping
from itertools import chain
from typing import Any

from msgspec import Struct
from msgspec.structs import astuple

from site_builder.model.vault import Spoke
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

Told = Callable[[Any], SearchEntry | SearchNotes]
"""From a thing to what search knows of it."""

SCRIPT = "static/js/search.js"
"""The script of a theme that reads the index; without it no index is written."""


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
