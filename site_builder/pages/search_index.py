"""The search index: two classic scripts that hand their lines to the page's own search.

Scripts, because a page that was opened from disk may load scripts and nothing else. A line is one
record; its fields stand between tabs and empty ones at its end are left out:

    c/tara-lindqvist⇥Tara Lindqvist⇥VP Platform, Northwind · Stockholm⇥Oslo Rowing⇥nordics

`search-index.js` holds names and what is shown beside them, `search-notes.js` what is told, so that
names are found before the notes of ten thousand people have been read.
"""

import re
from collections.abc import Iterable, Iterator

from site_builder.insights.insight import Insights
from site_builder.pages.prose import link_index
from site_builder.pages.search_entry import (
    SearchEntry,
    circle_entry,
    door_entry,
    intro_entry,
    person_entry,
)

SPECIAL = re.compile(r"[\\`$<]")
"""What could end a template literal of JavaScript, or an element around it."""
ESCAPES = str.maketrans({"\\": r"\\", "`": r"\`", "$": r"\$", "<": r"\x3c"})

SCRIPT = "static/js/search.js"
"""The script of a theme that reads the index; without it no index is written."""


def search_files(insights: Insights) -> dict[str, bytes]:
    """Return the two scripts: people by id, doors as they rank, introductions, circles."""
    lines = [(index_line(entry), notes_line(entry)) for entry in search_entries(insights)]
    return {
        "search-index.js": _script("index", (line for line, _ in lines)),
        "search-notes.js": _script("notes", (line for _, line in lines if line)),
    }


def search_entries(insights: Insights) -> Iterator[SearchEntry]:
    """Yield everything there is to be found, in the order in which equal finds are shown."""
    vault, links = insights.vault, link_index(insights.vault)
    with_door = {spoke.intro.id for door in insights.doors for spoke in door.thread.spokes}
    for person in vault.people.values():
        yield person_entry(person, vault, links)
    for door in insights.doors:
        yield door_entry(door, insights)
    for spoke in vault.spokes:
        yield intro_entry(spoke, vault, links, has_door=spoke.intro.id in with_door)
    for circle in vault.circles.values():
        yield circle_entry(circle)


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
    """Return `c/tara-lindqvist` for `contacts/tara-lindqvist.html`."""
    folder, _, page = entry.href.partition("/")
    return f"{folder[0]}/{page.removesuffix('.html')}"


def _line(*fields: str) -> str:
    line = "\t".join([" ".join(field.split()) for field in fields]).rstrip("\t")
    return line.translate(ESCAPES) if SPECIAL.search(line) else line


def _script(name: str, lines: Iterable[str]) -> bytes:
    text = "\n".join(lines)
    return f"doorstepSearch.take('{name}', `{text}`);\n".encode("utf-8", "replace")
