"""Which note is to be renamed, what it is to be called, and whether that can be."""

import re
import unicodedata
from collections.abc import Iterator
from pathlib import PurePosixPath

from site_builder.app.answers import near_name
from site_builder.app.note_made import is_id
from site_builder.checks.text_links import names_in
from site_builder.editing.renaming import Renaming
from site_builder.insights.words import listing
from site_builder.model.directory import INTROS
from site_builder.model.document import Document
from site_builder.model.reference import fold, path_stem
from site_builder.model.vault import Vault
from site_builder.reading.names_skip import is_skipped
from site_builder.source import Span

FOLDER = re.compile(r"\w[\w .-]*(?<! )")
LONGEST_NAME = 255
"""Bytes of a file's name that every disk takes."""
END = ".md"


def note_named(vault: Vault, name: str) -> Document | str:
    """Return the file of a contact or an introduction, or a sentence that says why not."""
    if name in vault.files:
        return vault.files[name]
    people = () if INTROS in name else vault.directory.find(name)
    if len(people) > 1:
        return f'"{name}" may be {listing(sorted(people), "or")}; type one of these ids'
    kind, wanted = ("contact", people[0]) if people else ("intro", path_stem(name))
    found = [one for one in vault.documents if one.kind == kind and fold(one.id) == fold(wanted)]
    if len(found) > 1:
        paths = listing([one.path for one in found], "or")
        return f'"{name}" is the id of several files: type {paths}'
    if found:
        return found[0]
    intros = ((one.id, one.id) for one in vault.documents if one.kind == "intro")
    near = near_name(name, (*vault.directory.spellings, *intros))
    return f'no contact or introduction is called "{name}".{near}'


def renaming_to(document: Document, new: str) -> Renaming | str:
    """Return the renaming to an id, a path, or a folder with `/` behind it, or what is wrong."""
    top = f"{document.kind}s/"
    typed = unicodedata.normalize("NFC", new)
    if typed.endswith("/"):
        typed += document.id
    if "/" not in typed:
        typed = f"{PurePosixPath(document.path).parent}/{typed}"
    path = typed if typed.endswith(END) else typed + END
    *folders, name = path.split("/")
    stem = name.removesuffix(END)
    if f"{folders[0]}/" != top:
        return f'"{new}" is not in {top}; the id alone is enough, like eva-moen'
    if not all(FOLDER.fullmatch(one) and not is_skipped(one) for one in folders):
        return f'"{new}" has a folder that is not read; use letters, digits, blanks, ". _ -"'
    if stem != document.id and (not is_id(stem) or stem.endswith(END)):
        return f'"{new}" cannot be an id; use letters, digits, ". _ -", like eva-moen'
    if len(name.encode()) > LONGEST_NAME:
        return f'"{new}" is too long for the name of a file; use a shorter id'
    if path == document.path:
        return f"{path} is called so already"
    return Renaming(document.kind, document.path, path)


def why_not(vault: Vault, renaming: Renaming) -> tuple[str, str] | None:
    """Return what is in the way of a new id, and the cure; None if nothing is."""
    new, another = renaming.new, "choose another id"
    if fold(new) == fold(renaming.old):
        return None
    for document in vault.documents:
        if fold(document.id) == fold(new):
            if document.kind == renaming.kind:
                return f'the id "{new}" belongs to {document.path}', another
            return f"{document.path} is called so, and links could not tell the two", another
    directory = vault.directory
    others = {
        person
        for called in (directory.aliases, directory.names)
        for name, people in called.items()
        if fold(name) == fold(new)
        for person in people
        if renaming.kind == "intro" or person != renaming.old
    }
    if others:
        return f'"{new}" is an alias or the name of {listing(sorted(others))}', another
    for path, span in _waiting(vault, new):
        where = f"{path}:{span.line}:{span.column}"
        reason = f'{where} names "{new}" already, which nobody is called; it would mean this'
        return reason, "correct that name first, or choose another id"
    return None


def _waiting(vault: Vault, new: str) -> Iterator[tuple[str, Span]]:
    """Yield where files name somebody or something by this id that is not there."""
    for path, document in vault.files.items():
        for name, span in names_in(document):
            if fold(path_stem(name)) == fold(new) and not vault.directory.find(name):
                yield path, span
