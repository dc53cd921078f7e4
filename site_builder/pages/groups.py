"""The list of circles, and a page for each: members, the ties among them, doors that lead in."""

from collections.abc import Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from site_builder.model.alphabet import alphabetical
from site_builder.model.contact import ContactId, TieLine
from site_builder.model.settings import CircleKind
from site_builder.model.vault import Circle, Vault
from site_builder.pages.contact_index import ContactIndex
from site_builder.pages.door_line import DoorLine
from site_builder.pages.long_list import Listing, Part, list_pages
from site_builder.pages.page import Page, Ref, Sheaf, group_address
from site_builder.pages.refs import circle_ref, person_ref
from site_builder.pages.words import (
    all_texts,
    all_years,
    circle_size,
    closeness_dots,
    closeness_words,
    plural,
)

TIES_UP_TO = 60
"""Ties are shown in circles of up to so many members; their number grows with the square."""

KNOWING = ((1.0, "much"), (0.5, "something"), (0.0, "little"))
"""From which weight of a kind on what is said about sharing it."""


class GroupRow(Struct, frozen=True):
    """One circle in the list."""

    circle: Ref
    kind: str
    members: int
    mine: str
    """My years in it, `yes` where they are not known, empty where I am not in it."""
    doors: str
    """How many open doors lead to its members, in words."""
    door_count: int


def groups_pages(index: ContactIndex) -> Sheaf:
    """Plan the list of circles, on several pages where it is long."""
    vault = index.insights.vault
    circles, kinds = vault.circles, list(vault.settings.kinds)

    def place(group: str) -> tuple[int, str, str]:
        one = circles[group]
        kind = kinds.index(one.kind) if one.kind in kinds else len(kinds)
        return kind, one.kind, alphabetical(one.name)

    order = index.tables.sort("circles by kind", circles, place)
    lines = index.tables.each("group rows", circles, lambda circle: _row(circle, index))

    def view(part: Part) -> Listing:
        return Listing(tuple(lines[group] for group in part.keys), part.steps, part.total)

    return list_pages("groups", order, index.tables, view)


def my_years(circle: Circle, me: ContactId | None) -> str:
    """Return my years in a circle, `yes` where they are not known, else nothing."""
    lines = circle.members.get(me, ()) if me else ()
    return (all_years(lines) or "yes") if lines else ""


def _row(circle: Circle, index: ContactIndex) -> GroupRow:
    leading = sum(len(index.open_doors(target)) for target in circle.members)
    return GroupRow(
        circle_ref(circle),
        circle.kind,
        len(circle.members),
        my_years(circle, index.insights.vault.me),
        plural(leading, "door") if leading else "",
        leading,
    )


class Member(Struct, frozen=True):
    """One member with their years and what the file says beside them."""

    id: ContactId
    person: Ref
    me: bool
    years: str
    text: str


class MemberTie(Struct, frozen=True):
    """A tie between two members, as one of them states it."""

    one: Ref
    other: Ref
    dots: str
    words: str
    hearsay: bool
    text: str


class Group(Struct, frozen=True, kw_only=True):
    """The view of a circle."""

    name: str
    id: str
    kind: str
    size: str
    """How many there are, and how many of them are in the vault."""
    mine: str
    weight: str
    """What sharing a circle of this kind is worth, in words."""
    members: tuple[Member, ...]
    ties: tuple[MemberTie, ...]
    ties_shown: bool
    doors: tuple[DoorLine, ...] = ()


def group_pages(index: ContactIndex) -> Sheaf:
    """Plan a page for every circle."""
    vault = index.insights.vault
    told = index.tables.once(
        "circles told", vault.circles, lambda group: _group(vault.circles[group], vault)
    )

    def plan(group: str) -> Page:
        circle = told[group]
        doors = (door.line for one in circle.members for door in index.open_doors(one.id))
        return Page(group_address(group), "group.html", replace(circle, doors=tuple(doors)))

    return Sheaf(vault.circles, plan, group_address)


def _group(circle: Circle, vault: Vault) -> Group:
    """Return what is to be told of a circle but for the doors, of which there is news every day."""
    names = {person: alphabetical(vault.names[person].name) for person in circle.members}
    order = sorted(circle.members, key=lambda person: (person != vault.me, names[person], person))
    small = len(order) <= TIES_UP_TO
    return Group(
        name=circle.name,
        id=circle.id,
        kind=circle.kind,
        size=circle_size(circle),
        mine=my_years(circle, vault.me),
        weight=_weight(vault.settings.kinds.get(circle.kind)),
        members=tuple(_member(vault, circle, person) for person in order),
        ties=tuple(_ties(vault, order)) if small else (),
        ties_shown=small,
    )


def _member(vault: Vault, circle: Circle, person: ContactId) -> Member:
    lines, page = circle.members[person], person_ref(vault, person)
    return Member(person, page, person == vault.me, all_years(lines), all_texts(lines))


def _ties(vault: Vault, order: list[ContactId]) -> Iterator[MemberTie]:
    """Yield each tie among the members once for each file that states it."""
    rank = {person: place for place, person in enumerate(order)}
    for one in order:
        stated: Mapping[ContactId, TieLine] = vault.ties.get(one, {})
        for other in sorted(stated.keys() & rank.keys(), key=rank.__getitem__):
            line = stated[other]
            yield MemberTie(
                person_ref(vault, one),
                person_ref(vault, other),
                closeness_dots(line.closeness),
                closeness_words(line.closeness),
                line.hearsay,
                line.text,
            )


def _weight(kind: CircleKind | None) -> str:
    if kind is None or not (kind.knows or kind.salience):
        return "Sharing it counts for nothing when introducers are ranked."
    how = next(word for least, word in KNOWING if kind.knows >= least)
    return f"Sharing it says {how} about whether two people know each other."
