"""Which people and introductions carry each tag, found in one pass over the vault."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256

from site_builder.model.contact import Contact
from site_builder.model.prose import Prose
from site_builder.model.reference import fold
from site_builder.model.vault import Spoke, Vault
from site_builder.pages.page import Ref, href
from site_builder.pages.words import listed, plural
from site_builder.tables import FRESH, Tables

LONGEST_NAME = 200
"""Bytes of a file's name, so that no file system refuses it."""


@dataclass(slots=True)
class TagUse:
    """One tag and what carries it; `nordics/oslo` counts for `nordics`, too."""

    name: str
    """As it is spelled where it is met first."""
    people: list[Contact] = field(default_factory=list)
    spokes: list[Spoke] = field(default_factory=list)
    below: list[str] = field(default_factory=list)
    """Keys of the tags one level down."""


def tag_uses(vault: Vault, tables: Tables = FRESH) -> Mapping[str, TagUse]:
    """Return every tag by its key, people by name and introductions in the vault's order."""
    found: dict[str, TagUse] = {}
    uses = cache(lambda tags: tuple(_uses(found, tags)))  # the same few over and over
    records = vault.records
    tags = tables.derive("own tags", records, lambda who: _own(records[who]))
    tagged = (vault.people[who] for who, own in tags.items() if own)
    for person in sorted(tagged, key=lambda one: (one.name.casefold(), one.id)):
        for use in uses(tags[person.id]):
            use.people.append(person)
    for spoke in vault.spokes:
        for use in uses(all_tags(spoke.intro.tags, spoke.intro.notes)):
            use.spokes.append(spoke)
    for key in sorted(found):
        if "/" in key:
            found[key.rpartition("/")[0]].below.append(key)
    return dict(sorted(found.items()))


def all_tags(tags: Iterable[str], notes: Prose) -> tuple[str, ...]:
    """Return the tags of front matter and text, each once, in order."""
    return tuple(dict.fromkeys((*tags, *notes.tags)))


def _own(person: Contact) -> tuple[str, ...]:
    return all_tags(person.tags, person.notes)


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
    counts = [f"{people:,} {'person' if people == 1 else 'people'}"] if people else []
    return listed([*counts, plural(spokes, "introduction")] if spokes else counts)


def tag_address(key: str) -> str:
    """Return where a tag's page is; `~` is in no tag, so no two share a file."""
    name = key.replace("/", "~")
    if len(name.encode()) > LONGEST_NAME:
        name = f"{name[: LONGEST_NAME // 8]}~~{sha256(key.encode()).hexdigest()[:16]}"
    return f"tags/{'~index' if name == 'index' else name}.html"


def _uses(found: dict[str, TagUse], tags: tuple[str, ...]) -> Iterator[TagUse]:
    """Yield the entry of each tag and those it lies in, once, making those that are new."""
    named = {fold(level): level for tag in reversed(tags) for level in levels(tag)}
    return (found.setdefault(key, TagUse(name)) for key, name in named.items())
