"""What to write down, in which file and where: a tie, or that a move was made."""

import re
from datetime import date, timedelta

from msgspec import Struct

from site_builder.insights.insight import Door
from site_builder.insights.stall import MoveName
from site_builder.model.contact import Contact
from site_builder.model.vault import Vault
from site_builder.pages.drafts import must_wait

EXAMPLE = 3
"""The closeness in a line to paste: a good contact. The reader puts the true one."""
PLAIN_ID = re.compile(r"\w[\w.-]*")
PLAIN_ITEM = re.compile(r"\w[\w. /?-]*")
"""What YAML takes as text without quotes, in either kind of list."""
REST = timedelta(days=60)
"""How long a parked door is proposed to rest."""

DONE: dict[MoveName, str] = {
    "answer": "wrote",
    "thank": "thanked",
    "confirm": "met",
    "ask": "asked",
    "remind-introducer": "reminded",
    "nudge": "nudged",
    "interrupt": "interrupted",
    "close-loop": "thanked",
    "park": "paused",
}
"""The event that a move becomes, where it belongs to an introduction there is."""

KEPT = ("goal", "why", "thread")
"""What a further introduction towards the same person takes over."""
PLAIN = re.compile(r"\w(?:[\w .,;()/'?!’&+%-]*[\w.)?!])?")
"""What YAML takes as the value of a key without quotes."""


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


def log_line(door: Door, today: date) -> PasteLine | None:
    """Return the line, or the file, that says that the move was made; None where there is none."""
    move = door.move.name
    if must_wait(door):
        return None
    if move in DONE:
        made = door.thread.introduced if move == "close-loop" else None
        until = f" {today + REST}" if move == "park" else ""
        path = (made or door.thread.present).intro.path
        day = _meeting(door) if move == "confirm" else None
        return PasteLine(f"- {day or today} {DONE[move]}{until}", path, "under ## Log")
    if (chosen := door.allotment.next_one) is not None:
        return PasteLine(f"- {today} asked", chosen.intro.path, "under ## Log")
    first = door.allotment.first
    if first is None or first.ask_first:
        return None
    intro, target = door.thread.spokes[-1].intro, door.thread.target
    told = {"target": target, "introducer": first.contact}
    told |= {key: value for key in KEPT if (value := getattr(intro, key))}
    matter = "\n".join(f"{key}: {quoted(value, PLAIN)}" for key, value in told.items())
    text = f"---\n{matter}\n---\n\n## Log\n\n- {today} asked"
    return PasteLine(text, f"intros/{today}-{target}-via-{first.contact}.md", "a new file")


def _meeting(door: Door) -> date | None:
    """Return the day for which a meeting was last fixed."""
    fixed = (one.event for one in reversed(door.thread.moments) if one.event.word == "scheduled")
    return next((event.until for event in fixed), None)
