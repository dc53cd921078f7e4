"""Everybody of a file, sorted: new, there already, or not clear; and whom they know."""

import re
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from site_builder.app.import_register import Known, Register
from site_builder.interop.incoming.person import Incoming
from site_builder.interop.vcard import uid_of
from site_builder.model.vault import Vault
from site_builder.reporting.import_report import UnclearPerson

ONE_WORD = re.compile(r"[^\s\[\]|#]+")
NOBODY = ""
"""Whom a card's id means that several people have."""
NO_CARD = 'a tie to "{}", which is the card of nobody here, or of several'
TAKEN = 'alias "{}", as somebody else is called so'


class Case(Struct, frozen=True):
    """Somebody of the file and the note that is theirs, or is to be."""

    person: Incoming
    note: Known
    because: str = ""
    """By what they were known; empty where the note is new."""


class Cases(Struct, frozen=True):
    """Everybody of a file."""

    new: tuple[Case, ...]
    known: tuple[Case, ...]
    unclear: tuple[UnclearPerson, ...]
    cards: dict[str, str]
    """The ids of contacts by those of their cards, of the vault and of the file."""

    def ties(self, case: Case, gone: frozenset[str]) -> list[tuple[str, str]]:
        """Return the ids of whom somebody knows, with a word about how; nobody who is gone."""
        found: dict[str, str] = {}
        for uid, how in case.person.knows:
            other = self.cards.get(uid, "")
            if other and other not in gone and other != case.note.id:
                found.setdefault(other, how)
        return [*found.items()]

    def strangers(self, case: Case) -> list[str]:
        """Return the ids of cards by which somebody is told to know a person who is not here."""
        named = (*(uid for uid, _ in case.person.knows), case.person.introduced_by)
        return [NO_CARD.format(uid) for uid in named if uid and not self.cards.get(uid)]

    def introducer(self, case: Case, gone: frozenset[str]) -> str:
        """Return how a note names who introduced us; empty if that is nobody who is there."""
        other = self.cards.get(case.person.introduced_by, "")
        return named(other) if other and other not in gone and other != case.note.id else ""


def cases_of(vault: Vault, people: Sequence[Incoming]) -> Cases:
    """Sort the people of a file, in its order."""
    register = Register(vault)
    new, known, unclear = list[Case](), list[Case](), list[UnclearPerson]()
    contacts = (document.id for document in vault.documents if document.kind == "contact")
    cards = {uid_of(vault.me, person): person for person in contacts}
    for person in people:
        match = register.match(person)
        if match is None:
            case = Case(_free_aliases(person, register), register.add(person))
            new.append(case)
        elif match.sure:
            case = Case(person, match.found[0], match.because)
            known.append(case)
        else:
            paths = tuple(one.path for one in match.found)
            unclear.append(
                UnclearPerson(name=person.name, row=person.line, because=match.because, paths=paths)
            )
            continue
        if person.uid:
            other = cards.setdefault(person.uid, case.note.id)
            cards[person.uid] = other if other == case.note.id else NOBODY
    return Cases(tuple(new), tuple(known), tuple(unclear), cards)


def named(person: str) -> str:
    """Return how a note names somebody by their id."""
    return person if ONE_WORD.fullmatch(person) else f"[[{person}]]"


def _free_aliases(person: Incoming, register: Register) -> Incoming:
    """Leave out aliases by which links would find somebody else from now on."""
    aliases = person.values.get("aliases", ())
    free = tuple(alias for alias in aliases if register.is_free(alias))
    if free == aliases:
        return person
    values = {**person.values, "aliases": free}
    lost = (TAKEN.format(alias) for alias in aliases if alias not in free)
    kept = {key: texts for key, texts in values.items() if texts}
    return replace(person, values=kept, left_out=(*person.left_out, *lost))
