"""Where a file names the note that gets another id, and what is to stand there."""

import posixpath
import re
import unicodedata
from collections.abc import Iterator
from urllib.parse import quote, unquote

from msgspec import Struct
from msgspec.structs import replace

from site_builder.checks.places import line_at
from site_builder.checks.references import references_of
from site_builder.checks.text_links import link_place, links_of
from site_builder.editing.renaming import Renaming
from site_builder.editing.vault_names import VaultNames, in_brackets, typed_at
from site_builder.markup.comments import blank_comments
from site_builder.model.directory import INTROS
from site_builder.model.document import Document
from site_builder.model.prose import Link, Prose
from site_builder.model.reference import fold
from site_builder.parsing.front_matter import Split, split
from site_builder.source import Span

BRACKETS = re.compile(r"!?\[\[(?P<target>[^\[\]|\n\\]+?)(?P<label>\\?\|[^\[\]\n]*)?\]\]")
PATH_BEGINS = re.compile(r"\]\(\s*(?P<angle><?)")


class Place(Struct, frozen=True, order=True):
    """A name as it stands in a line, and what it becomes; without that, it cannot be changed."""

    line: int
    column: int
    old: str
    new: str | None = None


def places_in(document: Document, names: VaultNames, renaming: Renaming) -> Iterator[Place]:
    """Yield the places at which a readable file names the one that is renamed, by its id.

    `document` is as the vault knows it: whom a tie names hangs on who else there is.
    """
    record = document.record
    if record is None:
        return
    if renaming.kind == "contact":
        for reference in references_of(record):
            if _means_person(reference.name, names, renaming):
                yield _name(document, reference.span, renaming)
    for link in record.notes.links:
        yield from _in_notes(link, document, names, renaming)
    bare = replace(document, record=replace(record, notes=Prose()), text=_uncommented(document))
    for link in links_of(bare):
        if _means(link, names, renaming):
            yield _bracketed(bare, link, renaming)


def _in_notes(
    link: Link, document: Document, names: VaultNames, renaming: Renaming
) -> Iterator[Place]:
    if in_brackets(link, document):
        if _means(link, names, renaming):
            yield _bracketed(document, link, renaming)
        return
    _, at = names.linked(link, document)
    leaves = document.path == renaming.path and renaming.leaves_folder
    if at == renaming.path or (leaves and link_place(link)[:1] not in {"", "/"}):
        yield _way(document, link, renaming, at)
    elif link_place(link).endswith(".md") and _means(link, names, renaming):
        yield _way(document, link, renaming, renaming.path)  # a wrong way to the right name


def _means(link: Link, names: VaultNames, renaming: Renaming) -> bool:
    """Tell whether a link finds the note by its id, whatever its place says."""
    place = link_place(link)
    if renaming.retyped(place) is None:
        return False
    if renaming.kind == "contact":
        return INTROS not in link.target and _means_person(place, names, renaming)
    return INTROS in link.target or not names.directory.find(place)


def _means_person(name: str, names: VaultNames, renaming: Renaming) -> bool:
    """Tell whether a name finds the person by the id alone; a name that stays finds them still."""
    if renaming.retyped(name) is None or names.person(name) != (renaming.path,):
        return False
    if name == renaming.old:
        return True
    directory, only = names.directory, (renaming.old,)
    alias = directory.aliases.get(fold(name))
    return only not in (alias, directory.names.get(unicodedata.normalize("NFC", name)))


def _name(document: Document, span: Span, renaming: Renaming) -> Place:
    """Return a reference of the front matter; what YAML has joined or unescaped stays unknown."""
    typed = typed_at(document, span)
    return Place(span.line, span.column, typed, renaming.retyped(typed))


def _bracketed(document: Document, link: Link, renaming: Renaming) -> Place:
    typed = typed_at(document, link.span)
    found = BRACKETS.fullmatch(typed)
    if found is None:
        return Place(link.span.line, link.span.column, link.target)
    target, label = found["target"], found["label"] or ""
    new, column = renaming.retyped(target), link.span.column + found.start("target")
    if new is not None and label.lstrip("\\|").strip() == target.strip():  # no words of its own
        target, new = target + label, new + label.replace(target.strip(), new.strip())
    return Place(link.span.line, column, target, new)


def _way(document: Document, link: Link, renaming: Renaming, at: str) -> Place:
    """Return a path, from where its file will be to where what it leads to will be."""
    place = link_place(link)
    if not renaming.leaves_folder:
        return _path(document, link, renaming.retyped(link.target), renaming)
    home = posixpath.dirname(renaming.path_of(document.path))
    way = posixpath.relpath(renaming.path_of(at), home)
    return _path(document, link, way + link.target[len(place) :], renaming)


def _path(document: Document, link: Link, new: str | None, renaming: Renaming) -> Place:
    """Return where a path stands in its link, behind the words that are shown for it."""
    line, start = line_at(document, link.span.line), link.span.column - 1
    typed = typed_at(document, link.span)
    for found in PATH_BEGINS.finditer(line):
        at = found.end()
        if new is not None and typed and at >= start and line.startswith(typed, at):
            plain = typed == unquote(typed) and renaming.retyped(typed) == new
            fresh = new if plain or found["angle"] else quote(new, safe="/#")
            place = Place(link.span.line, at + 1, typed, fresh)
            return _with_label(place, line) if link.text == link.target else place
    return Place(link.span.line, link.span.column, link.target)


def _with_label(place: Place, line: str) -> Place:
    """Return a path whose words only repeat it together with them."""
    begin = place.column - 1 - len(place.old) - len("](")
    if line[: place.column - 1].endswith(f"[{place.old}]("):
        old, new = f"{place.old}]({place.old}", f"{place.new}]({place.new}"
        return Place(place.line, begin + 1, old, new)
    return Place(place.line, place.column, place.old)


def _uncommented(document: Document) -> str:
    """Return the text with blanks for the comments of its body, as its log is read."""
    parts = split(document.text)
    body = parts.body if isinstance(parts, Split) else ""
    return document.text[: len(document.text) - len(body)] + blank_comments(body)
