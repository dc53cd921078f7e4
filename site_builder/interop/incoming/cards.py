"""People from vCards: what address books write, Apple's and our own ways among them."""

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from site_builder.interop.incoming.card_lines import CardLine, card_lines
from site_builder.interop.incoming.google import no_person, related
from site_builder.interop.incoming.kinds import refuse
from site_builder.interop.incoming.person import Incoming, People, Skipped, people_of
from site_builder.interop.incoming.tidy import is_only, named, note_of, one_line, place, tidy

EXPECTED = "vCards, which begin with BEGIN:VCARD"
CUT = "the card that begins here has no END:VCARD"
A_GROUP = "a group or an organisation, not a person"
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
        raise refuse(text, EXPECTED)
    return people


def _cards(text: str) -> Iterator[_Card | Skipped]:
    """Yield each card, and what begins as one and does not end."""
    begin, lines, strays = 0, list[CardLine](), list[int]()
    for line in card_lines(text):
        if isinstance(line, int):
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


def _person(card: _Card) -> Incoming | Skipped:
    kinds = {text.casefold() for text in card.texts("KIND", "X-ADDRESSBOOKSERVER-KIND")}
    if kinds & {"group", "org", "location", "application"}:
        return Skipped(line=card.line, because=A_GROUP)
    orgs = [part for line in card.all("ORG") for part in line.parts(";")[:1]]
    name, nicknames = _names(card, orgs)
    if not name or is_only(name, card.texts("EMAIL", "TEL")):
        return Skipped(line=card.line, because=no_person(orgs, card.texts("EMAIL")))
    values, left_out = tidy(
        {
            "name": [name],
            "aliases": nicknames,
            "email": card.texts("EMAIL"),
            "phone": card.texts("TEL"),
            "url": card.texts("URL", "X-SOCIALPROFILE"),
            "org": orgs,
            "role": card.texts("TITLE") or card.texts("ROLE"),
            "location": _places(card),
            "timezone": card.texts("TZ"),
            "language": card.texts("LANG"),
            "tags": [tag for tag in card.listed("CATEGORIES") if tag not in SYSTEM],
            "birthday": card.texts("BDAY"),
        }
    )
    left_out += (f"line {number}, which is none of a card" for number in card.strays)
    return Incoming(
        line=card.line,
        values=values,
        note=note_of((*card.texts("NOTE"), *_only_named(card))),
        uid=next(iter(card.texts("UID")), ""),
        knows=tuple(_ties(card.all("RELATED"))),
        introduced_by=next(iter(card.texts("X-INTRODUCED-BY")), ""),
        left_out=tuple(left_out),
    )


def _names(card: _Card, orgs: list[str]) -> tuple[str, list[str]]:
    """Return the name, empty for a firm, and the nicknames beside it."""
    parts = [*card.parts("N"), "", "", "", "", ""]
    in_parts = named([parts[at] for at in NAME_ORDER])
    whole = one_line(" ".join(card.texts("FN")[:1]))
    if whole == named((f"{parts[0]},", parts[1])):  # as Outlook files people
        whole = in_parts
    name = "" if _is_firm(card, whole, in_parts, orgs) else whole or in_parts
    nicknames = [nickname for text in card.listed("NICKNAME") if (nickname := one_line(text))]
    if not name and nicknames and not orgs:
        return nicknames[0], nicknames[1:]
    return name, nicknames


def _is_firm(card: _Card, whole: str, in_parts: str, orgs: list[str]) -> bool:
    """Tell whether the name is only the firm's: Apple says so, others leave the parts empty."""
    said = "COMPANY" in {text.upper() for text in card.texts("X-ABSHOWAS")}
    return said or (bool(orgs) and not in_parts and whole in {one_line(orgs[0]), ""})


def _places(card: _Card) -> Iterator[str]:
    for line in card.all("ADR"):
        parts = [*line.parts(";"), "", "", "", "", "", "", ""]
        yield place(parts[CITY], parts[REGION], parts[COUNTRY])


def _ties(lines: Iterable[CardLine]) -> Iterator[tuple[str, str]]:
    """Yield who is related by the id of a card, and how."""
    for line in lines:
        how = next((kind for kind in sorted(HOW) if line.is_of(kind)), "")
        if _has_id(line) and (how or line.is_of("contact")):
            yield line.text, how


def _only_named(card: _Card) -> Iterator[str]:
    """Yield a line for each relation that names somebody in words."""
    labels = {line.group: line.text for line in card.all("X-ABLABEL") if line.group}
    for line in card.all("RELATED", "RELATIONSHIP", "X-ABRELATEDNAMES"):
        if not _has_id(line):
            kind = labels.get(line.group, " ".join(line.parameters.get("TYPE", ())))
            yield related(line.text, kind.removeprefix("_$!<").removesuffix(">!$_"))


def _has_id(line: CardLine) -> bool:
    is_text = "text" in {one.casefold() for one in line.parameters.get("VALUE", ())}
    return line.name == "RELATED" and not is_text and ADDRESS.fullmatch(line.text) is not None


def _preference(line: CardLine) -> int:
    told = next(iter(line.parameters.get("PREF", ())), "")
    if told.isascii() and told.isdigit():
        return int(told)
    return 1 if line.is_of("pref") else PREFERRED
