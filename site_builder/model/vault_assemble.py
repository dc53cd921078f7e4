"""From single documents to one vault: look up every reference, index ties and circles."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace

from site_builder.model.contact import Contact, ContactId, Membership, TieLine
from site_builder.model.directory import Directory, directory_of
from site_builder.model.document import Document
from site_builder.model.intro import Intro
from site_builder.model.reference import fold
from site_builder.model.settings import Settings
from site_builder.model.vault import Circle, Spoke, Ties, Vault

SMALLEST_CIRCLE = 2


def assemble(documents: tuple[Document, ...], settings: Settings, *, drafts: bool = False) -> Vault:
    """Build the vault; what a fault makes unusable is left out, never guessed."""
    directory = directory_of(documents)
    people = _people(documents, directory, drafts=drafts)
    owners = sorted((person.path, person.id) for person in people.values() if person.me)
    me = owners[0][1] if owners else None
    ties = _ties(people, directory)
    return Vault(
        documents=documents,
        people=people,
        directory=directory,
        settings=settings,
        me=me,
        ties=ties,
        acquaintances=_acquaintances(ties),
        circles=_circles(people.values(), settings),
        spokes=tuple(_spokes(documents, directory, people, me, drafts=drafts)),
    )


def _people(
    documents: Iterable[Document], directory: Directory, *, drafts: bool
) -> dict[ContactId, Contact]:
    """Return the readable contacts in id order; of two files with one id the first counts."""
    people: dict[ContactId, Contact] = {}
    for document in documents:
        record = document.record
        if not isinstance(record, Contact) or (record.draft and not drafts):
            continue
        if directory.ids.get(fold(record.id)) == record.id:
            people.setdefault(record.id, record)
    return _called(dict(sorted(people.items())))


def _called(people: dict[ContactId, Contact]) -> dict[ContactId, Contact]:
    """Call people by their full name where somebody else has the same first name."""
    names = Counter(person.given_name for person in people.values())
    for person in people.values():
        if names[person.given_name] > 1:
            people[person.id] = replace(person, called=person.name)
    return people


def _ties(people: Mapping[ContactId, Contact], directory: Directory) -> Ties:
    ties: dict[ContactId, dict[ContactId, TieLine]] = {}
    for person in people.values():
        stated: dict[ContactId, TieLine] = {}
        for line in person.knows:
            other = directory.one(line.other.name)
            if other is not None and other in people and other != person.id:
                stated.setdefault(other, line)
        if stated:
            ties[person.id] = stated
    return ties


def _acquaintances(ties: Ties) -> dict[ContactId, frozenset[ContactId]]:
    known: dict[ContactId, set[ContactId]] = {}
    for one, stated in ties.items():
        for other in stated:
            known.setdefault(one, set()).add(other)
            known.setdefault(other, set()).add(one)
    return {person: frozenset(others) for person, others in known.items()}


def _circles(people: Iterable[Contact], settings: Settings) -> dict[str, Circle]:
    members: dict[str, dict[ContactId, list[Membership]]] = {}
    for person in people:
        for membership in person.groups:
            circle = members.setdefault(membership.group, {})
            circle.setdefault(person.id, []).append(membership)
    return {group: _circle(group, members[group], settings) for group in sorted(members)}


def _circle(
    group: str, members: Mapping[ContactId, list[Membership]], settings: Settings
) -> Circle:
    info = settings.groups.get(group)
    kind, _, slug = group.partition("/")
    stated = info.size if info else None
    return Circle(
        id=group,
        kind=kind,
        name=(info.name if info else "") or slug.replace("-", " ").title(),
        members={person: tuple(lines) for person, lines in members.items()},
        size=max(SMALLEST_CIRCLE, len(members) if stated is None else stated),
    )


def _spokes(
    documents: Iterable[Document],
    directory: Directory,
    people: Mapping[ContactId, Contact],
    me: ContactId | None,
    *,
    drafts: bool,
) -> Iterable[Spoke]:
    seen: set[str] = set()
    for document in documents:
        intro = document.record
        if not isinstance(intro, Intro) or (intro.draft and not drafts):
            continue
        if fold(intro.id) in seen:
            continue
        seen.add(fold(intro.id))
        if intro.target is None or intro.introducer is None:
            continue
        target = directory.one(intro.target.name)
        introducer = directory.one(intro.introducer.name)
        if target is None or introducer is None or not {target, introducer} <= people.keys():
            continue
        wants = directory.one(intro.requester.name) if intro.requester else None
        if intro.requester and wants is None:
            continue
        yield Spoke(intro, target, introducer, None if wants == me else wants)
