"""The proof of a renaming, before anything is written: the vault says the same, with one id new."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from site_builder.checks.text_links import WIKILINK
from site_builder.compiler import Checked
from site_builder.diagnostics import Diagnostic, Severity
from site_builder.editing.renaming import Renaming
from site_builder.editing.vault_names import VaultNames, names_of
from site_builder.insights.thread import Thread
from site_builder.model.contact import Contact
from site_builder.model.document import Document
from site_builder.model.intro import Intro
from site_builder.model.prose import Link, Prose
from site_builder.model.reference import Reference
from site_builder.source import FILE_START, Span

NO_SPANS: dict[str, Span] = {}


class Proof(Struct, frozen=True):
    """What a renaming would change beside the id; nothing, where it may be made."""

    files: tuple[str, ...] = ()
    """Files that would say something else, by the paths they have now."""
    found: tuple[Diagnostic, ...] = ()
    """What checks would find that they do not find now."""
    threads: tuple[str, ...] = ()
    """Threads that would stand otherwise."""

    @property
    def holds(self) -> bool:
        """Tell whether the renaming changes the id and nothing else."""
        return not (self.files or self.found or self.threads)


def prove(before: Checked, after: Checked, renaming: Renaming) -> Proof:
    """Compare a vault with what it would be: both as the program reads them, up to the new id."""
    return Proof(
        tuple(_differing(before, after, renaming)),
        tuple(_found_anew(before, after, renaming)),
        tuple(_standing_otherwise(before, after, renaming)),
    )


def _differing(before: Checked, after: Checked, renaming: Renaming) -> Iterator[str]:
    old = _Reader(names_of(before.vault), renaming)
    new = _Reader(names_of(after.vault), Renaming(renaming.kind, "", ""))
    if len(before.vault.files) != len(after.vault.files):
        yield renaming.path
    for path, document in before.vault.files.items():
        other = after.vault.files.get(renaming.path_of(path))
        if other is None or old.said(document) != new.said(other):
            yield path


def _found_anew(before: Checked, after: Checked, renaming: Renaming) -> Iterator[Diagnostic]:
    """Yield findings that there were not before: errors by file and check, others by check.

    Of two files that contradict each other the later one is told, which may be another then.
    """
    known = Counter(_kind_of(one, renaming.path_of(one.path)) for one in before.diagnostics)
    for found in after.diagnostics:
        kind = _kind_of(found, found.path)
        known[kind] -= 1
        if known[kind] < 0:
            yield found


def _kind_of(found: Diagnostic, path: str) -> tuple[str, str]:
    return found.id, path if found.severity is Severity.ERROR else ""


def _standing_otherwise(before: Checked, after: Checked, renaming: Renaming) -> Iterator[str]:
    """Yield threads whose state, or the introductions it comes of, would be others.

    Introductions of one day are told in the order of their paths.
    """
    standing = Counter(
        _stand(thread, Renaming(renaming.kind, "", "")) for thread in after.threads.values()
    )
    for thread in before.threads.values():
        stand = _stand(thread, renaming)
        standing[stand] -= 1
        if standing[stand] < 0:
            yield thread.id


def _stand(thread: Thread, renaming: Renaming) -> tuple[Any, ...]:
    standing, paths = thread.standing, (one.intro.path for one in thread.spokes)
    told = tuple((one.event.date, one.event.word) for one in thread.moments)
    days = (standing.since, standing.until, standing.over_on)
    return (frozenset(map(renaming.path_of, paths)), standing.state, days, told)


class _Reader:
    """What files say with every name looked up; it never leaves this module."""

    def __init__(self, names: VaultNames, renaming: Renaming) -> None:
        self.names = names
        self.renaming = renaming

    def said(self, document: Document) -> tuple[Any, ...]:
        """Return all that a file says, without the places."""
        faults = sorted((fault.check, fault.key) for fault in document.faults)
        path = self.renaming.path_of(document.path)
        record = document.written
        if record is None:
            return path, document.text, faults
        links = [self._link(link, document) for link in record.notes.links]
        notes = (record.notes.pieces, record.notes.tags, links)
        whole = self._contact(record) if isinstance(record, Contact) else self._intro(record)
        return path, document.record is None, faults, notes, whole

    def _contact(self, record: Contact) -> tuple[Any, ...]:
        ties = [
            (self._person(line.other), line.closeness, line.hearsay, line.text)
            for line in record.knows
        ]
        standing = [(self._person(line.other), line.weight) for line in record.standing]
        log = [(line.date, line.word, self._text(line.text)) for line in record.log]
        rest = replace(record, path="", id="", knows=(), standing=(), introduced_by=None, log=())
        rest = replace(rest, strangers=(), groups=(), ignore=(), spans=NO_SPANS, notes=Prose())
        if "name" not in record.spans:  # so it is called by its id
            rest = replace(rest, name="")
        groups = [replace(line, span=FILE_START) for line in record.groups]
        return (
            rest,
            groups,
            _waived(record),
            ties,
            standing,
            [self._person(other) for other in record.strangers],
            self._person(record.introduced_by),
            log,
        )

    def _intro(self, record: Intro) -> tuple[Any, ...]:
        people = [self._person(one) for one in (record.target, record.introducer, record.requester)]
        events = [
            (one.date, one.word, self._text(one.text), one.until, one.order)
            for one in record.events
        ]
        rest = replace(record, path="", id="", target=None, introducer=None, requester=None)
        rest = replace(rest, ignore=(), events=(), spans=NO_SPANS, notes=Prose())
        return rest, _waived(record), people, events

    def _person(self, reference: Reference | None) -> tuple[str, ...]:
        if reference is None:
            return ()
        found = self.names.person(reference.name)
        return tuple(map(self.renaming.path_of, found)) or ("", reference.name)

    def _link(self, link: Link, document: Document) -> tuple[Any, ...]:
        shown = "" if link.text == link.target else link.text
        return link.kind, shown, self._way(link, document), link.target.partition("#")[2]

    def _way(self, link: Link, document: Document) -> tuple[tuple[str, ...], str]:
        """Return what a link leads to; a way that is wrong counts as right where its name is.

        Of a way that becomes wrong a check tells.
        """
        found, at = self.names.linked(link, document)
        at = "" if at in found else self.renaming.path_of(at)
        return tuple(map(self.renaming.path_of, found)), at

    def _text(self, text: str) -> list[Any]:
        """Return a log line's text in parts, its links looked up."""
        parts: list[Any] = []
        end = 0
        for found in WIKILINK.finditer(text):
            link = Link(found[1].strip(), "", "wiki", FILE_START)
            way = map(self.renaming.path_of, self.names.named(link))
            parts += [text[end : found.start()], *way]
            label = (found[2] or "").strip()
            parts += ["" if label == link.target else label, link.target.partition("#")[2]]
            end = found.end()
        return [*parts, text[end:]]


def _waived(record: Contact | Intro) -> list[tuple[str, str]]:
    return [(line.check, line.reason) for line in record.ignore]
