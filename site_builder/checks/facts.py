"""What a check is given: the vault, my threads, the day, and what reading the files met with."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from site_builder.audience.vault_filter import Shown
from site_builder.checks.references import references_of
from site_builder.insights.thread import Thread
from site_builder.model.contact import Contact, ContactId, Waiver
from site_builder.model.document import Document, Fault
from site_builder.model.intro import Event, Intro
from site_builder.model.reference import Reference, fold
from site_builder.model.vault import Spoke, Vault

FaultsById = Mapping[str, tuple[tuple[Document, Fault], ...]]


@dataclass(frozen=True, slots=True)
class IdleWaiver:
    """A waiver that excused nothing, and the file that states it."""

    document: Document
    waiver: Waiver


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything there is to check."""

    vault: Vault
    threads: tuple[Thread, ...]
    today: date
    faults: FaultsById
    """What reading the files met with, by check id."""
    documents: Mapping[str, Document]
    """Every file by its path."""
    paths: Mapping[ContactId, str]
    """Whose file is whose, unreadable files and drafts included."""
    repeated: Mapping[str, str]
    """Files whose id an earlier file of their kind has, with the path of that file."""
    who: Mapping[str, tuple[ContactId, ...]]
    """Whom each name in a front matter finds: nobody, one person, or several."""
    check_ids: tuple[str, ...] = ()
    shown: Shown | None = None
    """What the audience of the build sees; none where it is the owner."""
    idle: tuple[IdleWaiver, ...] = ()
    """Known only when every other check has run."""

    def contacts(self) -> Iterator[tuple[Document, Contact]]:
        """Yield the readable contact files in path order, drafts included."""
        for document in self.vault.documents:
            if isinstance(document.record, Contact):
                yield document, document.record

    def intros(self) -> Iterator[tuple[Document, Intro]]:
        """Yield the readable introduction files in path order, drafts included."""
        for document in self.vault.documents:
            if isinstance(document.record, Intro):
                yield document, document.record

    def own_spokes(self) -> Iterator[Spoke]:
        """Yield the introductions made for me."""
        for spoke in self.vault.spokes:
            if spoke.requester is None and self.counts(spoke):
                yield spoke

    def counts(self, spoke: Spoke) -> bool:
        """Tell whether etiquette is asked of a file: drafts and repeated ids are left out."""
        return not spoke.intro.draft and spoke.intro.path not in self.repeated

    def doubted(self, path: str, key: str) -> bool:
        """Tell whether reading the file met with a fault in this key, or in one meant as it."""
        return any(key in {fault.key, fault.cure} for fault in self.documents[path].faults)

    def torn(self, spoke: Spoke) -> bool:
        """Tell whether the log has a line that cannot be read, so that an event may be missing."""
        faults = self.documents[spoke.intro.path].faults
        return any(fault.check in {"unknown-event", "invalid-log-line"} for fault in faults)

    def one(self, named: Reference | None) -> ContactId | None:
        """Return the one person that a front matter names, or None."""
        found = self.who[named.name] if named else ()
        return found[0] if len(found) == 1 else None

    def past(self, intro: Intro) -> list[Event]:
        """Return the introduction's events up to today, in order."""
        return [event for event in intro.events if event.date <= self.today]

    def name(self, person: ContactId) -> str:
        """Return how a sentence calls a person."""
        known = self.vault.people.get(person)
        return " ".join(known.name.split())[:60] if known else person


def facts_of(
    vault: Vault,
    threads: Iterable[Thread],
    *,
    today: date,
    check_ids: Iterable[str],
    shown: Shown | None = None,
) -> Facts:
    """Collect the facts of a vault on a day."""
    faults: dict[str, list[tuple[Document, Fault]]] = {}
    paths: dict[ContactId, str] = {}
    first: dict[tuple[str, str], str] = {}
    repeated: dict[str, str] = {}
    for document in vault.documents:
        if document.kind == "contact":
            paths.setdefault(ContactId(document.id), document.path)
        owner = first.setdefault((document.kind, fold(document.id)), document.path)
        if owner != document.path:
            repeated[document.path] = owner
        for fault in document.faults:
            faults.setdefault(fault.check, []).append((document, fault))
    return Facts(
        vault=vault,
        threads=tuple(threads),
        today=today,
        faults={check: tuple(found) for check, found in faults.items()},
        documents={document.path: document for document in vault.documents},
        paths=paths,
        repeated=repeated,
        who={name: vault.directory.find(name) for name in _named(vault.documents)},
        check_ids=tuple(check_ids),
        shown=shown,
    )


def _named(documents: Iterable[Document]) -> set[str]:
    return {
        reference.name
        for document in documents
        if document.record is not None
        for reference in references_of(document.record)
    }
