"""The list of tags, and a page for each: who and which introductions carry it."""

from collections.abc import Mapping

from msgspec import Struct

from site_builder.pages.contact_index import ContactIndex
from site_builder.pages.long_list import (
    Listing,
    Part,
    Some,
    count,
    first_lines,
    list_pages,
    part_address,
    split,
)
from site_builder.pages.page import Page, Ref, Sheaf
from site_builder.pages.spoke_line import SpokeLine
from site_builder.pages.tag_uses import TagPerson, TagUse, carriers, levels, tag_address, tag_ref
from site_builder.tables import FRESH, Tables

INTROS_SHOWN = 100


class TagRow(Struct, frozen=True):
    """One tag in the list."""

    tag: Ref
    people: int
    intros: int


class TagView(Struct, frozen=True):
    """The view of one tag, in parts where many people carry it."""

    name: str
    summary: str
    above: tuple[Ref, ...]
    """The tags it lies in, the widest first."""
    below: tuple[Ref, ...]
    people: tuple[TagPerson, ...]
    intros: Some[SpokeLine]
    steps: tuple[Ref, ...]


def tags_pages(uses: Mapping[str, TagUse], tables: Tables = FRESH) -> Sheaf:
    """Plan the list of tags, on several pages where it is long."""

    def view(part: Part) -> Listing:
        shown = (uses[key] for key in part.keys)
        rows = tuple(TagRow(tag_ref(it.name), len(it.people), len(it.spokes)) for it in shown)
        return Listing(rows, part.steps, part.total)

    return list_pages("tags", uses, tables, view)


def tag_pages(uses: Mapping[str, TagUse], index: ContactIndex) -> Sheaf:
    """Plan the page of each tag and, where many people carry it, its further parts."""

    def parts(key: str) -> tuple[tuple[tuple[str, int], None], ...]:
        return tuple(((key, part), None) for part in range(count(uses[key].people)))

    keys = index.tables.invert("tag pages", index.tables.derive("parts of tags", uses, parts))
    return Sheaf(keys, lambda key: _part(*key, uses=uses, index=index), lambda key: _place(*key))


def _place(key: str, number: int) -> str:
    address = tag_address(key)
    return part_address(address, address.removesuffix(".html"), number)


def _part(key: str, number: int, *, uses: Mapping[str, TagUse], index: ContactIndex) -> Page:
    use, address = uses[key], tag_address(key)
    listed = list(split(use.people, address.removesuffix(".html"), front=address))
    place, part = listed[number]
    view = TagView(
        f"#{use.name}",
        carriers(use),
        tuple(tag_ref(level) for level in levels(use.name)[:-1]),
        tuple(tag_ref(uses[one].name) for one in use.below),
        part.keys,
        first_lines(
            use.spokes if number == 0 else (),
            INTROS_SHOWN,
            line=index.lines.__getitem__,
        ),
        part.steps,
    )
    return Page(place, "tag.html", view)
