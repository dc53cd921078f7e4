"""Looking people up: by id, then alias, then exact name."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from site_builder.model.contact import Contact, ContactId
from site_builder.model.document import Document
from site_builder.model.reference import fold


@dataclass(frozen=True, slots=True)
class Directory:
    """Every name by which a contact can be found; files that cannot be read are listed by id."""

    ids: Mapping[str, ContactId]
    aliases: Mapping[str, tuple[ContactId, ...]] = field(default_factory=dict)
    names: Mapping[str, tuple[ContactId, ...]] = field(default_factory=dict)

    def find(self, name: str) -> tuple[ContactId, ...]:
        """Return who may be meant: nobody, one person, or the candidates of an ambiguous name."""
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
            listed += [(name, people[0]) for name, people in found.items()]
        return tuple(listed)


def directory_of(documents: Iterable[Document]) -> Directory:
    """List the contacts among the documents; the first file of an id counts."""
    ids: dict[str, ContactId] = {}
    aliases: dict[str, tuple[ContactId, ...]] = {}
    names: dict[str, tuple[ContactId, ...]] = {}
    for document in documents:
        if document.kind != "contact":
            continue
        person = ContactId(document.id)
        if ids.setdefault(fold(document.id), person) != person:
            continue
        if isinstance(document.record, Contact):
            name = unicodedata.normalize("NFC", document.record.name)
            names[name] = (*names.get(name, ()), person)
            for alias in document.record.aliases:
                known = aliases.get(fold(alias), ())
                aliases[fold(alias)] = known if person in known else (*known, person)
    return Directory(ids, aliases, names)
