"""The filter broken on purpose, in each way that a filter is likely to break."""

from collections.abc import Callable
from typing import Any
from unittest.mock import patch

from msgspec.structs import replace

from site_builder import compiler
from site_builder.audience import vault_filter
from site_builder.audience.allowed_keys import Record, allowed
from site_builder.audience.findable import Findable, cleaned
from site_builder.audience.vault_filter import Shown
from site_builder.model.audience import Audience
from site_builder.model.document import Document
from site_builder.model.settings import Settings
from site_builder.model.vault import Vault

shown_to, shown_vault = vault_filter.shown_to, vault_filter.shown_vault
WHOLE: list[Vault] = []
"""The last vault that was filtered, for leaks that look at it again."""


def _everybody(document: Document, _audience: Audience, *, drafts: bool) -> bool:
    del drafts
    return document.record is not None


def _with_drafts(document: Document, audience: Audience, *, drafts: bool) -> bool:
    del drafts
    return document.record is not None and audience.name in document.record.visibility


def _with_folder(record: Record, audience: Audience, kinds: Any) -> Record:
    kept = allowed(record, audience, kinds)
    return replace(kept, more=(*kept.more, ("file", (record.path,))))


def _with_faith(record: Record, audience: Audience, kinds: Any) -> Record:
    return allowed(record, audience, {*kinds, "faith"})


def _with_audiences(record: Record, audience: Audience, kinds: Any) -> Record:
    return replace(allowed(record, audience, kinds), visibility=record.visibility)


def _with_links(record: Record, findable: Findable) -> Record:
    return replace(cleaned(record, findable), notes=record.notes)


def _with_ties(record: Record, findable: Findable) -> Record:
    return replace(cleaned(record, findable), **_references(record))


def _references(record: Record) -> dict[str, Any]:
    keys = ("introduced_by", "standing", "goal", "why", "more")
    return {key: getattr(record, key) for key in keys if hasattr(record, key)}


def _remembering(audience: Audience, vault: Vault, *, drafts: bool = False) -> Shown | None:
    WHOLE[:] = [vault]
    return shown_to(audience, vault, drafts=drafts)


def _counted(shown: Shown, settings: Settings, *, drafts: bool = False) -> Vault:
    counted = f"{settings.title} ({len(shown.lost)} more)"
    return shown_vault(shown, replace(settings, title=counted), drafts=drafts)


def _called(shown: Shown, settings: Settings, *, drafts: bool = False) -> Vault:
    """Call people as the whole vault does: by their full name where a hidden one has the first."""
    vault, whole = shown_vault(shown, settings, drafts=drafts), WHOLE[-1]
    people = {
        who: replace(one, called=whole.people[who].called) if who in whole.people else one
        for who, one in vault.people.items()
    }
    names = {
        who: replace(one, first_name=whole.called(who)) if who in whole.names else one
        for who, one in vault.names.items()
    }
    return replace(vault, people=people, names=names)


def _sized(shown: Shown, settings: Settings, *, drafts: bool = False) -> Vault:
    """Size circles as the whole vault does."""
    vault, whole = shown_vault(shown, settings, drafts=drafts), WHOLE[-1].circles
    circles = {name: replace(it, size=whole[name].size) for name, it in vault.circles.items()}
    return replace(vault, circles=circles)


def _all_settings(settings: Settings, audience: Audience, documents: Any) -> Settings:
    del audience, documents
    return settings


Break = Callable[[], Any]


def _put(where: object, name: str, instead: object, *more: Any) -> Break:
    return lambda: [patch.object(where, name, instead), *(patch.object(*one) for one in more)]


REMEMBER = (compiler, "shown_to", _remembering)
LEAKS: dict[str, Break] = {
    "everybody is shown": _put(vault_filter, "is_shown", _everybody),
    "drafts are shown": _put(vault_filter, "is_shown", _with_drafts),
    "every key is shown": _put(Audience, "has", lambda *_: True),
    "every part is shown": _put(Audience, "shows", lambda *_: True),
    "the folder of a file is shown": _put(vault_filter, "allowed", _with_folder),
    "a sensitive circle is shown": _put(vault_filter, "allowed", _with_faith),
    "other audiences are shown": _put(vault_filter, "allowed", _with_audiences),
    "links in notes keep their words": _put(vault_filter, "cleaned", _with_links),
    "references keep their names": _put(vault_filter, "cleaned", _with_ties),
    "ties are read as among everybody": _put(vault_filter, "_told", lambda record, *_: record),
    "what is left out is counted": _put(compiler, "shown_vault", _counted),
    "first names are told apart from hidden ones": _put(compiler, "shown_vault", _called, REMEMBER),
    "circles are as large as they are": _put(compiler, "shown_vault", _sized, REMEMBER),
    "all settings are used": _put(vault_filter, "_settings_for", _all_settings),
}
"""What the broken filter does wrong, and how it is broken."""
