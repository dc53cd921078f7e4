"""The stage between checking and analysing: a vault becomes the vault that an audience may see.

What an audience may not see must not be there when anything is counted, compared, sorted or
numbered. So nothing is cut out of a finished vault: records are made anew from what is allowed,
and a new vault is assembled from them alone.
"""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from site_builder.audience.allowed_keys import Record, allowed, is_shown, withheld_keys
from site_builder.audience.findable import Findable, cleaned
from site_builder.model.audience import Audience
from site_builder.model.contact import Contact
from site_builder.model.directory import Directory, claims_of, directory_of
from site_builder.model.document import Document, Kind
from site_builder.model.intro import Intro
from site_builder.model.reference import fold
from site_builder.model.settings import KINDS, Settings
from site_builder.model.tie_names import ties_among
from site_builder.model.vault import Vault
from site_builder.model.vault_assemble import assemble


class ShownFile(Struct, frozen=True):
    """A file that an audience sees."""

    whole: Document
    """As it is."""
    allowed: Record
    """What the audience may see, names of hidden people still in it."""
    seen: Document
    """What the audience sees."""


class Shown(Struct, frozen=True):
    """What an audience sees of a vault, before anything is looked up in it."""

    audience: Audience
    files: tuple[ShownFile, ...]
    """In the order of their ids."""
    findable: Findable
    lost: tuple[Document, ...] = ()
    """Introductions that name the audience, but not all of whose people are visible to it."""


def shown_to(audience: Audience, vault: Vault, *, drafts: bool = False) -> Shown | None:
    """Return what an audience sees of a vault; None for the owner, who sees the vault itself.

    Texts, places and folders of the files are gone, and so are the names of everybody hidden.
    """
    if audience.is_private:
        return None
    kinds = _harmless(vault.settings)
    found = [
        (document, allowed(document.record, audience, kinds))
        for document in vault.documents
        if document.record is not None and is_shown(document, audience, drafts=drafts)
    ]
    people = directory_of(claims_of(_document(one) for _, one in found if isinstance(one, Contact)))
    whole = [pair for pair in found if _is_whole(pair[1], people)]
    intros = frozenset(fold(one.id) for _, one in whole if isinstance(one, Intro))
    findable = Findable(people, intros)
    seen = [
        _document(cleaned(_told(one, vault.read[it.path], people), findable)) for it, one in whole
    ]
    files = [ShownFile(it, one, file) for (it, one), file in zip(whole, seen, strict=True)]
    return Shown(
        audience,
        tuple(sorted(files, key=lambda file: file.seen.path)),
        findable,
        tuple(it for it, one in found if not _is_whole(one, people)),
    )


def _told(record: Record, read: Document, people: Directory) -> Record:
    """Return a record with its ties as somebody reads them who knows these people alone."""
    if isinstance(record, Contact) and isinstance(read.record, Contact) and record.knows:
        return replace(record, knows=ties_among(people, read.record.knows))
    return record


def _harmless(settings: Settings) -> frozenset[str]:
    """Return the kinds of circles that may be shown: neither called sensitive nor born so."""
    born = {name for name, kind in KINDS.items() if kind.sensitive}
    return frozenset(name for name, kind in settings.kinds.items() if not kind.sensitive) - born


def shown_vault(shown: Shown, settings: Settings, *, drafts: bool = False) -> Vault:
    """Assemble the vault that an audience sees.

    It is a function of what the audience may see: two vaults that differ only in what is hidden
    from it give equal results. `tests/audience/test_noninterference.py` tries to disprove that.
    """
    documents = tuple(file.seen for file in shown.files)
    kept = _settings_for(settings, shown.audience, documents)
    return replace(assemble(documents, kept, drafts=drafts), audience=shown.audience)


def _is_whole(record: Record, people: Directory) -> bool:
    """Tell whether everybody who takes part in an introduction is visible."""
    if isinstance(record, Contact):
        return True
    if record.target is None or record.introducer is None:
        return False
    named = (record.target, record.introducer, record.requester)
    return all(people.one(one.name) is not None for one in named if one is not None)


def _document(record: Record) -> Document:
    kind: Kind = "contact" if isinstance(record, Contact) else "intro"
    return Document(record.path, kind, record.id, record)


def _settings_for(
    settings: Settings, audience: Audience, documents: Sequence[Document]
) -> Settings:
    """Return the settings that show in what is shown, made anew like the records."""
    groups = {
        line.group: line.kind
        for document in documents
        if isinstance(document.record, Contact)
        for line in document.record.groups
    }
    kinds = set(groups.values())
    shown = Settings(
        title=settings.title,
        today=settings.today,
        language=settings.language,
        groups={name: info for name, info in settings.groups.items() if name in groups},
        kinds={name: kind for name, kind in settings.kinds.items() if name in kinds},
    )
    if audience.shows("log"):
        shown = replace(shown, stall=settings.stall, calendar=settings.calendar)
    if audience.shows("suggestions"):
        shown = replace(shown, score=settings.score, ask=settings.ask)
    return shown


class Withheld(Struct, frozen=True):
    """What was left out."""

    contacts: int = 0
    intros: int = 0
    fields: int = 0
    """Keys, bodies and logs of the files that are shown."""


def withheld_from(whole: Vault, seen: Vault) -> Withheld:
    """Compare the vault with what an audience sees of it; nothing is withheld from its owner."""
    if seen is whole:
        return Withheld()
    intros = {spoke.intro.id for spoke in seen.spokes}
    records: list[Record] = [whole.records[one] for one in seen.records if one in whole.records]
    records += [spoke.intro for spoke in whole.spokes if spoke.intro.id in intros]
    return Withheld(
        len(whole.records) - len(seen.records),
        len(whole.spokes) - len(seen.spokes),
        sum(len([*withheld_keys(record, seen.audience)]) for record in records),
    )
