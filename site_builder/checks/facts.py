"""What a check is given: the vault, my threads, the day, and what reading the files met with."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date

from msgspec import Struct, field

from site_builder.audience.vault_filter import Shown
from site_builder.checks.full_names import Names, full_names
from site_builder.checks.references import references_of
from site_builder.checks.text_links import link_place, links_of, wide_links_of
from site_builder.checks.wording import shortened
from site_builder.insights.asks import AskRecord
from site_builder.insights.thread import Thread, Threads
from site_builder.model.contact import Contact, ContactId, Waiver
from site_builder.model.document import Document, Fault
from site_builder.model.intro import Event, Intro
from site_builder.model.prose import Link
from site_builder.model.reference import Reference, fold
from site_builder.model.vault import Spoke, Vault
from site_builder.tables import FRESH, Tables


class Facts(Struct, frozen=True):
    """What a check looks at, and everything it may look up.

    A check of one file, one target or one connector is called once for each of them, with just
    the files, introductions and threads that are theirs.
    """

    vault: Vault
    today: date
    documents: Mapping[str, Document]
    """Every file by its path."""
    paths: Mapping[ContactId, str]
    """Whose file is whose, unreadable files and drafts included."""
    repeated: Mapping[str, str]
    """Files whose id an earlier file of their kind has, with the path of that file."""
    who: Mapping[str, tuple[ContactId, ...]]
    """Whom each name in a front matter finds: nobody, one person, or several."""
    full_names: Names
    mails: Mapping[str, tuple[str, ...]]
    """Paths of the files that have a mail address, by folded address."""
    doubtful: Mapping[str, tuple[Link, ...]]
    """Links that name a path, nobody, or more than one person, by file."""
    unclear: Mapping[int, tuple[str, ...]]
    """Names in a front matter that find nobody (0) or more than one person (2)."""
    untied: tuple[Spoke, ...]
    """Introductions for me whose two people have no tie on record, in path order."""
    waived: Mapping[tuple[str, str], tuple[Waiver, ...]]
    """The waivers of every readable file, by path and check; the last of several counts."""
    check_ids: tuple[str, ...] = ()
    files: Collection[Document] = ()
    """The files to look at, in path order."""
    spokes: Collection[Spoke] = ()
    """The introductions to look at, in path order."""
    threads: Collection[Thread] = ()
    asks: Mapping[ContactId, tuple[AskRecord, ...]] = field(default_factory=dict)
    shown: Shown | None = None
    """What the audience of the build sees; none where it is the owner."""
    zones: Callable[[], Collection[str]] = tuple
    """The time zones there are, looked for only where a file names one."""
    idle: tuple[tuple[str, Waiver], ...] = ()
    """Waivers that excused nothing, with their paths; known when every other check has run."""

    def faults(self, check: str) -> Iterator[tuple[Document, Fault]]:
        """Yield what reading the files met with and this check reports."""
        for document in self.files:
            for fault in document.faults:
                if fault.check == check:
                    yield document, fault

    def contacts(self, *, unread: bool = False) -> Iterator[tuple[Document, Contact]]:
        """Yield the readable contact files in path order, drafts included.

        `unread`: also those of whose front matter nothing is known, for what stands below it.
        """
        for document in self.files:
            record = document.written if unread else document.record
            if isinstance(record, Contact):
                yield document, record

    def intros(self, *, unread: bool = False) -> Iterator[tuple[Document, Intro]]:
        """Yield the introduction files, likewise."""
        for document in self.files:
            record = document.written if unread else document.record
            if isinstance(record, Intro):
                yield document, record

    def own_spokes(self) -> Iterator[Spoke]:
        """Yield the introductions made for me."""
        for spoke in self.spokes:
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
        return shortened(known.name) if known else person


def facts_of(
    vault: Vault, threads: Threads, *, today: date, check_ids: Iterable[str], tables: Tables = FRESH
) -> Facts:
    """Collect the facts of a vault on a day."""
    files = vault.files
    repeated = _repeats(files, tables)
    said = tables.derive("named in", files, lambda path: tuple(_named(files[path])))
    named = tables.invert("named", said)
    stated = tables.derive("stated path", files, lambda path: tuple(_stated(files[path])))
    paths = tables.invert("stated paths", stated)
    find = vault.directory.find
    links = tables.derive("links in", files, lambda path: _links(files[path]))
    mails = tables.derive("mails in", files, lambda path: tuple(_mails(files[path])))
    doubts = tables.derive("doubts", links, lambda path: tuple(_doubts(path, links[path], find)))
    who = tables.derive("who", named, find)
    unclear = tables.derive("unclear", who, lambda name: _unclear(name, who[name]))
    untied = tables.derive("untied", vault.paths, lambda path: _untied(vault.paths[path], vault))
    waived = tables.derive("waived in", files, lambda path: tuple(_waived(files[path])))
    return Facts(
        vault=vault,
        today=today,
        documents=files,
        paths=tables.derive("paths", paths, lambda person: paths[person][0]),
        repeated=repeated,
        who=who,
        full_names=full_names(vault.people, tables),
        mails=tables.invert("mails", mails),
        doubtful=tables.invert("doubtful", doubts),
        unclear=tables.invert("unclear names", unclear),
        untied=tables.invert("untied spokes", untied).get("", ()),
        waived=tables.invert("waived", waived),
        check_ids=tuple(check_ids),
        files=files.values(),
        spokes=vault.paths.values(),
        threads=threads.values(),
    )


def _repeats(files: Mapping[str, Document], tables: Tables) -> Mapping[str, str]:
    """Return the files whose id an earlier file has, and which one that is."""
    owned = tables.derive("file id", files, lambda path: ((_id(files[path]), path),))
    owners = tables.invert("file ids", owned)
    doubles = tables.derive("doubles", owners, lambda key: _doubles(owners[key]))
    repeats = tables.invert("repeats", doubles)
    return tables.derive("repeated", repeats, lambda path: repeats[path][0])


def _id(document: Document) -> tuple[str, str]:
    return document.kind, fold(document.id)


def _stated(document: Document) -> Iterator[tuple[ContactId, str]]:
    if document.kind == "contact":
        yield ContactId(document.id), document.path


def _doubles(paths: Sequence[str]) -> tuple[tuple[str, str], ...]:
    return tuple((path, paths[0]) for path in paths[1:])


def _links(document: Document) -> tuple[Link, ...]:
    return (*links_of(document), *wide_links_of(document))


def _doubts(
    path: str, links: Iterable[Link], find: Callable[[str], tuple[ContactId, ...]]
) -> Iterator[tuple[str, Link]]:
    for link in links:
        if link.kind == "path" or len(find(link_place(link))) != 1:
            yield path, link


def _unclear(name: str, found: Sequence[ContactId]) -> tuple[tuple[int, str], ...]:
    return () if len(found) == 1 else ((2 if found else 0, name),)


def _untied(spoke: Spoke, vault: Vault) -> tuple[tuple[str, Spoke], ...]:
    if spoke.requester is not None or vault.tie(spoke.introducer, spoke.target):
        return ()
    return (("", spoke),)


def _waived(document: Document) -> Iterator[tuple[tuple[str, str], Waiver]]:
    for waiver in document.record.ignore if document.record else ():
        yield (document.path, waiver.check), waiver


def _mails(document: Document) -> Iterator[tuple[str, str]]:
    if isinstance(document.record, Contact):
        for mail in dict.fromkeys(map(fold, document.record.email)):
            yield mail, document.path


def _named(document: Document) -> Iterator[tuple[str, str]]:
    for reference in references_of(document.record):
        yield reference.name, document.path
