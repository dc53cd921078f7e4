"""Writes people as vCard 4.0 (RFC 6350): what an address book can hold, and who knows whom.

What I think of people stays out: closeness, log, the leave to ask. An address book is copied to
telephones and their vendors, and a card is handed on with a tap.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import quote

from site_builder import __version__
from site_builder.interop.carried import carried, only_leads
from site_builder.interop.person_name import parts_of
from site_builder.interop.records import Person, Records
from site_builder.pages.stable_id import stable_id
from site_builder.tables import grouped

BEGINS = b"BEGIN:VCARD\r\nVERSION:4.0\r\nPRODID:-//Doorstep//"
"""How every export begins."""
WIDTH = 75
"""The most octets of a line, its end left out."""
ESCAPES = str.maketrans({"\\": "\\\\", ",": "\\,", "\n": "\\n"})
IN_PARTS = str.maketrans({"\\": "\\\\", ",": "\\,", ";": "\\;", "\n": "\\n"})
"""Where a value has parts, `;` stands between them; elsewhere readers keep the escape."""
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
IN_ADDRESSES = ":/?#[]@!$&'()*+;=%~"
"""All that an address may have but the comma, at which some readers end it."""


def vcards(records: Records, *, notes: bool) -> bytes:
    """Return a card for every contact, by id; without `notes` nothing of a file's body."""
    ids = {one.id: uid_of(records.me, one.id) for one in records.contacts}
    related = grouped((tie.stated_by, ids[tie.other]) for tie in records.ties)
    cards = (_card(one, ids, related.get(one.id, ()), notes=notes) for one in records.contacts)
    return b"".join(folded(line) for card in cards for line in card)


def folded(line: str) -> bytes:
    """Return a line in pieces of at most 75 octets, none of which ends within a character."""
    data, pieces, width = line.encode(), [], WIDTH
    while len(data) > width:
        end = width
        while data[end] & 0xC0 == 0x80:  # noqa: PLR2004 - not the first octet of a character
            end -= 1
        pieces.append(data[:end])
        data, width = data[end:], WIDTH - 1
    return b"\r\n ".join((*pieces, data)) + b"\r\n"


def _card(
    person: Person, ids: Mapping[str, str], related: Iterable[str], *, notes: bool
) -> Iterator[str]:
    yield from ("BEGIN:VCARD", "VERSION:4.0", f"PRODID:-//Doorstep//{__version__}//EN")
    yield from (f"UID:{ids[person.id]}", "KIND:individual", f"FN:{_text(person.name)}")
    yield f"N:{';'.join(map(_part, parts_of(person.name, person.called)))}"
    for name, texts in (("NICKNAME", person.aliases), ("CATEGORIES", person.tags)):
        if texts:
            yield f"{name}:{','.join(map(_text, texts))}"
    if person.org:
        yield f"ORG:{_part(person.org)}"
    for name, text in (("TITLE", person.role), ("TZ", person.timezone)):
        if text:
            yield f"{name}:{_text(text)}"
    if person.location:
        yield f"ADR:;;;{_part(person.location)};;;"
    if LANGUAGE.fullmatch(person.language):
        yield f"LANG:{person.language}"
    yield from _ways(person)
    yield from (f"RELATED;TYPE=contact:{uid}" for uid in related)
    if introducer := ids.get(person.introduced_by or ""):
        yield f"RELATED;TYPE=met:{introducer}"
        yield f"X-INTRODUCED-BY:{introducer}"
    if notes and person.notes:
        yield f"NOTE:{_text(person.notes)}"
    yield "END:VCARD"


def _ways(person: Person) -> Iterator[str]:
    """Yield how to reach somebody; the first of several is preferred."""
    for name, texts in (("EMAIL", person.email), ("TEL", person.phone)):
        for place, text in enumerate(texts):
            first = ";PREF=1" if len(texts) > 1 and not place else ""
            yield f"{name}{first}:{_text(text)}"
    yield from (f"URL:{address}" for url in person.url if (address := _address(url)))


def _address(url: str) -> str:
    """Return the address as cards write it, or nothing where it may do something else."""
    return quote(carried(url).replace("\n", " "), safe=IN_ADDRESSES) if only_leads(url) else ""


def _text(text: str) -> str:
    return carried(text).translate(ESCAPES)


def _part(text: str) -> str:
    return carried(text).translate(IN_PARTS)


def uid_of(me: str | None, person: str) -> str:
    """Return the id of a person's card, which follows from the names of their file and mine."""
    return f"urn:uuid:{stable_id(me or '', 'contact', person)}"
