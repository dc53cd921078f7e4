"""The search index: two classic scripts that hand their lines to the page's own search.

Scripts, because a page that was opened from disk may load scripts and nothing else. A line is one
record; its fields stand between tabs and empty ones at its end are left out:

    c/tara-lindqvist⇥Tara Lindqvist⇥VP Platform, Northwind · Stockholm⇥Oslo Rowing⇥nordics

`search-index.js` holds names and what is shown beside them, `search-notes.js` what is told, so that
names are found before the notes of ten thousand people have been read.
"""

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from functools import partial
from itertools import chain
from operator import itemgetter
from typing import Any

from msgspec import Struct

from site_builder.pages.contact_index import ContactIndex
from site_builder.pages.search_entry import (
    SearchEntry,
    circle_entry,
    door_entry,
    intro_entry,
    person_entry,
    tag_entry,
)
from site_builder.pages.tag_uses import TagUse

SPECIAL = re.compile(r"[\\`$<]")
"""What could end a template literal of JavaScript, or an element around it."""
ESCAPES = str.maketrans({"\\": r"\\", "`": r"\`", "$": r"\$", "<": r"\x3c"})

NAMES = ("index", "notes")

SCRIPT = "static/js/search.js"
"""The script of a theme that reads the index; without it no index is written."""


Lines = tuple[bytes, bytes]
"""A record's line of the index and its line of the notes."""


def search_files(index: ContactIndex, tags: Mapping[str, TagUse]) -> dict[str, bytes]:
    """Return the two scripts: people by id, doors as they rank, introductions, circles, tags."""
    found = [
        index.tables.derive(one.name, one.keys, partial(_made, one.entry))
        for one in kinds_of(index, tags)
    ]

    def script(name: str) -> bytes:
        place = NAMES.index(name)
        lines = chain.from_iterable(rows.values() for rows in found)
        return _script(name, filter(None, map(itemgetter(place), lines)))

    made = index.tables.derive("search files", NAMES, script)
    return {f"search-{name}.js": script for name, script in made.items()}


def _made(entry: Callable[[Any], SearchEntry], key: Any) -> Lines:  # noqa: ANN401 - any kind's
    made = entry(key)
    return _bytes(index_line(made)), _bytes(notes_line(made))


class Kind(Struct, frozen=True):
    """One kind of things to be found."""

    name: str
    keys: Collection[Any]
    entry: Callable[[Any], SearchEntry]


def kinds_of(index: ContactIndex, tags: Mapping[str, TagUse]) -> tuple[Kind, ...]:
    """Return everything there is to be found, in the order in which equal finds are shown."""
    insights, links, vault = index.insights, index.links, index.insights.vault
    doors, spokes, circles = insights.by_thread, index.paths, vault.circles

    def intro(path: str) -> SearchEntry:
        has_door = spokes[path].intro.id in index.door_of
        return intro_entry(spokes[path], vault, links, has_door=has_door)

    return (
        Kind(
            "people found",
            vault.people,
            lambda who: person_entry(vault.records[who], vault, links),
        ),
        Kind("doors found", insights.ranked, lambda thread: door_entry(doors[thread], insights)),
        Kind("intros found", spokes, intro),
        Kind("circles found", circles, lambda group: circle_entry(circles[group])),
        Kind("tags found", tags, lambda tag: tag_entry(tags[tag])),
    )


def index_line(entry: SearchEntry) -> str:
    """Return a record's line of the index, ready to stand in a script."""
    return _line(
        _key(entry),
        entry.name,
        entry.line,
        entry.circles,
        entry.tags,
        entry.aliases,
        entry.goal,
    )


def notes_line(entry: SearchEntry) -> str:
    """Return a record's line of the notes; empty where nothing is told."""
    return _line(_key(entry), entry.notes, entry.reach) if entry.notes or entry.reach else ""


def _key(entry: SearchEntry) -> str:
    """Return `c/tara-lindqvist` for `contacts/tara-lindqvist.html`, `a/pilot` for a tag."""
    folder, _, page = entry.href.partition("/")
    return f"{'a' if folder == 'tags' else folder[0]}/{page.removesuffix('.html')}"


def _line(*fields: str) -> str:
    line = "\t".join([" ".join(field.split()) for field in fields]).rstrip("\t")
    return line.translate(ESCAPES) if SPECIAL.search(line) else line


def _bytes(line: str) -> bytes:
    return line.encode("utf-8", "replace")


def _script(name: str, lines: Iterable[bytes]) -> bytes:
    return b"doorstepSearch.take('%b', `%b`);\n" % (name.encode(), b"\n".join(lines))
