"""Links inside the site to people, introductions, doors and circles, by their names."""

from site_builder.insights.thread import Thread
from site_builder.insights.threads import part_number
from site_builder.model.contact import Contact, ContactId
from site_builder.model.vault import Circle, Spoke, Vault
from site_builder.pages.page import (
    Ref,
    contact_address,
    door_address,
    group_address,
    href,
    intro_address,
)


def person_ref(vault: Vault, person: ContactId) -> Ref:
    """Return the link to a person's page under their name."""
    known = vault.names.get(person)
    if known is None:
        return Ref(person)
    return Ref(known.name, href(contact_address(person)), known.draft)


def work_of(person: Contact) -> str:
    """Return role and organisation."""
    return ", ".join(filter(None, (person.role, person.org)))


def work_and_place(person: Contact) -> str:
    """Return role, organisation and place."""
    return " · ".join(filter(None, (work_of(person), person.location)))


def spoke_name(vault: Vault, spoke: Spoke) -> str:
    """Return the name of an introduction: `Tara Lindqvist through Sam Okafor`."""
    names = vault.names
    return f"{names[spoke.target].name} through {names[spoke.introducer].name}"


def intro_ref(spoke: Spoke, text: str) -> Ref:
    """Return the link to an introduction's page under the words given."""
    return Ref(text, href(intro_address(spoke.intro.id)), spoke.intro.draft)


def pursuit_name(vault: Vault, thread: Thread) -> str:
    """Return whom a door leads to, with the pursuit's own name and its number where it has one."""
    return part_name(vault, thread.id, thread.target, thread.spokes[0].intro.thread)


def part_name(vault: Vault, thread: str, target: ContactId, pursuit: str) -> str:
    """Return the same of a door of which only the id and the pursuit are known."""
    name, number = vault.names[target].name, part_number(thread, target, pursuit)
    name = f"{name} · {pursuit}" if pursuit else name
    return f"{name} ({number})" if number > 1 else name


def door_ref(thread: str, text: str, *, draft: bool = False) -> Ref:
    """Return the link to a thread's page under the words given."""
    return Ref(text, href(door_address(thread)), draft)


def circle_ref(circle: Circle) -> Ref:
    """Return the link to a circle's page under its name."""
    return Ref(circle.name, href(group_address(circle.id)))
