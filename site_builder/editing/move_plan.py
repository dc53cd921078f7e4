"""What a renaming changes: every place that names the note, and the texts that come of it."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from site_builder.checks.places import line_at
from site_builder.checks.text_links import WIKILINK
from site_builder.editing.edit_errors import MoveRefusedError
from site_builder.editing.name_places import Place, places_in
from site_builder.editing.renaming import Renaming
from site_builder.editing.vault_names import VaultNames
from site_builder.model.document import Document
from site_builder.model.letters import LETTERS
from site_builder.parsing.front_matter import FENCE, Split, split
from site_builder.source import Source

UNDERSTOOD = frozenset({"unquoted-link"})
"""Faults that leave no doubt of what is meant."""
WHOLE = frozenset({"duplicate-key", "nested-value"})
"""Faults by which what stands further below in the front matter is not read."""
UNSURE = "names it in a way that cannot be changed with certainty"
CURE = "write the id there on one line, without escapes, then try again"
UNKNOWN = "cannot be read; `build check` says why"
UNREAD = "cannot be read, and may name it; `build check` says why"
FAULTY = "names it where something is wrong; `build check` says what"
MEND = "mend that first, then try again"


class Change(Struct, frozen=True):
    """One name that is typed anew."""

    path: str
    """Of the file as it is called afterwards."""
    line: int
    column: int
    old: str
    new: str


class Move(Struct, frozen=True):
    """A renaming with all that it changes."""

    renaming: Renaming
    changes: tuple[Change, ...]
    """In the order of paths and places."""
    texts: Mapping[str, tuple[bytes, bytes]]
    """What each file that is changed holds before and after, by the path it has now."""
    data: bytes
    """What the file holds that is renamed."""
    sources: tuple[Source, ...]
    """The whole vault as it will be, in path order."""
    unread: tuple[Change, ...] = ()
    """Places that look like links to it and are read as none; they stay. `new` is empty."""


def plan_move(
    documents: Mapping[str, Document],
    sources: Sequence[Source],
    names: VaultNames,
    renaming: Renaming,
) -> Move:
    """Return what a renaming changes, or raise `MoveRefusedError` where that is in doubt."""
    if documents[renaming.path].record is None:
        raise MoveRefusedError(renaming.path, f"{renaming.path} {UNKNOWN}", MEND)
    changes: list[Change] = []
    unread: list[Change] = []
    texts: dict[str, tuple[bytes, bytes]] = {}
    after: list[Source] = []
    for source in sources:
        document, path = documents[source.path], renaming.path_of(source.path)
        if source.unreadable or (source.data and not document.text):
            raise MoveRefusedError(renaming.path, f"{source.path} {UNREAD}", MEND)
        places = sorted(set(places_in(document, names, renaming)))
        for place in places:
            if place.new is None:
                _refuse(renaming, source.path, place, UNSURE, CURE)
        for place in _in_doubt(document, renaming, places):
            _refuse(renaming, source.path, place, FAULTY, MEND)
        places = [place for place in places if place.new != place.old]
        data = retyped(source.data, places) if places else source.data
        if data != source.data:
            texts[source.path] = (source.data, data)
        changes += (_change(path, place) for place in places)
        unread += (_change(path, place) for place in _unread(document, renaming, places))
        same = path == source.path and data is source.data
        after.append(source if same else Source(path, data))
    data = next(source.data for source in after if source.path == renaming.new_path)
    after.sort(key=lambda source: source.path)
    return Move(renaming, _ordered(changes), texts, data, tuple(after), _ordered(unread))


def retyped(data: bytes, places: Sequence[Place]) -> bytes:
    """Return a text with other names at these places; all other bytes stay."""
    lines = data.split(b"\n")
    for place in sorted(places, reverse=True):
        line, start = lines[place.line - 1].decode(), place.column - 1
        line = f"{line[:start]}{place.new}{line[start + len(place.old) :]}"
        lines[place.line - 1] = line.encode()
    return b"\n".join(lines)


def _ordered(changes: Sequence[Change]) -> tuple[Change, ...]:
    return tuple(sorted(changes, key=lambda one: (one.path, one.line, one.column)))


def _change(path: str, place: Place) -> Change:
    return Change(path, place.line, place.column, place.old, place.new or "")


def _refuse(renaming: Renaming, path: str, place: Place, why: str, cure: str) -> None:
    where = f"{path}:{place.line}:{place.column}"
    raise MoveRefusedError(renaming.path, f"{where} {why}", cure)


def _in_doubt(document: Document, renaming: Renaming, places: Sequence[Place]) -> Iterator[Place]:
    """Yield where the id stands in what cannot be read: it may be a reference.

    In the front matter that is any word that is the id, below it only a link.
    """
    body_line, mention = _body_line(document), mention_of(renaming.old)
    for number in sorted(_faulty_lines(document, body_line)):
        pattern, name = (mention, 0) if number < body_line else (WIKILINK, 1)
        for found in pattern.finditer(line_at(document, number)):
            start = found.start(name)
            known = any(
                place.line == number and start < place.column <= found.end() for place in places
            )
            if not known and renaming.retyped(found[name]) is not None:
                yield Place(number, start + 1, found[0])


def _body_line(document: Document) -> int:
    """Return the line on which the body begins; front matter without an end has none."""
    parts = split(document.text)
    if isinstance(parts, Split):
        return parts.body_line
    return document.text.count("\n") + 2 if document.text.startswith(FENCE) else 1


def _faulty_lines(document: Document, body_line: int) -> set[int]:
    """Return the lines of a file that something is wrong with."""
    if document.record is None:
        return set(range(1, document.text.count("\n") + 2))
    faults = [fault for fault in document.faults if fault.check not in UNDERSTOOD]
    lines = {line for fault in faults for line in range(fault.span.line, fault.span.end_line + 1)}
    if any(fault.check in WHOLE for fault in faults):
        return lines | set(range(1, body_line))
    return lines


def _unread(document: Document, renaming: Renaming, places: Sequence[Place]) -> Iterator[Place]:
    """Yield `[[links]]` to the note by its id that the program reads as none."""
    if "[[" not in document.text:
        return
    known = {(place.line, place.column) for place in places}
    for number, line in enumerate(document.text.split("\n"), 1):
        for found in WIKILINK.finditer(line):
            column = found.start(1) + 1
            if renaming.retyped(found[1]) is not None and (number, column) not in known:
                yield Place(number, column, found[1])


def mention_of(name: str) -> re.Pattern[str]:
    """Return what finds an id as a word of its own, however its letters are composed."""
    forms = {unicodedata.normalize(form, name) for form in ("NFC", "NFD")} | {name}
    either = "|".join(map(re.escape, sorted(forms)))
    return re.compile(rf"(?<![{LETTERS}.-])(?:{either})(?![{LETTERS}-]|\.\w)", re.IGNORECASE)
