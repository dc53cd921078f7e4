"""From single documents to one vault: look up every reference, index ties and circles."""

from collections.abc import Iterable, Iterator, Mapping
from operator import itemgetter

from msgspec import Struct
from msgspec.structs import replace

from site_builder.model.circle_name import circle_name
from site_builder.model.contact import Contact, ContactId, Membership, TieLine
from site_builder.model.directory import Claims, Directory, directory_of
from site_builder.model.document import Document
from site_builder.model.intro import Intro
from site_builder.model.prose import Prose
from site_builder.model.reference import fold
from site_builder.model.settings import Settings
from site_builder.model.tie_names import settled
from site_builder.model.vault import Circle, Naming, Spoke, Ties, Vault
from site_builder.tables import FRESH, Tables, grouped

SMALLEST_CIRCLE = 2
NOTHING_SAID = Prose()
People = Mapping[ContactId, Contact]


def assemble(documents: Iterable[Document], settings: Settings, *, drafts: bool = False) -> Vault:
    """Build the vault of these documents."""
    return assemble_files({one.path: one for one in documents}, settings, drafts=drafts)


def assemble_files(
    files: Mapping[str, Document],
    settings: Settings,
    *,
    drafts: bool = False,
    tables: Tables = FRESH,
) -> Vault:
    """Build the vault; what a fault makes unusable is left out, never guessed."""
    tables.constant("settings", (settings, drafts))
    claims = _claims("contact", files, tables)
    directory = directory_of(claims, tables)
    whole = tables.each("settled", files, lambda file: settled(file, directory))
    records = _people(claims, whole, tables, drafts=drafts)
    people = tables.each("people", records, _sketch)
    owners = _owners(people, tables)
    me = owners[0] if owners else None
    tables.constant("me", me)
    ties = tables.each("ties", people, lambda one: _ties(one, people, directory))
    intros = _claims("intro", files, tables)
    lookup = _Lookup(directory, people, me)
    spokes = tables.each("spoke", intros, lambda files: lookup.spoke(files, drafts=drafts))
    return Vault(
        files=whole,
        read=files,
        people=people,
        directory=directory,
        settings=settings,
        me=me,
        owners=owners,
        records=records,
        names=tables.each("naming", people, _naming),
        ties=ties,
        acquaintances=_acquaintances(ties, tables),
        strangers=_strangers(people, directory, tables),
        circles=_circles(people, settings, tables),
        paths=_paths(spokes, tables),
    )


def _claims(kind: str, files: Mapping[str, Document], tables: Tables) -> Claims:
    """Return the files of one kind by folded id."""

    def claim(document: Document) -> Iterator[tuple[str, Document]]:
        if document.kind == kind:
            yield fold(document.id), document

    return tables.group(f"{kind} claims", files, claim)


def _owners(people: People, tables: Tables) -> tuple[ContactId, ...]:
    """Return whose files say that they are the owner's, in path order."""

    def said(person: Contact) -> Iterator[tuple[tuple[str, ContactId], None]]:
        if person.me:
            yield (person.path, person.id), None

    return tuple(who for _, who in tables.group("owners", people, said))


def _paths(spokes: Mapping[str, Spoke | None], tables: Tables) -> Mapping[str, Spoke]:
    """Return the introductions by path."""

    def placed(spoke: Spoke | None) -> Iterator[tuple[str, Spoke]]:
        if spoke is not None:
            yield spoke.intro.path, spoke

    return tables.each("introductions", tables.group("spokes at", spokes, placed), itemgetter(0))


def _people(
    claims: Claims, files: Mapping[str, Document], tables: Tables, *, drafts: bool
) -> People:
    """Return the readable contacts in id order; of two files with one id the first counts.

    People are called by their full name where somebody else has the same first name.
    """

    def readable(claimed: tuple[Document, ...]) -> Iterator[tuple[ContactId, Contact]]:
        for record in (files[one.path].record for one in claimed):
            if not isinstance(record, Contact) or record.id != claimed[0].id:
                continue
            if drafts or not record.draft:
                yield record.id, record

    records = tables.group("persons", claims, readable)
    bearers = tables.group(
        "given names", records, lambda found: [(found[0].given_name, found[0].id)]
    )

    def apart(found: tuple[Contact, ...]) -> Contact:
        person = found[0]
        shared = len(bearers[person.given_name]) > 1
        return replace(person, named_apart=person.name) if shared else person

    return tables.each("records", records, apart)


def _sketch(person: Contact) -> Contact:
    """Return a person as other people's pages know them."""
    return replace(person, notes=NOTHING_SAID, log=(), more=())


def _naming(person: Contact) -> Naming:
    return Naming(person.name, person.first_name, person.draft)


def _ties(person: Contact, people: People, directory: Directory) -> Mapping[ContactId, TieLine]:
    """Return whom a person states to know; of two lines about one person the first counts."""
    stated: dict[ContactId, TieLine] = {}
    for line in person.knows:
        other = directory.one(line.other.name)
        if other is not None and other in people and other != person.id:
            stated.setdefault(other, line)
    return stated


def _acquaintances(ties: Ties, tables: Tables) -> Mapping[ContactId, frozenset[ContactId]]:
    def pairs(one: ContactId) -> tuple[tuple[ContactId, ContactId], ...]:
        return tuple(pair for other in ties[one] for pair in ((one, other), (other, one)))

    known = tables.invert("known", tables.derive("tied", ties, pairs))
    return tables.each("acquaintances", known, frozenset)


def _strangers(
    people: People, directory: Directory, tables: Tables
) -> Mapping[ContactId, frozenset[ContactId]]:
    def pairs(person: Contact) -> Iterator[tuple[ContactId, ContactId]]:
        for line in person.strangers:
            if (other := directory.one(line.name)) is not None:
                yield from ((person.id, other), (other, person.id))

    return tables.each("strangers", tables.group("apart", people, pairs), frozenset)


def _circles(people: People, settings: Settings, tables: Tables) -> Mapping[str, Circle]:
    def memberships(person: Contact) -> Iterator[tuple[str, tuple[ContactId, Membership]]]:
        return ((line.group, (person.id, line)) for line in person.groups)

    members = tables.group("members", people, memberships)
    return tables.derive("circles", members, lambda group: _circle(group, members[group], settings))


def _circle(
    group: str, lines: Iterable[tuple[ContactId, Membership]], settings: Settings
) -> Circle:
    members = grouped(lines)
    info = settings.groups.get(group)
    kind, _, slug = group.partition("/")
    stated = info.size if info else None
    return Circle(
        id=group,
        kind=kind,
        name=(info.name if info else "") or circle_name(slug),
        members=members,
        size=max(SMALLEST_CIRCLE, len(members) if stated is None else stated),
    )


class _Lookup(Struct, frozen=True):
    """What the names in an introduction are looked up in."""

    directory: Directory
    people: People
    me: ContactId | None

    def spoke(self, files: tuple[Document, ...], *, drafts: bool) -> Spoke | None:
        """Return the first readable introduction among the files of one id, if its people are."""
        for document in files:
            intro = document.record
            if isinstance(intro, Intro) and (drafts or not intro.draft):
                return self._spoke(intro)
        return None

    def _spoke(self, intro: Intro) -> Spoke | None:
        if intro.target is None or intro.introducer is None:
            return None
        target = self.directory.one(intro.target.name)
        introducer = self.directory.one(intro.introducer.name)
        if target is None or introducer is None:
            return None
        if target not in self.people or introducer not in self.people:
            return None
        wants = self.directory.one(intro.requester.name) if intro.requester else None
        if intro.requester and wants is None:
            return None
        return Spoke(intro, target, introducer, None if wants == self.me else wants)
