"""A fact of a file: its label and what is known, and where that leads off the site."""

import re
from urllib.parse import quote

from msgspec import Struct

from site_builder.model.reference import Reference
from site_builder.model.vault import Vault
from site_builder.pages.page import Ref
from site_builder.pages.refs import person_ref

SAFE_URL = re.compile(r"(?:https?://|mailto:|tel:)[^\s\x00-\x20\x7f]+", re.IGNORECASE)
MAIL = re.compile(r"[^\s@<>,;\"]+@[^\s@<>,;\"]+")
PHONE = re.compile(r"\+?[\d\s().\-/]{3,}")


class Value(Struct, frozen=True):
    """One value of a fact: plain text, a link inside the site, or one that leaves it."""

    ref: Ref
    outside: str = ""
    """Where it leads off the site: web, mail or telephone."""
    glyph: str = ""
    """Something to see beside the words; says nothing that they do not."""
    note: str = ""


class Fact(Struct, frozen=True):
    """A label and its values."""

    label: str
    values: tuple[Value, ...]


def fact(label: str, *values: Value) -> Fact:
    """Return a fact."""
    return Fact(label, values)


def texts(label: str, *found: str) -> Fact:
    """Return a fact of plain texts, empty ones left out."""
    return Fact(label, tuple(Value(Ref(text)) for text in found if text))


def person_value(vault: Vault, reference: Reference, *, note: str = "") -> Value:
    """Return a person as a value; a name that nobody has stays text."""
    person = vault.directory.one(reference.name)
    return Value(person_ref(vault, person) if person else Ref(reference.name), note=note)


def url_link(url: str) -> str:
    """Return the address a URL may lead to, or nothing where its scheme is not a safe one."""
    return url if SAFE_URL.fullmatch(url) else ""


def mail_link(mail: str) -> str:
    """Return the `mailto:` address of an e-mail address, or nothing where it is none."""
    return f"mailto:{quote(mail, safe='@+')}" if MAIL.fullmatch(mail) else ""


def phone_link(phone: str) -> str:
    """Return the `tel:` address of a phone number, or nothing where it is none."""
    dialled = re.sub(r"[^\d+]", "", phone)
    return f"tel:{dialled}" if PHONE.fullmatch(phone) and len(dialled) >= len("112") else ""
