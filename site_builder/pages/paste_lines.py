"""The line that writes down a tie, in the way the file at hand writes its lists."""

import re

from msgspec import Struct

from site_builder.model.contact import Contact
from site_builder.model.vault import Vault

EXAMPLE = 3
"""The closeness in a line to paste: a good contact. The reader puts the true one."""
PLAIN_ID = re.compile(r"\w[\w.-]*")
PLAIN_ITEM = re.compile(r"\w[\w. /?-]*")
"""What YAML takes as text without quotes, in either kind of list."""


class PasteLine(Struct, frozen=True):
    """What to write, and where."""

    text: str
    path: str
    place: str
    """`as line 8`, `after line 2`."""


def closeness_line(person: Contact) -> PasteLine:
    """Return the line for my own tie to somebody."""
    text = f"closeness: {EXAMPLE}"
    if "closeness" in person.spans:  # there, and empty
        return PasteLine(text, person.path, f"in place of line {person.at('closeness').line}")
    return PasteLine(text, person.path, f"after line {_line_of_name(person)}")


def tie_line(vault: Vault, person: Contact, target: Contact) -> PasteLine:
    """Return the line for somebody's tie to the target; a tie without its number gets one."""
    found = vault.tie(person.id, target.id)
    if found is not None:
        tie, owner = found[0], vault.people[found[1]]
        item = _item(tie.other.name, tie.text)
        begin = _indent(owner) if _is_block(owner) else None
        text = item if begin is None else f"{begin}- {item}"
        return PasteLine(text, owner.path, f"in place of that tie in line {tie.span.line}")
    return _new_tie(person, _item(target.id))


def _new_tie(person: Contact, item: str) -> PasteLine:
    span = person.at("knows")
    if "knows" not in person.spans:
        return PasteLine(f"knows: [{item}]", person.path, f"after line {_line_of_name(person)}")
    if _is_block(person):
        return PasteLine(f"{_indent(person)}- {item}", person.path, f"as line {span.line}")
    if span.end == (span.line, span.column):
        return PasteLine(f"  - {item}", person.path, f"after line {span.line}")
    if _is_single(person):
        place = f"after line {span.line}, with the tie that stands there as a list entry above"
        return PasteLine(f"  - {item}", person.path, place)
    text = f"{item}, " if person.knows else item
    return PasteLine(text, person.path, f"in line {span.line}, after the opening bracket")


def _item(name: str, text: str = "") -> str:
    known = name if PLAIN_ID.fullmatch(name) else f"[[{name}]]"
    return quoted(f"{known} {EXAMPLE} {text}".rstrip(), PLAIN_ITEM)


def quoted(text: str, plain: re.Pattern[str]) -> str:
    """Return a text as YAML reads it back: in quotes unless it is plain."""
    if plain.fullmatch(text):
        return text
    inside = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{inside}"'


def _is_block(person: Contact) -> bool:
    """Tell whether `knows` has a line for each tie; such a list ends where the next line begins."""
    span = person.at("knows")
    return span.end_line > span.line and span.end_column == 1


def _is_single(person: Contact) -> bool:
    """Tell whether `knows` is one tie without any list."""
    return any(tie.span == person.at("knows") for tie in person.knows)


def _indent(person: Contact) -> str:
    return " " * (person.at("knows").column - 1)


def _line_of_name(person: Contact) -> int:
    """Return the last line of the value of `name`, the one key that every file has."""
    span = person.at("name")
    return span.end_line - (span.end_column == 1)
