"""The links in a file's notes and in its log lines, each with its place."""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from site_builder.checks.places import place_of
from site_builder.model.contact import Contact
from site_builder.model.document import Document
from site_builder.model.prose import Link
from site_builder.model.reference import path_stem
from site_builder.source import Span

WIKILINK = re.compile(r"(?<!!)\[\[([^\[\]|\\]+)(?:\\?\|([^\[\]]*))?\]\]")
CONTINUED = 9
"""A log line's text may go on for this many lines."""


def links_of(document: Document) -> Iterator[Link]:
    """Yield the links of the notes, then those of the log; embeds are left out.

    A file whose front matter cannot be read has them, too.
    """
    record = document.written
    if record is None:
        return
    for link in record.notes.links:
        if link.kind != "embed":
            yield link
    for row in record.log if isinstance(record, Contact) else record.events:
        if "[[" in row.text:
            span = row.span
            rest = Span(span.line, span.column, span.line + CONTINUED, 1)
            for match in WIKILINK.finditer(row.text):
                found = place_of(document, rest, match[0])
                yield Link(match[1].strip(), match[0], "wiki", span if found == rest else found)
                if found != rest:
                    rest = replace(rest, line=found.line, column=found.end_column)


def link_name(link: Link) -> str:
    """Return the name of whom or what a link leads to, without folders."""
    return path_stem(link_place(link))


def link_place(link: Link) -> str:
    """Return what a link leads to as it was typed, without the part inside the page."""
    return link.target.partition("#")[0].strip()
