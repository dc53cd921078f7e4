"""The list of circles: what ties people together before anybody says so."""

from collections.abc import Mapping
from dataclasses import dataclass

from site_builder.insights.insight import Door, Insights
from site_builder.model.contact import ContactId
from site_builder.model.vault import Circle
from site_builder.pages.membership_words import all_years
from site_builder.pages.page import Page, Ref
from site_builder.pages.parts import Parts, split
from site_builder.pages.refs import circle_ref
from site_builder.pages.words import plural

DoorsByTarget = Mapping[ContactId, tuple[Door, ...]]


@dataclass(frozen=True, slots=True)
class GroupRow:
    """One circle in the list."""

    circle: Ref
    kind: str
    members: int
    mine: str
    """My years in it, `yes` where they are not known, empty where I am not in it."""
    doors: str
    """How many open doors lead to its members, in words."""
    door_count: int


@dataclass(frozen=True, slots=True)
class Groups:
    """The view of the list; an empty one says what to write."""

    rows: tuple[GroupRow, ...]
    parts: Parts
    total: int


def groups_pages(insights: Insights) -> tuple[Page, ...]:
    """Plan the list of circles, on several pages where it is long."""
    doors = open_doors(insights)
    kinds = list(insights.vault.settings.kinds)
    circles = sorted(
        insights.vault.circles.values(),
        key=lambda one: (
            kinds.index(one.kind) if one.kind in kinds else len(kinds),
            one.kind,
            one.name.casefold(),
            one.id,
        ),
    )
    rows = [_row(circle, insights.vault.me, doors) for circle in circles]
    return tuple(
        Page(address, "groups.html", Groups(tuple(part), parts, len(rows)))
        for address, parts, part in split(rows, "groups")
    )


def open_doors(insights: Insights) -> DoorsByTarget:
    """Return the open doors towards each person, in the order of the insights."""
    found: dict[ContactId, list[Door]] = {}
    for door in insights.doors:
        if door.open:
            found.setdefault(door.thread.target, []).append(door)
    return {target: tuple(doors) for target, doors in found.items()}


def my_years(circle: Circle, me: ContactId | None) -> str:
    """Return my years in a circle, `yes` where they are not known, else nothing."""
    lines = circle.members.get(me, ()) if me else ()
    return (all_years(lines) or "yes") if lines else ""


def _row(circle: Circle, me: ContactId | None, doors: DoorsByTarget) -> GroupRow:
    leading = sum(len(doors[target]) for target in doors.keys() & circle.members.keys())
    return GroupRow(
        circle_ref(circle),
        circle.kind,
        len(circle.members),
        my_years(circle, me),
        plural(leading, "door") if leading else "",
        leading,
    )
