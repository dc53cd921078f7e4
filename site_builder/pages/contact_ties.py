"""A person's ties and circles as their page shows them."""

from msgspec import Struct

from site_builder.model.alphabet import alphabetical
from site_builder.model.contact import Contact, ContactId, TieLine
from site_builder.model.vault import Vault
from site_builder.pages.long_list import Some, first_lines
from site_builder.pages.page import Ref
from site_builder.pages.refs import circle_ref, person_ref
from site_builder.pages.words import (
    all_texts,
    all_years,
    closeness_dots,
    closeness_words,
)

TIES_SHOWN = 50
"""More ties than this are counted, not shown; the strongest come first."""


class Statement(Struct, frozen=True):
    """How one of two people describes the tie between them."""

    by: str
    """Whose file says so."""
    dots: str
    words: str
    hearsay: bool
    text: str


class Tie(Struct, frozen=True):
    """A tie to another person: the own words first, then the other's where they differ."""

    other: Ref
    statements: tuple[Statement, ...]


class CircleLine(Struct, frozen=True):
    """A circle this person belongs to."""

    circle: Ref
    kind: str
    years: str
    text: str
    shared: str
    """`you too`, with my years; empty where I am not in it."""


def ties_of(vault: Vault, person: Contact) -> Some[Tie]:
    """Return the strongest ties, whichever file states them."""
    known = vault.known_to(person.id)
    order = sorted(known, key=lambda other: _rank(vault, person.id, other))
    return first_lines(order, TIES_SHOWN, line=lambda other: _tie(vault, person, other))


def circles_of(vault: Vault, person: Contact) -> tuple[CircleLine, ...]:
    """Return a person's circles, in the order of their file."""
    groups = dict.fromkeys(membership.group for membership in person.groups)
    return tuple(_circle(vault, person, group) for group in groups)


def _circle(vault: Vault, person: Contact, group: str) -> CircleLine:
    circle = vault.circles[group]
    lines = circle.members[person.id]
    mine = circle.members.get(vault.me, ()) if vault.me and not person.me else ()
    shared = " ".join(filter(None, ("you too", all_years(mine)))) if mine else ""
    years, texts = all_years(lines), all_texts(lines)
    return CircleLine(circle_ref(circle), circle.kind, years, texts, shared)


def _rank(vault: Vault, one: ContactId, other: ContactId) -> tuple[int, str, ContactId]:
    found = vault.tie(one, other)
    closeness = (found[0].closeness or 0) if found else 0
    return (-closeness, alphabetical(vault.names[other].name), other)


def _tie(vault: Vault, person: Contact, other: ContactId) -> Tie:
    sides = ((person.id, other), (other, person.id))
    stated = ((by, vault.ties.get(by, {}).get(whom)) for by, whom in sides)
    found = [_statement(vault, by, line) for by, line in stated if line is not None]
    return Tie(person_ref(vault, other), tuple(found))


def _statement(vault: Vault, by: ContactId, line: TieLine) -> Statement:
    return Statement(
        vault.called(by),
        closeness_dots(line.closeness),
        closeness_words(line.closeness),
        line.hearsay,
        line.text,
    )
