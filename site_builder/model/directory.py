"""Looking people up: by id, then alias, then exact name."""

import unicodedata
from collections.abc import Iterable, Mapping
from operator import itemgetter

from msgspec import Struct, field

from site_builder.model.contact import Contact, ContactId
from site_builder.model.document import Document
from site_builder.model.reference import fold, path_stem
from site_builder.tables import FRESH, Tables, grouped

INTROS = "intros/"
"""The folder in which nobody has a file."""


class Directory(Struct, frozen=True):
    """Every name by which a contact can be found; files that cannot be read are listed by id."""

    ids: Mapping[str, ContactId]
    aliases: Mapping[str, tuple[ContactId, ...]] = field(default_factory=dict)
    names: Mapping[str, tuple[ContactId, ...]] = field(default_factory=dict)

    def find(self, name: str) -> tuple[ContactId, ...]:
        """Return who may be meant: nobody, one person, or the candidates of an ambiguous name.

        What nobody is called may be an id that an editor wrote with its folder.
        """
        found = self._called(name)
        if found or INTROS in name or not ("/" in name or name.endswith(".md")):
            return found
        return self._called(path_stem(name))

    def _called(self, name: str) -> tuple[ContactId, ...]:
        folded = fold(name)
        if (exact := self.ids.get(folded)) is not None:
            return (exact,)
        return self.aliases.get(folded) or self.names.get(unicodedata.normalize("NFC", name), ())

    def one(self, name: str) -> ContactId | None:
        """Return the one person meant, or None."""
        found = self.find(name)
        return found[0] if len(found) == 1 else None

    @property
    def spellings(self) -> tuple[tuple[str, ContactId], ...]:
        """Every name that would be found, with whom it finds: the ground for did-you-mean."""
        listed = [(str(person), person) for person in self.ids.values()]
        for found in (self.aliases, self.names):
            listed += [(name, person) for name, people in found.items() for person in people]
        return tuple(listed)


Claims = Mapping[str, tuple[Document, ...]]
"""The contact files of each id, by folded id; the first file of an id counts."""


def claims_of(documents: Iterable[Document]) -> Claims:
    """Return contact files by folded id, in their order."""
    return grouped((fold(document.id), document) for document in documents)


def directory_of(claims: Claims, tables: Tables = FRESH) -> Directory:
    """List the contacts that files claim to be."""
    called = tables.each("spellings", claims, _spellings)
    return Directory(
        tables.each("ids", claims, lambda files: ContactId(files[0].id)),
        tables.group("aliases", called, itemgetter(1)),
        tables.group("names", called, itemgetter(0)),
    )


Pairs = tuple[tuple[str, ContactId], ...]


def _spellings(files: tuple[Document, ...]) -> tuple[Pairs, Pairs]:
    """Return the names and the aliases in the readable files of one id."""
    person = ContactId(files[0].id)
    records = [one.record for one in files if one.id == person and isinstance(one.record, Contact)]
    names = (unicodedata.normalize("NFC", record.name) for record in records)
    aliases = (fold(alias) for record in records for alias in record.aliases)
    return (
        tuple((name, person) for name in dict.fromkeys(names)),
        tuple((alias, person) for alias in dict.fromkeys(aliases)),
    )
