"""Which people and introductions carry each tag."""

from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from typing import TypeVar

from msgspec import Struct

from site_builder.insights.words import listing
from site_builder.model.alphabet import alphabetical
from site_builder.model.contact import Contact, ContactId
from site_builder.model.intro import Intro
from site_builder.model.reference import fold
from site_builder.model.vault import Spoke, Vault
from site_builder.pages.page import LONGEST, Ref, contact_address, href
from site_builder.pages.refs import work_of
from site_builder.pages.words import plural
from site_builder.tables import FRESH, Tables

Item = TypeVar("Item")


class TagPerson(Struct, frozen=True):
    """A person who carries a tag."""

    person: Ref
    work: str


class TagUse(Struct, frozen=True):
    """One tag and what carries it; `nordics/oslo` counts for `nordics`, too."""

    name: str
    """As it is spelled where it is met first."""
    people: tuple[TagPerson, ...]
    spokes: tuple[str, ...]
    """Paths of the introductions."""
    below: tuple[str, ...]
    """Keys of the tags one level down."""


Carried = tuple[tuple[str, tuple[str, Item]], ...]
"""The key of each tag, with its spelling and what carries it."""


def tag_uses(vault: Vault, tables: Tables = FRESH) -> Mapping[str, TagUse]:
    """Return every tag by its key, people by name and introductions in the vault's order."""
    records, people, paths = vault.records, vault.people, vault.paths
    keyed = cache(_keys)  # the same few over and over
    tags = tables.each("own tags", records, all_tags)

    def carried(person: Contact) -> Carried[TagPerson]:
        if not (own := tags[person.id]):
            return ()
        page = Ref(person.name, href(contact_address(person.id)))
        return _carried(keyed(own), TagPerson(page, work_of(person)))

    def marked(spoke: Spoke) -> Carried[str]:
        return _carried(keyed(all_tags(spoke.intro)), spoke.intro.path)

    by_people = tables.group("people of tags", people_by_name(people, tables), carried)
    by_intros = tables.group("intros of tags", paths, marked)
    keys = sorted({*by_people, *by_intros})
    below = tables.invert("tags below", tables.derive("tag lies in", keys, _above))

    def use(key: str) -> TagUse:
        cards, marks = by_people.get(key, ()), by_intros.get(key, ())
        name = cards[0][0] if cards else marks[0][0]
        return TagUse(
            name,
            tuple(card for _, card in cards),
            tuple(path for _, path in marks),
            below.get(key, ()),
        )

    return tables.derive("tags", keys, use)


def people_by_name(
    people: Mapping[ContactId, Contact], tables: Tables
) -> Mapping[ContactId, Contact]:
    """Return people as lists show them."""
    return tables.sort("people by name", people, lambda who: alphabetical(people[who].name))


def all_tags(record: Contact | Intro) -> tuple[str, ...]:
    """Return the tags of front matter and text, each once, in order."""
    return tuple(dict.fromkeys((*record.tags, *record.notes.tags)))


def levels(tag: str) -> tuple[str, ...]:
    """Return a tag and those it lies in, the widest first: `a/b` gives `a`, `a/b`."""
    steps = [step for step in tag.split("/") if step]
    return tuple("/".join(steps[:number]) for number in range(1, len(steps) + 1))


def tag_ref(tag: str) -> Ref:
    """Return the link to a tag's page; slashes alone are no tag and have none."""
    found = levels(tag)
    return Ref(f"#{tag}", href(tag_address(fold(found[-1])))) if found else Ref(f"#{tag}")


def carriers(use: TagUse) -> str:
    """Return what carries a tag, as `14 people and 1 introduction`."""
    people, spokes = len(use.people), len(use.spokes)
    counts = [plural(people, "person")] if people else []
    return listing([*counts, plural(spokes, "introduction")] if spokes else counts)


def tag_address(key: str) -> str:
    """Return where a tag's page is; `~` is in no tag, so no two share a file."""
    name = key.replace("/", "~")
    if len(name.encode()) > LONGEST:
        name = f"{name[: LONGEST // 8]}~~{sha256(key.encode()).hexdigest()[:16]}"
    return f"tags/{'~index' if name == 'index' else name}.html"


def _keys(tags: tuple[str, ...]) -> Mapping[str, str]:
    """Return the spelling of each tag and of those it lies in, by key."""
    return {fold(level): level for tag in reversed(tags) for level in levels(tag)}


def _carried(keys: Mapping[str, str], carrier: Item) -> Carried[Item]:
    return tuple((key, (name, carrier)) for key, name in keys.items())


def _above(key: str) -> tuple[tuple[str, str], ...]:
    return ((key.rpartition("/")[0], key),) if "/" in key else ()
