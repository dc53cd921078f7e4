"""A CSV file with this program's own keys as columns, as `build export csv` writes contacts.

Columns of other names are taken where a map says which keys they are.
"""

import re
from collections.abc import Mapping

from site_builder.did_you_mean import guess
from site_builder.interop.csv_tables import BETWEEN, GUARDED
from site_builder.interop.incoming.kinds import refuse
from site_builder.interop.incoming.person import (
    Incoming,
    People,
    Skipped,
    WrongFileError,
    people_of,
)
from site_builder.interop.incoming.sheet import Row, Sheet, read_sheet
from site_builder.interop.incoming.tidy import one_line, tidy, words
from site_builder.interop.incoming.usual_columns import usual_keys
from site_builder.parsing.fields import CONTACT_FIELDS

ID, MORE, NOTES = "id", "more", "notes"
BESIDE = (ID, MORE, NOTES)
"""Columns that are no keys of the front matter."""
COMPUTED = frozenset({"last_exchange"})
"""Columns of our export that nobody typed."""
DEFAULTS = {"me": "false", "draft": "false", "ask": "yes", "visibility": "private"}
"""What our export writes where nothing was said."""
OWN_KEY = re.compile(r"x_[A-Za-z0-9_]+|birthday")
MORE_KEY = re.compile(r"([A-Za-z_][A-Za-z0-9_-]{0,63}): (.*)", re.DOTALL)
EXPECTED = 'a table with the column "name" in the line above its rows, or {}'
LIKE = '--map "Full Name=name" and the like'
NOT_TAKEN = "columns that are not taken: {}; {}"
ONE, USUAL = '--map "{}=KEY" takes one', "this takes the usual ones: {}"
NO_COLUMN = 'no column is called "{}"; there are {}'
NO_KEY = '"{}" is no key of a contact{}; own ones begin with x_'
WITHOUT_COMMAS = frozenset({"tags", "email"})
COMMAS = "[;,]"
"""What parts tags and addresses, of which none has such a sign; Outlook writes no blank behind it,
and abook a comma between addresses."""
JOINED = {"name": " ", "location": ", "}
"""Keys with one text, and what stands between those of several columns."""
NO_DAY = re.compile(r"0+[/.-]0+[/.-]0+")
"""What Outlook writes where no day is known: `0/0/00`."""
NO_NAME = "it has no name"

Map = Mapping[str, str]
"""From columns to keys."""


def map_of(texts: tuple[str, ...]) -> Map | str:
    """Return the map that texts like `Full Name=name` give, or what is wrong with one."""
    found: dict[str, str] = {}
    for text in texts:
        column, _, key = (part.strip() for part in text.rpartition("="))
        if not (column and key):
            return f'expected COLUMN=KEY, like "Full Name=name", found "{text}"'
        if key not in (*CONTACT_FIELDS, *BESIDE) and not OWN_KEY.fullmatch(key):
            meant = guess(key, (*CONTACT_FIELDS, *BESIDE))
            return NO_KEY.format(key, f"; {meant}" if meant else "")
        found[column.casefold()] = key
    return found


def read_table(text: str, columns: Map) -> People:
    """Return the people of a table; raise `WrongFileError` if it is none."""
    named = {column for column, key in columns.items() if key == "name"} | {"name"}
    sheet = read_sheet(text, lambda cells: bool(cells & named))
    if sheet is None or "given name" in {column.casefold() for column in sheet.columns}:
        raise refuse(text, EXPECTED.format(_maps_of_names(text) or LIKE), "csv")
    typed = {column.casefold(): column for column in sheet.columns}
    if lost := [column for column in columns if column not in typed]:
        there = ", ".join(f'"{column}"' for column in sheet.columns if column)
        raise WrongFileError(NO_COLUMN.format(lost[0], there))
    keys = {column: _key(column, columns) for column in typed}
    places = {column: place for place, column in enumerate(columns)}
    made = (_person(row, keys, places) for row in sheet.rows)
    return people_of((*made, *sheet.skipped), _not_taken(sheet, keys))


def unguarded(cell: str) -> str:
    """Return a cell without the `'` that our export puts before what may be a formula."""
    return cell[1:] if cell.startswith("'") and GUARDED.match(cell) else cell


def _key(column: str, columns: Map) -> str:
    """Return the key that a column holds; empty for one that is not taken."""
    if column in columns:
        return columns[column]
    key = column.replace(" ", "_")
    return key if key in CONTACT_FIELDS or key in BESIDE or OWN_KEY.fullmatch(key) else ""


def _maps_of_names(text: str) -> str:
    """Return the maps for a table of which the columns of names are called otherwise."""
    sheet = read_sheet(text, lambda cells: "name" in usual_keys(cells).values())
    return _maps(usual_keys(sheet.columns)) if sheet else ""


def _maps(keys: Map) -> str:
    return " ".join(f'--map "{column}={key}"' for column, key in keys.items())


def _not_taken(sheet: Sheet, keys: Mapping[str, str]) -> tuple[str, ...]:
    filled = {column for row in sheet.rows for column, _ in row.cells} - COMPUTED
    lost = [
        column
        for column in sheet.columns
        if column.casefold() in filled and column and not keys[column.casefold()]
    ]
    if not lost:
        return ()
    usual = usual_keys(lost, keys.values())
    cure = USUAL.format(_maps(usual)) if usual else ONE.format(lost[0])
    return (NOT_TAKEN.format(", ".join(f'"{column}"' for column in lost), cure),)


def _person(row: Row, keys: Map, places: Mapping[str, int]) -> Incoming | Skipped:
    """Return whom a row tells of; columns of the map come behind the others, in its order."""
    raw: dict[str, list[str]] = {}
    for column, cell in sorted(row.cells, key=lambda cell: places.get(cell[0], -1)):
        if (key := keys[column]) and not NO_DAY.fullmatch(cell):
            raw.setdefault(key, []).append(unguarded(cell))
    beside = {key: "\n".join(raw.pop(key, ())) for key in BESIDE}
    for key, texts in raw.items():
        field = CONTACT_FIELDS.get(key)
        if field and field.many:
            between = COMMAS if key in WITHOUT_COMMAS else BETWEEN
            raw[key] = [part for text in texts for part in re.split(between, text)]
        elif key in JOINED:
            raw[key] = [JOINED[key].join(texts)]
    raw |= _more(beside[MORE])
    said = {key: texts for key, texts in raw.items() if not _is_default(key, texts)}
    values, left_out = tidy(said)
    if "name" not in values:
        return Skipped(line=row.line, because=NO_NAME)
    return Incoming(
        line=row.line,
        values=values,
        note=words(beside[NOTES]),
        wanted_id=one_line(beside[ID]),
        left_out=tuple(left_out),
    )


def _is_default(key: str, texts: list[str]) -> bool:
    """Tell whether a cell says nothing, in capitals, too, as spreadsheets save `false`."""
    return key in DEFAULTS and [text.strip().lower() for text in texts] == [DEFAULTS[key]]


def _more(cell: str) -> dict[str, list[str]]:
    """Return the keys of others that our export writes as `key: text; key: text`."""
    found: dict[str, list[str]] = {}
    last: list[str] = []
    for part in cell.split(BETWEEN) if cell else ():
        if pair := MORE_KEY.fullmatch(part):
            last = found.setdefault(pair[1], [])
            last.append(pair[2])
        elif last:
            last[-1] += BETWEEN + part
    return {key: texts for key, texts in found.items() if key not in CONTACT_FIELDS}
