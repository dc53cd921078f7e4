"""Who is there already: by id, e-mail, page, name or alias; those of an import among them."""

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from site_builder.app.note_made import contact_id
from site_builder.editing.new_note import front_texts, id_of
from site_builder.insights.words import spelled
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
OTHER_MAIL, OTHER_NAME = "same name, another e-mail", "{}, another name"
UNREADABLE = "a note that cannot be read may be theirs"
NAMES_COUNT = frozenset({"card", "url"})
"""By these alone nobody is known: some programs give all cards one id, and firms have pages."""
MOST_SHARING = 20
"""Notes; what more of them have is an id or a page of nobody."""

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
    sure: bool = True
    """There is one, and it can be read."""


class Register:
    """Every contact by what they are known by; it grows while an import is planned."""

    def __init__(self, vault: Vault) -> None:
        """Take in the contacts of a vault, drafts included."""
        self._strong: dict[tuple[str, str], dict[str, Known]] = {}
        self._names: dict[str, dict[str, Known]] = {}
        self._unreadable: dict[str, Known] = {}
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
            self._unreadable[fold(document.id)] = Known(document.path, document.id, {})
            return
        known = Known(document.path, document.id, texts)
        self._file(known, (*_strong(texts), ("id", fold(document.id), ""), ("card", uid, "")))
        for name in (*texts.get("name", ()), *texts.get("aliases", ())):
            self._names.setdefault(fold(one_line(name)), {})[known.path] = known
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
        if (same := self._same.get(_record(person))) is not None:
            return Match((same,), f"the same record{EARLIER}")
        unread = self._unreadable.get(fold(_id(person)))
        return Match((unread,), UNREADABLE, sure=False) if unread else None

    def _by(self, kind: str, person: Incoming) -> Match | None:
        hits = [one for one in _told(person) if one[0] == kind and one[:2] in self._strong]
        found = {path: known for one in hits for path, known in self._strong[one[:2]].items()}
        because = hits[0][2] if hits else ""
        if kind == "name":
            found = self._names.get(fold(person.name), {})
        elif kind in NAMES_COUNT:
            few = found if len(found) <= MOST_SHARING else {}
            found = {path: known for path, known in few.items() if _share_a_word(person, known)}
        if not found:
            return None
        people = tuple(found.values())
        if len(people) > 1:
            many = spelled(len(people))
            return Match(people, SEVERAL[kind].format(many), sure=False)
        if kind == "name":
            because = _named_alike(person, people[0])
        elif not _share_a_word(person, people[0]):
            because = OTHER_NAME.format(because)
        return Match(people, because + (EARLIER if people[0].path in self._new else ""))

    def _file(self, known: Known, keys: Iterable[tuple[str, str, str]]) -> None:
        for kind, key, _ in keys:
            self._strong.setdefault((kind, key), {})[known.path] = known

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


def _named_alike(person: Incoming, known: Known) -> str:
    """Say that a name is the same, and what speaks against it."""
    if fold(person.name) not in {fold(one_line(name)) for name in known.texts.get("name", ())}:
        return f"same alias {person.name}"
    mails = known.texts.get("email") and person.values.get("email")
    return OTHER_MAIL if mails else "same name"


def _share_a_word(person: Incoming, known: Known) -> bool:
    mine, theirs = (
        {
            word
            for key in ("name", "aliases")
            for text in texts.get(key, ())
            for word in fold(text).split()
        }
        for texts in (person.values, known.texts)
    )
    return bool(mine & theirs)


def _record(person: Incoming) -> Record:
    return tuple(sorted(person.values.items())), person.note
