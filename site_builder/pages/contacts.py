"""The list of people, by name, in parts where it is long."""

from msgspec import Struct
from msgspec.structs import replace

from site_builder.model.audience import Audience
from site_builder.model.contact import CLOSENESS_WORDS, Contact
from site_builder.pages.contact_index import ContactIndex
from site_builder.pages.door_line import DoorLine
from site_builder.pages.frame import has_part
from site_builder.pages.long_list import Listing, Part, list_pages
from site_builder.pages.page import Page, Ref, Sheaf
from site_builder.pages.refs import person_ref
from site_builder.pages.tag_uses import people_by_name
from site_builder.pages.words import day_near, plural


class ContactRow(Struct, frozen=True):
    """One person in the list."""

    person: Ref
    me: bool
    org: str
    role: str
    closeness: int
    """0 is not written down."""
    words: str
    last: str
    last_iso: str
    circles: int
    door: DoorLine | None
    """The door to them that needs most; none where there is none."""
    could_open: str
    door_rank: int
    """For sorting: doors to them first, then doors they could open."""


class Columns(Struct, frozen=True):
    """Which columns can have anything in them for the readers of this site."""

    ties: bool
    last: bool
    circles: bool
    doors: bool


class Contacts(Listing, frozen=True):
    """The view of the list."""

    columns: Columns


def contacts_pages(index: ContactIndex) -> Sheaf:
    """Plan the list of people, on several pages where it is long."""
    vault, tables = index.insights.vault, index.tables
    people, columns = vault.people, _columns(vault.audience)
    order = people_by_name(people, tables)
    lines = tables.each("contact rows", people, lambda person: _row(person, index))

    def view(part: Part) -> Contacts:
        return Contacts(tuple(lines[who] for who in part.keys), part.steps, part.total, columns)

    return list_pages("contacts", order, tables, view)


def _columns(audience: Audience) -> Columns:
    return Columns(
        ties=audience.has("closeness"),
        last=audience.shows("log") or audience.has("last_contact"),
        circles=audience.has("groups"),
        doors=has_part(audience, "doors"),
    )


def first_page(index: ContactIndex) -> Page:
    """Plan the list of people as `index.html`, for readers to whom no door is shown."""
    return replace(next(iter(contacts_pages(index))), address="index.html")


def _row(person: Contact, index: ContactIndex) -> ContactRow:
    insights = index.insights
    last = insights.last_contact.get(person.id)
    door = next(iter(index.open_doors(person.id)), None)
    openings = len(insights.openings.get(person.id, ()))
    return ContactRow(
        person_ref(insights.vault, person.id),
        person.me,
        person.org,
        person.role,
        person.closeness or 0,
        CLOSENESS_WORDS.get(person.closeness or 0, ""),
        day_near(last, insights.today) if last else "",
        last.isoformat() if last else "",
        len({membership.group for membership in person.groups}),
        door.line if door else None,
        plural(openings, "door") if openings else "",
        openings + (1000 if door else 0),
    )
