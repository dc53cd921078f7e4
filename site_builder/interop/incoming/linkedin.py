"""LinkedIn's Connections.csv: a few lines of explanation, a header, a connection a row."""

import re
from datetime import date

from site_builder.insights.words import MONTHS
from site_builder.interop.incoming.kinds import refuse
from site_builder.interop.incoming.person import Incoming, People, Skipped, people_of
from site_builder.interop.incoming.sheet import Row, read_sheet
from site_builder.interop.incoming.tidy import named, one_line, tidy

EXPECTED = 'LinkedIn\'s Connections.csv, with the columns "First Name" and "Connected On"'
SIGNS = frozenset({"first name", "last name", "connected on"})
WORDS = re.compile(
    rf"([0-9]{{1,2}})[ -]({'|'.join(MONTHS)})"
    r"(?:uary|ruary|ch|il|[ey]|ust|t|tember|ober|ember)?[ -]([0-9]{4}|[0-9]{2})",
    re.IGNORECASE,
)
"""`08 Mar 2022`, or as a spreadsheet makes of it, `8-Mar-22`; other languages may mean another."""
HIDDEN = "a member who shows no name"
SINCE = "linkedin_since"
"""The day of the connection; that is no day on which one met."""


def read_linkedin(text: str) -> People:
    """Return the connections; raise `WrongFileError` if these are none."""
    sheet = read_sheet(text, lambda cells: cells >= SIGNS)
    if sheet is None:
        raise refuse(text, EXPECTED, "linkedin")
    return people_of((*map(_person, sheet.rows), *sheet.skipped))


def _person(row: Row) -> Incoming | Skipped:
    name = named((row.one("first name"), row.one("last name")))
    if not name:
        return Skipped(line=row.line, because=HIDDEN)
    since = one_line(row.one("connected on"))
    day = day_of(since)
    values, left_out = tidy(
        {
            "name": [name],
            "email": row.all("email address"),
            "url": row.all("url"),
            "org": row.all("company"),
            "role": row.all("position"),
            SINCE: [day],
        }
    )
    if since and not day:
        left_out.append(f'Connected On "{since}"')
    return Incoming(line=row.line, values=values, left_out=tuple(left_out))


def day_of(text: str) -> str:
    """Return a day as `2022-03-08`; empty if it is none."""
    if parts := WORDS.fullmatch(text):
        month = MONTHS.index(parts[2].capitalize()) + 1
        year = parts[3] if len(parts[3]) > len("22") else f"20{parts[3]}"
        text = f"{year}-{month:02}-{int(parts[1]):02}"
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        return ""
