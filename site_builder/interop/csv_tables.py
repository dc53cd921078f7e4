"""Writes one table of the records as CSV (RFC 4180): UTF-8, CRLF, a header, no mark at the start.

A cell that a spreadsheet would run as a formula gets a `'` in front, which the spreadsheet takes
as "this is text". A cell that already begins with `'` before such a sign gets one more, so that
taking one away from every guarded cell gives back what was there.
"""

import csv
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from io import StringIO
from typing import Any

from msgspec import Struct
from msgspec.structs import asdict

from site_builder.interop.carried import carried
from site_builder.interop.records import Place, Records

GUARDED = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
"""How a cell begins that is not handed to a spreadsheet as it is; IMEs type the wide signs."""
BETWEEN = "; "
Row = Mapping[str, Any]


class Table(Struct, frozen=True):
    """One table: its columns, and what makes its rows; a row's other keys are left out."""

    columns: tuple[str, ...]
    rows: Callable[[Records], Iterable[Row]]

    @property
    def header(self) -> bytes:
        """The first line: how every export of this table begins."""
        return f"{','.join(self.columns)}\r\n".encode()


def csv_table(table: Table, records: Records) -> tuple[bytes, int]:
    """Return the table's bytes and the number of its rows, the header left out."""
    text, count = StringIO(), 0
    writer = csv.writer(text, lineterminator="\r\n")
    for row in table.rows(records):
        writer.writerow([cell(row[column]) for column in table.columns])
        count += 1
    return table.header + text.getvalue().encode(), count


def cell(value: object) -> str:
    """Return what a cell says: nothing for None, several texts with `; ` between them."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list | tuple):
        value = BETWEEN.join(map(str, value))
    text = carried(str(value))
    return f"'{text}" if GUARDED.match(text) else text


def _contacts(records: Records) -> Iterator[Row]:
    for one in records.contacts:
        yield {
            **asdict(one),
            "groups": [_group(line) for line in one.groups],
            "standing": [f"{line.contact} {line.weight:g}" for line in one.standing],
            "more": _more(one.more),
        }


def _ties(records: Records) -> Iterator[Row]:
    names = _names(records)
    for one in records.ties:
        ends = {"from": one.stated_by, "to": one.other}
        named = {f"{end}_name": names[who] for end, who in ends.items()}
        yield {**asdict(one), **ends, **named}


def _circles(records: Records) -> Iterator[Row]:
    people = {one.id: one for one in records.contacts}
    for circle in records.circles:
        for member in circle.members:
            for line in people[member].groups:
                if line.circle == circle.id:
                    yield {
                        **asdict(circle),
                        "circle": circle.id,
                        "contact": member,
                        "contact_name": people[member].name,
                        "from": line.first_year,
                        "to": line.last_year,
                        "still": line.still,
                        "text": line.text,
                    }


def _intros(records: Records) -> Iterator[Row]:
    names = _names(records)
    for one in records.intros:
        yield {
            **asdict(one),
            "target_name": names[one.target],
            "introducer_name": names[one.introducer],
            "next_date": one.next.date if one.next else None,
            "next_text": one.next.text if one.next else "",
            "more": _more(one.more),
        }


def _events(records: Records) -> Iterator[Row]:
    for intro in records.intros:
        for one in intro.events:
            yield {**asdict(intro), **asdict(one), "intro": intro.id}


def _log(records: Records) -> Iterator[Row]:
    for person in records.contacts:
        for one in person.log:
            yield {**asdict(one), "contact": person.id, "contact_name": person.name}


def _names(records: Records) -> dict[str, str]:
    return {one.id: one.name for one in records.contacts}


def _group(line: Place) -> str:
    """Return a membership as the format writes it."""
    last = "" if line.still else line.last_year
    years = f"{line.first_year}-{last}" if line.first_year != line.last_year else line.first_year
    return " ".join(filter(None, (line.circle, str(years or ""), line.text)))


def _more(more: Mapping[str, tuple[str, ...]]) -> list[str]:
    return [f"{key}: {text}" for key, texts in more.items() for text in texts]


CONTACT_COLUMNS = (
    *("id", "name", "org", "role", "email", "phone", "url", "location", "timezone", "language"),
    *("closeness", "last_contact", "last_exchange", "cadence", "met_on", "introduced_by", "ask"),
    *("channel", "tags", "called", "aliases", "groups", "standing", "strangers"),
    *("me", "draft", "visibility", "more", "notes"),
)
INTRO_COLUMNS = (
    *("id", "thread", "target", "target_name", "introducer", "introducer_name", "requester"),
    *("goal", "why", "channel", "deadline", "pursuit", "next_date", "next_text", "blind", "tags"),
    *("draft", "visibility", "more", "notes"),
)
THREAD_COLUMNS = (
    *("thread", "target", "introducers", "state", "turn", "since", "silent_days", "limit_days"),
    *("limit_because", "nudges", "stalled", "move", "because", "deadline", "intros", "suggested"),
)
TABLES: Mapping[str, Table] = {
    "contacts": Table(CONTACT_COLUMNS, _contacts),
    "ties": Table(
        ("from", "from_name", "to", "to_name", "closeness", "hearsay", "text"),
        _ties,
    ),
    "circles": Table(
        ("circle", "name", "kind", "contact", "contact_name", "from", "to", "still", "text"),
        _circles,
    ),
    "intros": Table(INTRO_COLUMNS, _intros),
    "events": Table(
        ("intro", "thread", "target", "introducer", "date", "event", "until", "text"), _events
    ),
    "threads": Table(THREAD_COLUMNS, lambda records: records.threads),
    "log": Table(("contact", "contact_name", "date", "word", "text"), _log),
}
"""The tables by the name that `--what` gives them."""
