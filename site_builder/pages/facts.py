"""What a file states: facts with their labels, and where they lead off the site."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from urllib.parse import quote

from msgspec import Struct

from site_builder.insights.insight import Insights
from site_builder.model.contact import Ask, Contact
from site_builder.model.reference import Reference
from site_builder.model.vault import Vault
from site_builder.pages.page import Ref
from site_builder.pages.refs import person_ref
from site_builder.pages.words import closeness_dots, closeness_words, day, percent, span

SAFE_URL = re.compile(r"(?:https?://|mailto:|tel:)[^\s\x00-\x20\x7f]+", re.IGNORECASE)
MAIL = re.compile(r"[^\s@<>,;\"]+@[^\s@<>,;\"]+")
PHONE = re.compile(r"\+?[\d\s().\-/]{3,}")
ASK_WORDS: dict[Ask, str] = {  # being asked is the rule and goes without saying
    "yes": "",
    "sparingly": "only now and then",
    "no": "prefers not to be asked",
}


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


def contact_facts(insights: Insights, person: Contact) -> tuple[Fact, ...]:
    """Return what is known of a person; what is not known has no line."""
    known = (*_between_us(insights, person), *_about(insights, person))
    return tuple(one for one in known if one.values)


def _about(insights: Insights, person: Contact) -> Iterator[Fact]:
    vault = insights.vault
    yield fact("Mail", *(Value(Ref(one), outside=mail_link(one)) for one in person.email))
    yield fact("Phone", *(Value(Ref(one), outside=phone_link(one)) for one in person.phone))
    yield fact("Web", *(Value(Ref(one), outside=url_link(one)) for one in person.url))
    yield texts("Prefers", person.channel)
    yield texts("Time zone", person.timezone)
    yield texts("Language", person.language)
    yield texts("Called", person.called)
    yield texts("Also known as", *person.aliases)
    yield texts("Met", person.met_on)
    if person.introduced_by:
        yield fact("Introduced by", person_value(vault, person.introduced_by))
    heard = ((line.other, percent(line.weight)) for line in person.standing)
    yield fact("Listened to by", *(person_value(vault, one, note=note) for one, note in heard))
    yield fact("Does not know", *(person_value(vault, one) for one in person.strangers))
    yield texts("Shown to", *(name for name in person.visibility if name != "private"))


def _between_us(insights: Insights, person: Contact) -> Iterator[Fact]:
    """Yield my tie, the last contact, the cadence, the leave to ask; nothing in my own file.

    That something is not on record can only be said to somebody who sees the whole record.
    """
    if person.me:
        return
    own = insights.vault.audience.is_private
    if person.closeness:
        dots, words = closeness_dots(person.closeness), closeness_words(person.closeness)
        yield fact("Your tie", Value(Ref(words), glyph=dots))
    elif own:
        yield texts("Your tie", "not written down")
    last = insights.last_contact.get(person.id)
    if last is None:
        yield texts("Last contact", "nothing on record" if own else "")
    else:
        yield fact("Last contact", Value(Ref(day(last)), note=_ago(last, insights.today)))
    if person.cadence is not None:
        due = last + timedelta(days=person.cadence.days) if last else None
        note = _due(due, insights.today) if due else ""
        yield fact("Keep in touch", Value(Ref(f"every {person.cadence.words}"), note=note))
    yield texts("Asking", ASK_WORDS[person.ask])


def _due(due: date, today: date) -> str:
    return f"overdue since {day(due)}" if due < today else f"next by {day(due)}"


def _ago(last: date, today: date) -> str:
    return f"{span((today - last).days)} ago" if last < today else "today"
