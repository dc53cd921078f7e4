"""From single documents to one vault: look up every reference, index ties and circles."""

from collections.abc import Iterable, Mapping

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
    whole = tables.derive("settled", files, lambda path: settled(files[path], directory))
    records = _people(claims, whole, tables, drafts=drafts)
    people = tables.derive("people", records, lambda who: _sketch(records[who]))
    owners = _owners(people, tables)
    me = owners[0] if owners else None
    tables.constant("me", me)
    ties = tables.derive("ties", people, lambda one: _ties(people[one], people, directory))
    intros = _claims("intro", files, tables)
    lookup = _Lookup(directory, people, me)
    spokes = tables.derive("spoke", intros, lambda key: lookup.spoke(intros[key], drafts=drafts))
    return Vault(
        files=whole,
        read=files,
        people=people,
        directory=directory,
        settings=settings,
        me=me,
        owners=owners,
        records=records,
        names=tables.derive("naming", people, lambda who: _naming(people[who])),
        ties=ties,
        acquaintances=_acquaintances(ties, tables),
        circles=_circles(people, settings, tables),
        paths=_paths(spokes, tables),
    )


def _claims(kind: str, files: Mapping[str, Document], tables: Tables) -> Claims:
    """Return the files of one kind by folded id."""

    def claim(path: str) -> tuple[tuple[str, Document], ...]:
        document = files[path]
        return ((fold(document.id), document),) if document.kind == kind else ()

    return tables.invert(f"{kind} claims", tables.derive(f"{kind} claim", files, claim))


def _owners(people: People, tables: Tables) -> tuple[ContactId, ...]:
    """Return whose files say that they are the owner's, in path order."""

    def said(who: ContactId) -> tuple[tuple[tuple[str, ContactId], None], ...]:
        return (((people[who].path, who), None),) if people[who].me else ()

    owners = tables.invert("owners", tables.derive("said to be me", people, said))
    return tuple(who for _, who in owners)


def _paths(spokes: Mapping[str, Spoke | None], tables: Tables) -> Mapping[str, Spoke]:
    """Return the introductions by path."""

    def placed(key: str) -> tuple[tuple[str, Spoke], ...]:
        spoke = spokes[key]
        return () if spoke is None else ((spoke.intro.path, spoke),)

    found = tables.invert("spokes at", tables.derive("placed", spokes, placed))
    return tables.derive("introductions", found, lambda path: found[path][0])


def _people(
    claims: Claims, files: Mapping[str, Document], tables: Tables, *, drafts: bool
) -> People:
    """Return the readable contacts in id order; of two files with one id the first counts.

    People are called by their full name where somebody else has the same first name.
    """

    def person(folded: str) -> tuple[tuple[ContactId, Contact], ...]:
        return _person(tuple(files[one.path] for one in claims[folded]), drafts=drafts)

    record = tables.derive("person", claims, person)
    records = tables.invert("persons", record)
    given = tables.derive("given name", records, lambda who: ((records[who][0].given_name, who),))
    bearers = tables.invert("given names", given)

    def apart(who: ContactId) -> Contact:
        person = records[who][0]
        shared = len(bearers[person.given_name]) > 1
        return replace(person, named_apart=person.name) if shared else person

    return tables.derive("records", records, apart)


def _person(files: tuple[Document, ...], *, drafts: bool) -> tuple[tuple[ContactId, Contact], ...]:
    """Return the first readable contact among the files of one id."""
    for document in files:
        record = document.record
        if not isinstance(record, Contact) or record.id != files[0].id:
            continue
        if drafts or not record.draft:
            return ((record.id, record),)
    return ()


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
    return tables.derive("acquaintances", known, lambda one: frozenset(known[one]))


def _circles(people: People, settings: Settings, tables: Tables) -> Mapping[str, Circle]:
    def memberships(one: ContactId) -> tuple[tuple[str, tuple[ContactId, Membership]], ...]:
        return tuple((line.group, (one, line)) for line in people[one].groups)

    members = tables.invert("members", tables.derive("memberships", people, memberships))
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
