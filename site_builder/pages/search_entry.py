"""What search knows of one record: a person, a door, an introduction, a circle or a tag.

Each entry is a function of the record itself and of the names it points to, so that it can be
remembered while that record stays as it is.
"""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from site_builder.insights.insight import Door, Insights
from site_builder.model.contact import Contact
from site_builder.model.intro import Intro
from site_builder.model.vault import Circle, Spoke, Vault
from site_builder.pages.door_line import door_badge
from site_builder.pages.membership_words import circle_size
from site_builder.pages.page import (
    contact_address,
    door_address,
    group_address,
    href,
    intro_address,
)
from site_builder.pages.prose import LinkIndex, line_words, prose_text
from site_builder.pages.refs import pursuit_name, spoke_name, work_and_place
from site_builder.pages.tag_uses import TagUse, all_tags, carriers, tag_ref
from site_builder.pages.words import day

NEXT = "; "
"""Between the values of a field that has several."""


class SearchEntry(Struct, frozen=True, kw_only=True):
    """One thing to be found. Fields with several values are told apart by `NEXT`."""

    href: str
    """Its page, relative to the root."""
    name: str
    line: str = ""
    """What stands beside the name to tell it from others."""
    circles: str = ""
    tags: str = ""
    aliases: str = ""
    goal: str = ""


class SearchNotes(Struct, frozen=True, kw_only=True):
    """What else can be found of a thing that has more to tell than its entry."""

    href: str
    """Its page, relative to the root."""
    notes: str
    """Everything else that its page says: notes, log, ties, keys of the user's own."""
    reach: str = ""
    """Mail addresses and phone numbers."""


def person_entry(person: Contact, vault: Vault) -> SearchEntry:
    """Return the entry of a person; of others it takes the names of circles."""
    return SearchEntry(
        href=href(contact_address(person.id)),
        name=person.name,
        line=work_and_place(person),
        circles=_each(vault.circles[line.group].name for line in person.groups),
        tags=" ".join(all_tags(person)),
        aliases=_each((person.called, *person.aliases)),
    )


def person_notes(person: Contact, vault: Vault, links: LinkIndex) -> SearchNotes:
    """Return what a person's page tells; of others it takes the names of links."""
    return SearchNotes(
        href=href(contact_address(person.id)),
        reach=_each((*person.email, *person.phone)),
        notes=_told(
            prose_text(person.notes, links),
            *(line_words(line.text, vault) for line in person.log),
            *(line.text for line in person.knows),
            *(line.text for line in person.groups),
            *_own_keys(person),
        ),
    )


def door_entry(door: Door, insights: Insights) -> SearchEntry:
    """Return the entry of a thread: whom it leads to, how it stands, what it is for."""
    badge = door_badge(insights.vault, door)
    target = insights.vault.people[door.thread.target]
    return SearchEntry(
        href=href(door_address(door.thread.id)),
        name=pursuit_name(insights.vault, door.thread),
        line=" · ".join(filter(None, (target.org, badge.words))),
        goal=_each(spoke.intro.goal for spoke in door.thread.spokes),
    )


def intro_entry(spoke: Spoke, vault: Vault, *, has_door: bool) -> SearchEntry:
    """Return the entry of an introduction; its goal is told by its door, if it has one."""
    intro = spoke.intro
    favour = "a favour" if spoke.requester else ""
    began = day(intro.events[0].date) if intro.events else ""
    return SearchEntry(
        href=href(intro_address(intro.id)),
        name=spoke_name(vault, spoke),
        line=" · ".join(filter(None, (favour, began))),
        tags=" ".join(all_tags(intro)),
        goal="" if has_door else intro.goal,
    )


def intro_notes(spoke: Spoke, vault: Vault, links: LinkIndex) -> SearchNotes:
    """Return what the page of an introduction tells."""
    intro = spoke.intro
    return SearchNotes(
        href=href(intro_address(intro.id)),
        notes=_told(
            prose_text(intro.notes, links),
            intro.why,
            *(line_words(event.text, vault) for event in intro.events),
            *_own_keys(intro),
        ),
    )


def circle_entry(circle: Circle) -> SearchEntry:
    """Return the entry of a circle."""
    return SearchEntry(
        href=href(group_address(circle.id)),
        name=circle.name,
        line=f"{circle.kind}, {circle_size(circle)}",
    )


def tag_entry(tag: TagUse) -> SearchEntry:
    """Return the entry of a tag."""
    page = tag_ref(tag.name)
    return SearchEntry(href=page.href, name=page.text, line=carriers(tag))


def _own_keys(record: Contact | Intro) -> Iterator[str]:
    return (f"{key}: {', '.join(values)}" for key, values in record.more)


def _each(values: Iterable[str]) -> str:
    return NEXT.join(dict.fromkeys(filter(None, values)))


def _told(*texts: str) -> str:
    return " · ".join(dict.fromkeys(filter(None, texts)))
