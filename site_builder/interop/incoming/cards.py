"""People from vCards: what address books write, Apple's and our own ways among them."""

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from site_builder.interop.incoming.card_lines import CardLine, card_lines
from site_builder.interop.incoming.card_rest import (
    android_nickname,
    kind_of,
    labels_of,
    machine_of,
    rest_of,
)
from site_builder.interop.incoming.google import no_person, related
from site_builder.interop.incoming.kinds import refuse
from site_builder.interop.incoming.person import Incoming, People, Skipped, people_of
from site_builder.interop.incoming.tidy import (
    is_only,
    named,
    note_of,
    one_line,
    place,
    shown,
    tidy,
)

EXPECTED = "vCards, which begin with BEGIN:VCARD"
CUT = "the card that begins here has no END:VCARD"
GROUPS = {
    "group": "a group",
    "org": "an organisation",
    "location": "a place",
    "application": "a program",
}
NAME_ORDER = (3, 1, 2, 0, 4)
"""Where title, given, further, family name and what follows stand in `N`."""
CITY, REGION, COUNTRY = 3, 4, 6
"""Where they stand in `ADR`."""
SYSTEM = frozenset({"myContacts", "starred"})
"""Categories that Google gives everybody, or that say nothing."""
HOW = frozenset(
    {"acquaintance", "friend", "co-worker", "colleague", "co-resident", "neighbor"}
    | {"child", "parent", "sibling", "spouse", "kin"}
)
"""Types of `RELATED` that are ties and say how; `contact` is one and says no more."""
NAMED_ONLY = frozenset({"RELATED", "RELATIONSHIP", "X-ABRELATEDNAMES"})
PROFILES = ("X-SOCIALPROFILE", "SOCIALPROFILE")
"""Pages of somebody; some programs write only a name there."""
FEW = 3
"""Odd lines of a card that are told one by one."""
ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:\S+")
PREFERRED = 100
"""The preference of what has none; 1 is the most."""


class _Card(Struct, frozen=True):
    """The lines of one card."""

    line: int
    lines: tuple[CardLine, ...]
    strays: tuple[int, ...]
    """Lines of the file that are no property."""

    def all(self, *names: str) -> list[CardLine]:
        found = [line for line in self.lines if line.name in names and line.value.strip()]
        return sorted(found, key=_preference)

    def texts(self, *names: str) -> list[str]:
        return [line.text for line in self.all(*names)]

    def listed(self, *names: str) -> list[str]:
        return [part for line in self.all(*names) for part in line.parts(",")]

    def parts(self, name: str) -> list[str]:
        """Return the parts of the first such line; there may be less than one wants."""
        return next((line.parts(";") for line in self.all(name)), [])


def read_cards(text: str) -> People:
    """Return the people of all cards; raise `WrongFileError` where there is none."""
    people = people_of(one if isinstance(one, Skipped) else _person(one) for one in _cards(text))
    if not (people.found or people.skipped):
        raise refuse(text, EXPECTED, "vcard")
    return people


def _cards(text: str) -> Iterator[_Card | Skipped]:
    """Yield each card, and what begins as one and does not end."""
    begin, inner, lines, strays = 0, False, list[CardLine](), list[int]()
    for line in card_lines(text):
        if inner or (_begins(line) and lines and _holds_a_card(lines[-1])):
            inner = isinstance(line, int) or line.name != "END"
        elif isinstance(line, int):
            strays.append(line)
        elif line.name in {"BEGIN", "END"} and line.value.strip().upper() == "VCARD":
            if begin and line.name == "END":
                yield _Card(begin, tuple(lines), tuple(strays))
            elif begin:
                yield Skipped(line=begin, because=CUT, broken=True)
            begin = line.number if line.name == "BEGIN" else 0
            lines, strays = [], []
        else:
            lines.append(line)
    if begin:
        yield Skipped(line=begin, because=CUT, broken=True)


def _begins(line: CardLine | int) -> bool:
    return not isinstance(line, int) and line.name == "BEGIN"


def _holds_a_card(line: CardLine) -> bool:
    """Tell whether a card of somebody else stands below, as version 2.1 has it."""
    return line.name == "AGENT" and not line.value.strip()


def _person(card: _Card) -> Incoming | Skipped:
    for text in card.texts("KIND", "X-KIND", "X-ADDRESSBOOKSERVER-KIND"):
        if (what := GROUPS.get(text.strip().casefold())) is not None:
            name = shown(" ".join(card.texts("FN")[:1]))
            return Skipped(line=card.line, because=f'{what} and no person, "{name}"')
    orgs = [part for line in card.all("ORG") for part in line.parts(";")[:1]]
    name, nicknames = _names(card, orgs)
    if not name or is_only(name, card.texts("EMAIL", "TEL")):
        return Skipped(line=card.line, because=no_person(orgs, card.texts("EMAIL")))
    profiles = [text for text in card.texts(*PROFILES) if "/" in text]
    values, left_out = tidy(
        {
            "name": [name],
            "aliases": nicknames,
            "email": card.texts("EMAIL"),
            "phone": _phones(card),
            "url": [*card.texts("URL"), *profiles],
            "org": orgs,
            "role": [*card.texts("TITLE"), *card.texts("ROLE")],
            "location": _places(card),
            "timezone": card.texts("TZ"),
            "language": card.texts("LANG"),
            "tags": [tag for tag in card.listed("CATEGORIES") if tag not in SYSTEM],
            "birthday": card.texts("BDAY"),
        }
    )
    left_out += _left_out(card)
    return Incoming(
        line=card.line,
        values=values,
        note=note_of((*card.texts("NOTE"), *dict.fromkeys(_only_named(card)))),
        uid=next(iter(card.texts("UID")), ""),
        knows=tuple(_ties(card.all("RELATED"))),
        introduced_by=next(iter(card.texts("X-INTRODUCED-BY")), ""),
        left_out=tuple(left_out),
    )


def _phones(card: _Card) -> Iterator[str]:
    """Yield the numbers that somebody may answer."""
    labels = labels_of(card.lines)
    for line in card.all("TEL"):
        if not machine_of(line, labels.get(line.group, "")):
            yield line.text


def _left_out(card: _Card) -> Iterator[str]:
    """Yield what no note has a place for."""
    for line in card.all("ORG"):
        yield from (f'department "{shown(part)}"' for part in line.parts(";")[1:] if part.strip())
    for line in card.all(*PROFILES):
        if "/" not in line.text:
            yield f'{line.name} "{shown(line.text)}"'
    for line in card.all("RELATED"):
        if _has_id(line) and not _is_tie(line) and not _is_introducer(line, card):
            yield f'RELATED "{shown(line.text)}"'
    yield from rest_of(card.lines)
    if len(card.strays) > FEW:
        yield f"{len(card.strays)} lines from line {card.strays[0]}, which are none of a card"
    else:
        yield from (f"line {number}, which is none of a card" for number in card.strays)


def _names(card: _Card, orgs: list[str]) -> tuple[str, list[str]]:
    """Return the name, empty for a firm, and the nicknames beside it."""
    parts = [*card.parts("N"), "", "", "", "", ""]
    in_parts = named([parts[at] for at in NAME_ORDER])
    whole = one_line(" ".join(card.texts("FN")[:1]))
    if whole == named((f"{parts[0]},", parts[1])):  # as Outlook files people
        whole = in_parts
    firm = one_line(orgs[0]) if orgs else ""
    if "COMPANY" in {text.upper() for text in card.texts("X-ABSHOWAS")}:
        name = "" if in_parts == firm else in_parts  # the whole is the firm's
    else:
        name = "" if not in_parts and whole == firm else whole or in_parts
    others = [*card.texts("FN")[1:], *card.listed("NICKNAME"), *map(android_nickname, card.lines)]
    nicknames = [nickname for text in others if (nickname := one_line(text))]
    if not name and nicknames and not orgs:
        return nicknames[0], nicknames[1:]
    return name, nicknames


def _places(card: _Card) -> Iterator[str]:
    for line in card.all("ADR"):
        parts = [*line.parts(";"), "", "", "", "", "", "", ""]
        yield place(parts[CITY], parts[REGION], parts[COUNTRY])


def _ties(lines: Iterable[CardLine]) -> Iterator[tuple[str, str]]:
    """Yield who is related by the id of a card, and how."""
    for line in lines:
        if _has_id(line) and _is_tie(line):
            yield line.text, next((kind for kind in sorted(HOW) if line.is_of(kind)), "")


def _is_tie(line: CardLine) -> bool:
    return any(map(line.is_of, (*HOW, "contact")))


def _is_introducer(line: CardLine, card: _Card) -> bool:
    """Tell whether the line says again who introduced us."""
    return line.is_of("met") and line.text in card.texts("X-INTRODUCED-BY")


def _only_named(card: _Card) -> Iterator[str]:
    """Yield a line for each relation that names somebody in words."""
    labels = labels_of(card.lines)
    for line in card.lines:
        if kind := kind_of(line):
            yield related(line.text, kind)
        elif line.name in NAMED_ONLY and line.value.strip() and not _has_id(line):
            kind = labels.get(line.group, " ".join(line.parameters.get("TYPE", ())))
            if name := line.text.strip("; ") or _misplaced(line):
                yield related(name, kind)


def _misplaced(line: CardLine) -> str:
    """Return a name that KAddressBook writes where the type of the value belongs."""
    types = line.parameters.get("VALUE", ())
    return " ".join(one for one in types if one.casefold() not in {"text", "uri"})


def _has_id(line: CardLine) -> bool:
    is_text = "text" in {one.casefold() for one in line.parameters.get("VALUE", ())}
    return line.name == "RELATED" and not is_text and ADDRESS.fullmatch(line.text) is not None


def _preference(line: CardLine) -> int:
    told = next(iter(line.parameters.get("PREF", ())), "")
    if told.isascii() and told.isdigit():
        return int(told)
    return 1 if line.is_of("pref") else PREFERRED
