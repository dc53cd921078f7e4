"""The links in a file's notes and in its log lines, each with its place."""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from site_builder.checks.places import place_of
from site_builder.checks.references import references_of
from site_builder.model.contact import Contact
from site_builder.model.document import Document
from site_builder.model.prose import Link
from site_builder.model.reference import path_stem
from site_builder.parsing.front_matter import Split, split
from site_builder.source import Span

WIKILINK = re.compile(r"(?<!!)\[\[([^\[\]|\\]+)(?:\\?\|([^\[\]]*))?\]\]")
WIDE_LINK = re.compile("［［([^［］\n]+)］］")
"""Brackets of double width, as keyboards for Chinese and Japanese type them, make no link."""
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


def names_in(document: Document) -> Iterator[tuple[str, Span]]:
    """Yield every name by which a file calls a person or another file, with its place."""
    for reference in references_of(document.record):
        yield reference.name, reference.span
    for link in links_of(document):
        yield link_place(link), link.span


def wide_links_of(document: Document) -> Iterator[Link]:
    """Yield what was meant as a link below the front matter, in brackets of double width."""
    parts = split(document.text) if "［［" in document.text else None
    if not isinstance(parts, Split):
        return
    for number, line in enumerate(parts.body.split("\n"), parts.body_line):
        for match in WIDE_LINK.finditer(line):
            span = Span(number, match.start() + 1, number, match.end() + 1)
            yield Link(match[0], match[0], "wiki", span)


def link_name(link: Link) -> str:
    """Return the name of whom or what a link leads to, without folders."""
    return path_stem(link_place(link))


def link_place(link: Link) -> str:
    """Return what a link leads to as it was typed, without the part inside the page."""
    return link.target.partition("#")[0].strip()
