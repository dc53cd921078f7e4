"""Contacts as Google exports them as CSV, in the form of 2024 and in the one before it."""

import re
from collections.abc import Iterator, Mapping
from itertools import zip_longest

from site_builder.interop.incoming.kinds import refuse
from site_builder.interop.incoming.person import Incoming, People, Skipped, people_of
from site_builder.interop.incoming.sheet import Row, read_sheet
from site_builder.interop.incoming.tidy import (
    is_only,
    machine,
    named,
    note_of,
    one_line,
    place,
    shown,
    tidy,
)

EXPECTED = 'the header of Google\'s CSV, with columns like "First Name" and "E-mail 1 - Value"'
BETWEEN = ":::"
"""Stands between several values in one cell."""
SYSTEM = "*"
"""How labels begin that are Google's own: `* myContacts`."""
SIGNS = (
    frozenset({"first name", "organization name"}),
    frozenset({"first name", "labels"}),
    frozenset({"given name", "family name"}),
    frozenset({"given name", "group membership"}),
)
NAME_PARTS = (
    ("name prefix",),
    ("first name", "given name"),
    ("middle name", "additional name"),
    ("last name", "family name"),
    ("name suffix",),
)
CITY = re.compile(r"address (\d+) - (?:city|region|country)$")
VALUE = r" \d+ - value"
RELATION = re.compile(r"relation (\d+) - value")
TAKEN = re.compile(
    r"(?:name|given|family|first|middle|last|additional)(?: name)?|name (?:prefix|suffix)|nickname"
    r"|short name|organization name|organization \d+ - name|labels|group membership|birthday|notes"
    r"|organization title|organization \d+ - title|language|location"
    r"|(?:e-mail|phone|website|relation) \d+ - value"
)
"""Columns that are read."""
OF_PROGRAMS = re.compile(
    r"photo|file as|.* - (?:label|type|service)|address \d+ - (?!formatted$).*"
)
"""Columns that say how another is meant, or are for programs; streets stay where they are."""
NO_PERSON = "an organisation without a person"
NO_NAME = "it has no name"


def read_google(text: str) -> People:
    """Return the people of an export; raise `WrongFileError` if it is none."""
    sheet = read_sheet(text, lambda cells: any(cells >= signs for signs in SIGNS))
    if sheet is None or "connected on" in {column.casefold() for column in sheet.columns}:
        raise refuse(text, EXPECTED, "google")
    typed = {column.casefold(): column for column in sheet.columns}
    people = (_person(row, typed) for row in sheet.rows)
    return people_of((*people, *sheet.skipped))


def _person(row: Row, typed: Mapping[str, str]) -> Incoming | Skipped:
    nicknames = _values(row, r"nickname|short name")
    name = named([row.one(*columns) for columns in NAME_PARTS]) or one_line(row.one("name"))
    if not name and nicknames:
        name, *nicknames = nicknames
    orgs = _values(row, r"organization name|organization \d+ - name")
    mails, phones = _values(row, "e-mail" + VALUE), _values(row, "phone" + VALUE)
    if not name or is_only(name, mails, phones):
        return Skipped(line=row.line, because=no_person(orgs, mails))
    labels = _values(row, r"labels|group membership")
    values, left_out = tidy(
        {
            "name": [name],
            "aliases": nicknames,
            "email": mails,
            "phone": phones,
            "url": _values(row, "website" + VALUE),
            "org": orgs,
            "role": _values(row, r"organization title|organization \d+ - title"),
            "location": [*_places(row), row.one("location")],
            "language": [row.one("language")],
            "tags": [label for label in labels if not label.startswith(SYSTEM)],
            "birthday": [row.one("birthday")],
        }
    )
    return Incoming(
        line=row.line,
        values=values,
        note=note_of((row.one("notes"), *_related(row))),
        left_out=(*left_out, *_left_out(row, typed)),
    )


def _left_out(row: Row, typed: Mapping[str, str]) -> Iterator[str]:
    """Yield what stands in columns that no note has a place for, with its label."""
    placed = any(_places(row))
    for column, text in row.cells:
        if OF_PROGRAMS.fullmatch(column) or not text.strip():
            continue
        if TAKEN.fullmatch(column) and not _is_machine(row, column):
            continue
        if placed and column.startswith("address "):
            continue
        label = _label(row, column)
        told = typed[column].removesuffix(" - Value")
        yield f'{told} "{shown(text)}"' + (f" ({label.strip('* ')})" if label else "")


def no_person(orgs: list[str], emails: list[str]) -> str:
    """Return why a record without a name gives nobody, with what it is known by."""
    for why, texts in ((NO_PERSON, orgs), (NO_NAME, emails)):
        if known := one_line(" ".join(texts[:1])):
            return f'{why}, "{known}"'
    return NO_NAME


def _label(row: Row, column: str) -> str:
    """Return what the value of a column is called."""
    name, _, _ = column.rpartition(" - value")
    return one_line(row.one(f"{name} - label", f"{name} - type", f"{name} - service"))


def _is_machine(row: Row, column: str) -> bool:
    """Tell whether a fax or the like answers the numbers of a column."""
    return column.startswith("phone ") and machine(_label(row, column)) != ""


def _values(row: Row, columns: str) -> list[str]:
    """Return the values of all columns of this pattern."""
    pattern = re.compile(columns)
    found = [(column, text) for column, text in row.cells if pattern.fullmatch(column)]
    cells = (text for column, text in found if not _is_machine(row, column))
    parts = (part.strip() for text in cells for part in text.split(BETWEEN))
    return [part for part in parts if part]


def _places(row: Row) -> Iterator[str]:
    """Yield city, or else region, and country of each address."""
    found = (CITY.match(column) for column, _ in row.cells)
    for number in dict.fromkeys(address[1] for address in found if address):
        cells = (row.one(f"address {number} - {part}") for part in ("city", "region", "country"))
        parts = (text.split(BETWEEN) for text in cells)
        for city, region, country in zip_longest(*parts, fillvalue=""):
            yield place(city, region, country)


def _related(row: Row) -> Iterator[str]:
    """Yield a line for each relation, as it names somebody and not one person for sure."""
    for column, text in row.cells:
        if number := RELATION.fullmatch(column):
            kind = row.one(f"relation {number[1]} - label", f"relation {number[1]} - type")
            yield from (related(name, kind) for name in text.split(BETWEEN) if name.strip())


def related(name: str, kind: str) -> str:
    """Return the line of a note about somebody who is only named."""
    how = one_line(kind).strip(f"{SYSTEM} ")
    return f"Related: {one_line(name)}{f' ({how})' if how else ''}"
