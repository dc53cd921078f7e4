"""What the names in a vault find: files, whichever way they are called."""

import posixpath
from collections.abc import Mapping

from msgspec import Struct

from site_builder.checks.places import line_at
from site_builder.checks.text_links import link_name, link_place
from site_builder.model.directory import INTROS, Directory
from site_builder.model.document import Document
from site_builder.model.prose import Link
from site_builder.model.reference import fold
from site_builder.model.vault import Vault
from site_builder.source import Span

Found = tuple[str, ...]
"""Paths of the files that a name finds; of one that finds none, what was typed."""


class VaultNames(Struct, frozen=True):
    """The files of a vault by the names that find them."""

    directory: Directory
    contacts: Mapping[str, str]
    """Paths by folded id; of two files with one id the first counts."""
    intros: Mapping[str, str]
    files: Mapping[str, str]
    """Paths by folded path."""

    def person(self, name: str) -> Found:
        """Return whom a reference finds."""
        return tuple(self.contacts[fold(one)] for one in self.directory.find(name))

    def linked(self, link: Link, document: Document) -> tuple[Found, str]:
        """Return what a link in a file leads to: by its name, and by the way from that file."""
        if in_brackets(link, document):
            return self.named(link), ""
        place = link_place(link)
        found = self.named(link) if place.endswith(".md") else ()
        whole = posixpath.normpath(posixpath.join(posixpath.dirname(document.path), place))
        if found in {(), (link.target,)}:
            return (), whole if place else link.target
        return found, self.files.get(fold(whole), "")

    def named(self, link: Link) -> Found:
        """Return whom or what the name in a link finds; a person before an introduction."""
        name = link_name(link) if link.kind == "path" else link_place(link)
        people = () if INTROS in link.target else self.person(name)
        intro = self.intros.get(fold(link_name(link)))
        return people or ((link.target,) if intro is None else (intro,))


def in_brackets(link: Link, document: Document) -> bool:
    """Tell whether a link is a `[[name]]` or an `![[embed]]`, and no path."""
    return link.kind == "wiki" or typed_at(document, link.span).startswith("![[")


def typed_at(document: Document, span: Span) -> str:
    """Return what stands on a span of one line, "" for one of several."""
    if span.line != span.end_line:
        return ""
    return line_at(document, span.line)[span.column - 1 : span.end_column - 1]


def names_of(vault: Vault) -> VaultNames:
    """Return the names of a vault."""
    contacts: dict[str, str] = {}
    intros: dict[str, str] = {}
    for document in vault.read.values():
        known = contacts if document.kind == "contact" else intros
        known.setdefault(fold(document.id), document.path)
    files = {fold(path): path for path in vault.read}
    return VaultNames(vault.directory, contacts, intros, files)
