"""Who is there already: by id, e-mail, page, name or alias; those of an import among them."""

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from site_builder.app.note_made import contact_id
from site_builder.editing.new_note import front_texts, id_of
from site_builder.insights.words import NUMBERS
from site_builder.interop.incoming.person import Incoming
from site_builder.interop.incoming.tidy import one_line, same_address
from site_builder.interop.vcard import uid_of
from site_builder.model.document import Document
from site_builder.model.reference import fold
from site_builder.model.vault import Vault

NAMELESS = "person"
"""The id of somebody whose name has no letter."""
EARLIER = ", earlier in the file"
SEVERAL = {
    "id": "{} have this id",
    "card": "{} have this card",
    "email": "{} have its e-mail addresses",
    "url": "{} have its page",
    "name": "{} have this name",
}
OTHER_MAIL = "same name, another e-mail"

Record = tuple[tuple[tuple[str, tuple[str, ...]], ...], str]
"""All that a file says of somebody."""


class Known(Struct, frozen=True):
    """A note that is there, or will be."""

    path: str
    id: str
    texts: Mapping[str, tuple[str, ...]]
    """Its front matter as typed."""


class Match(Struct, frozen=True):
    """Who somebody of a file is: one note, or several of which any could be theirs."""

    found: tuple[Known, ...]
    because: str


class Register:
    """Every contact by what they are known by; it grows while an import is planned."""

    def __init__(self, vault: Vault) -> None:
        """Take in the contacts of a vault, drafts included."""
        self._strong: dict[tuple[str, str], list[Known]] = {}
        self._names: dict[str, list[Known]] = {}
        self._same: dict[Record, Known] = {}
        self._new: set[str] = set()
        self._called: set[str] = set()
        for document in vault.documents:
            if document.kind == "contact":
                self._take(document, uid_of(vault.me, document.id))

    def _take(self, document: Document, uid: str) -> None:
        self._called.add(fold(document.id))
        texts = front_texts(document.text) if document.record is not None else None
        if texts is None:
            return
        known = Known(document.path, document.id, texts)
        self._file(known, (*_strong(texts), ("id", fold(document.id), ""), ("card", uid, "")))
        for name in (*texts.get("name", ()), *texts.get("aliases", ())):
            people = self._names.setdefault(fold(one_line(name)), [])
            if known not in people:
                people.append(known)
            self._called.add(fold(name))

    def add(self, person: Incoming) -> Known:
        """Give somebody new an id, and have them known from now on."""
        known = self._named(person)
        self._new.add(known.path)
        self._file(known, _told(person))
        self._same[_record(person)] = known
        self._called |= {fold(known.id), fold(person.name)}
        self._called |= set(map(fold, person.values.get("aliases", ())))
        return known

    def is_free(self, alias: str) -> bool:
        """Tell whether nobody is called so, so that no link changes its meaning."""
        return fold(alias) not in self._called

    def match(self, person: Incoming) -> Match | None:
        """Return who somebody is; None if they are new."""
        for kind in SEVERAL:
            if (found := self._by(kind, person)) is not None:
                return found
        same = self._same.get(_record(person))
        return Match((same,), f"the same record{EARLIER}") if same else None

    def _by(self, kind: str, person: Incoming) -> Match | None:
        if kind == "name":
            found = self._names.get(fold(person.name), [])
            because = _named_alike(person, found)
        else:
            hits = [one for one in _told(person) if one[0] == kind and one[:2] in self._strong]
            found = [known for one in hits for known in self._strong[one[:2]]]
            because = hits[0][2] if hits else ""
        found = list({known.path: known for known in found}.values())
        if not found:
            return None
        if len(found) > 1:
            many = NUMBERS[len(found)] if len(found) < len(NUMBERS) else str(len(found))
            return Match(tuple(found), SEVERAL[kind].format(many))
        return Match((found[0],), because + (EARLIER if found[0].path in self._new else ""))

    def _file(self, known: Known, keys: Iterable[tuple[str, str, str]]) -> None:
        for kind, key, _ in keys:
            people = self._strong.setdefault((kind, key), [])
            if known not in people:
                people.append(known)

    def _named(self, person: Incoming) -> Known:
        wanted = person.wanted_id if any(map(str.isalpha, person.wanted_id)) else ""
        stem = (contact_id("", wanted) if wanted else None) or _id(person)
        number, free = 2, stem
        while fold(free) in self._called:
            free, number = f"{stem}-{number}", number + 1
        return Known(f"contacts/{free}.md", free, person.values)


def _id(person: Incoming) -> str:
    mails = person.values.get("email", ())
    made = (id_of(text) for text in (person.name, *(mail.partition("@")[0] for mail in mails)))
    return next(filter(None, made), NAMELESS)


def _told(person: Incoming) -> Iterator[tuple[str, str, str]]:
    """Yield by what somebody of a file is known for sure: kind, key, and how to say it."""
    if person.wanted_id:
        yield "id", fold(person.wanted_id), f"same id {person.wanted_id}"
    if person.uid:
        yield "card", person.uid, "same card"
    yield from _strong(person.values)


def _strong(texts: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, str, str]]:
    for mail in texts.get("email", ()):
        yield "email", fold(mail), f"same e-mail {mail}"
    for url in texts.get("url", ()):
        if page := same_address(url):
            yield "url", page, f"same page {url}"


def _named_alike(person: Incoming, found: list[Known]) -> str:
    """Say that a name is the same, and what speaks against it."""
    if not found:
        return ""
    texts = found[0].texts
    if fold(person.name) not in {fold(one_line(name)) for name in texts.get("name", ())}:
        return f"same alias {person.name}"
    mails = texts.get("email") and person.values.get("email")
    return OTHER_MAIL if mails else "same name"


def _record(person: Incoming) -> Record:
    return tuple(sorted(person.values.items())), person.note
