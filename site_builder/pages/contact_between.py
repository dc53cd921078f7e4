"""The small picture on a person's page: whom and what lies between them and me.

I stand at the top, they stand at the bottom; between us the people they know and the circles we
share. A line at the left is my tie, a line at the right theirs.
"""

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from msgspec import Struct

from site_builder.insights.shared_circles import usable
from site_builder.insights.words import listing
from site_builder.model.contact import Contact, ContactId
from site_builder.model.vault import Circle, Vault
from site_builder.pages.picture import Text, width, wrap
from site_builder.pages.words import plural

PEOPLE_SHOWN, CIRCLES_SHOWN = 6, 3
NAMED = 4
"""People named in the description; the list of ties beside it names them all."""
WIDTH, LEFT, RIGHT = 272, 48, 224
"""Of the picture, and where its boxes begin and end."""
START, FIRST, PITCH, LAST = 32, 60, 30, 40
"""Where my lines begin, middle of the first row, from row to row, from the last to the person."""
NAME_SIZE, ROOM = 12, (RIGHT - LEFT - 20) / 12
LINES = 26
"""How wide the bundle of lines at each side is."""
WEIGHTS = ("1", "1", "1.25", "1.75", "2.25", "2.75")
"""Width of a line by strength of the tie; unknown is the thinnest."""
HEARSAY = "0.1 4"


class Stroke(Struct, frozen=True):
    """All ties of one strength."""

    path: str
    weight: str
    dashes: str = ""


class Between(Struct, frozen=True):
    """The picture; what it shows also stands in the lists of ties and circles."""

    title: str
    description: str
    height: int
    strokes: tuple[Stroke, ...]
    known: str
    """Boxes of people whom I know as well."""
    unknown: str
    """Boxes of people to whom no tie of mine is written down."""
    circles: str
    names: tuple[Text, ...]
    person: Text
    y: int
    """Upper edge of the person's own box."""
    more: str
    """What is counted, not shown."""


class _Row(Struct, frozen=True):
    """One person or circle between us; a strength of None is no tie."""

    name: str
    mine: int | None
    theirs: int
    hearsay: bool = False
    circle: bool = False


def between_of(vault: Vault, person: Contact) -> Between | None:
    """Draw who stands between me and a person; where nobody does there is no picture."""
    people, circles = _people(vault, person), _circles(vault, person)
    rows = [*people[:PEOPLE_SHOWN], *circles[:CIRCLES_SHOWN]]
    if person.me or not rows:
        return None
    bottom = FIRST + PITCH * (len(rows) - 1) + LAST
    boxes = [_box(FIRST + PITCH * place, 12 if row.circle else 6) for place, row in enumerate(rows)]
    return Between(
        f"Between you and {person.first_name}",
        _description(person, people, circles),
        bottom + 16,
        tuple(_strokes(person, rows, bottom)),
        "".join(box for row, box in zip(rows, boxes, strict=True) if row.mine and not row.circle),
        "".join(box for row, box in zip(rows, boxes, strict=True) if row.mine is None),
        "".join(box for row, box in zip(rows, boxes, strict=True) if row.circle),
        tuple(Text(LEFT + 10, FIRST + PITCH * n + 4, row.name) for n, row in enumerate(rows)),
        Text((LEFT + WIDTH) // 2, bottom + 4, _short(person)),
        bottom - 14,
        _more(len(people) - PEOPLE_SHOWN, len(circles) - CIRCLES_SHOWN),
    )


def _people(vault: Vault, person: Contact) -> list[_Row]:
    """Return whom they know: those whom I know as well first, the closest first."""
    known = vault.known_to(person.id)
    rows = (_person(vault, person.id, vault.people[other]) for other in known - {vault.me})
    return sorted(rows, key=lambda row: (-(row.mine or 0), -row.theirs, row.name))


def _person(vault: Vault, one: ContactId, other: Contact) -> _Row:
    found = vault.tie(one, other.id)
    line = found[0] if found else None
    strength, hearsay = (line.closeness or 0, line.hearsay) if line else (0, False)
    return _Row(_short(other), other.closeness, strength, hearsay)


def _circles(vault: Vault, person: Contact) -> list[_Row]:
    """Return the circles that both of us belong to, the smallest first, none that is sensitive."""
    groups = dict.fromkeys(line.group for line in person.groups)
    shared = [circle for group in groups if _both(vault, circle := vault.circles[group])]
    shared.sort(key=lambda circle: (circle.size, circle.id))
    return [_Row(_fitted(one.name, one.name), 0, 0, circle=True) for one in shared]


def _both(vault: Vault, circle: Circle) -> bool:
    return vault.me in circle.members and usable(vault.settings.kinds.get(circle.kind))


def _short(person: Contact) -> str:
    return _fitted(person.name, person.first_name)


@lru_cache(maxsize=1 << 14)
def _fitted(name: str, called: str) -> str:
    """Return the name, cut only where even the name they are called by does not fit."""
    return "".join(wrap(name if width(name) <= ROOM else called, ROOM, lines=1))


@cache
def _box(y: int, corner: int) -> str:
    across, down = RIGHT - LEFT - 2 * corner, 24 - 2 * corner
    turn = f"a{corner} {corner} 0 0 1 "
    return (
        f"M{LEFT + corner} {y - 12}h{across}{turn}{corner} {corner}v{down}{turn}-{corner} {corner}"
        f"h-{across}{turn}-{corner}-{corner}v-{down}{turn}{corner}-{corner}z"
    )


def _strokes(person: Contact, rows: list[_Row], bottom: int) -> Iterator[Stroke]:
    """Gather the lines of one strength into one path each, mine and theirs alike."""
    found: dict[tuple[int, bool], str] = {}
    if person.closeness:
        direct = f"M8 {START}V{bottom - 8}q0 8 8 8H{LEFT}"
        found[person.closeness, False] = direct
    for row, (mine, theirs) in zip(rows, _lines(len(rows), bottom), strict=True):
        if row.mine is not None:
            found[row.mine, False] = found.get((row.mine, False), "") + mine
        key = row.theirs, row.hearsay
        found[key] = found.get(key, "") + theirs
    for (strength, hearsay), path in found.items():
        yield Stroke(path, WEIGHTS[strength], HEARSAY if hearsay else "")


@cache
def _lines(rows: int, bottom: int) -> tuple[tuple[str, str], ...]:
    """Return for each row the line that leads from me to it, and the one on to the person."""
    apart = LINES / max(rows - 1, 1)
    found = []
    for place in range(rows):
        y, left, right = FIRST + PITCH * place, 38 - apart * place, 234 + apart * (rows - 1 - place)
        mine = f"M{left:.3g} {START}V{y - 8}q0 8 8 8H{LEFT}"
        found.append((mine, f"M{RIGHT} {y}H{right - 8:.4g}q8 0 8 8V{bottom - 14}"))
    return tuple(found)


def _description(person: Contact, people: list[_Row], circles: list[_Row]) -> str:
    name = person.first_name
    parts = (
        (f"You and {name} both know", [row for row in people if row.mine]),
        (f"Whom {name} knows and you have no tie to:", [row for row in people if not row.mine]),
        (f"You and {name} are both in", circles),
    )
    return " ".join(f"{words} {_names(rows)}." for words, rows in parts if rows)


def _names(rows: Iterable[_Row]) -> str:
    names = [row.name for row in rows]
    more = [f"{len(names) - NAMED} more"] if len(names) > NAMED else []
    return listing([*names[:NAMED], *more])


def _more(people: int, circles: int) -> str:
    counts = ((people, "person"), (circles, "circle"))
    said = [plural(number, noun) for number, noun in counts if number > 0]
    return f"Not drawn: {listing(said)}" if said else ""
