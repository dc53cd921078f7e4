"""The list of circles: what ties people together before anybody says so."""

from msgspec import Struct

from site_builder.model.alphabet import alphabetical
from site_builder.model.contact import ContactId
from site_builder.model.vault import Circle
from site_builder.pages.contact_index import ContactIndex
from site_builder.pages.membership_words import all_years
from site_builder.pages.page import Page, Ref, Sheaf
from site_builder.pages.parts import Listing, parts_of
from site_builder.pages.refs import circle_ref
from site_builder.pages.words import plural


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
    parts = parts_of("groups", order, index.tables)

    def plan(address: str) -> Page:
        part = parts[address]
        rows = tuple(lines[group] for group in part.keys)
        return Page(address, "groups.html", Listing(rows, part.steps, part.total))

    return Sheaf(parts, plan)


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
