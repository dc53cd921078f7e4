"""The list of tags, and a page for each: who and which introductions carry it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from site_builder.model.contact import Contact
from site_builder.model.vault import Spoke
from site_builder.pages.contact_index import ContactIndex
from site_builder.pages.page import Page, Ref, contact_address, href
from site_builder.pages.parts import Parts, split
from site_builder.pages.some import Some, first_lines
from site_builder.pages.spoke_line import SpokeLine, spoke_line
from site_builder.pages.tag_uses import TagUse, levels, tag_address, tag_ref
from site_builder.pages.words import listed, plural

INTROS_SHOWN = 100


@dataclass(frozen=True, slots=True)
class TagRow:
    """One tag in the list."""

    tag: Ref
    people: int
    intros: int


@dataclass(frozen=True, slots=True)
class Tags:
    """The view of the list; an empty one says what to write."""

    rows: tuple[TagRow, ...]
    parts: Parts
    total: int


@dataclass(frozen=True, slots=True)
class TagPerson:
    """A person who carries the tag."""

    person: Ref
    work: str


@dataclass(frozen=True, slots=True)
class TagView:
    """The view of one tag, in parts where many people carry it."""

    name: str
    summary: str
    above: tuple[Ref, ...]
    """The tags it lies in, the widest first."""
    below: tuple[Ref, ...]
    people: tuple[TagPerson, ...]
    intros: Some[SpokeLine]
    parts: Parts


def tags_pages(uses: Mapping[str, TagUse]) -> tuple[Page, ...]:
    """Plan the list of tags, on several pages where it is long."""
    rows = [TagRow(tag_ref(use.name), len(use.people), len(use.spokes)) for use in uses.values()]
    return tuple(
        Page(address, "tags.html", Tags(tuple(part), parts, len(rows)))
        for address, parts, part in split(rows, "tags")
    )


def tag_pages(key: str, uses: Mapping[str, TagUse], index: ContactIndex) -> Iterator[Page]:
    """Plan the page of one tag and, where many people carry it, its further parts."""
    use, address = uses[key], tag_address(key)
    above = tuple(tag_ref(level) for level in levels(use.name)[:-1])
    below = tuple(tag_ref(uses[one].name) for one in use.below)
    for place, parts, people in split(use.people, address.removesuffix(".html"), front=address):
        view = TagView(
            f"#{use.name}",
            _summary(use),
            above,
            below,
            tuple(map(_person, people)),
            first_lines(
                use.spokes if parts.number == 1 else (),
                INTROS_SHOWN,
                line=lambda spoke: _intro(spoke, index),
            ),
            parts,
        )
        yield Page(place, "tag.html", view)


def _summary(use: TagUse) -> str:
    people, spokes = len(use.people), len(use.spokes)
    counts = [f"{people:,} {'person' if people == 1 else 'people'}"] if people else []
    return listed([*counts, plural(spokes, "introduction")] if spokes else counts)


def _person(person: Contact) -> TagPerson:
    work = ", ".join(filter(None, (person.role, person.org)))
    return TagPerson(Ref(person.name, href(contact_address(person.id))), work)


def _intro(spoke: Spoke, index: ContactIndex) -> SpokeLine:
    door = index.door_of.get(spoke.intro.id)
    return spoke_line(index.insights.vault, spoke, door=door, today=index.insights.today)
