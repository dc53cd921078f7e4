"""Who mentions whom in notes, found in one pass over all texts."""

from collections.abc import Mapping

from msgspec import Struct

from site_builder.model.contact import ContactId
from site_builder.model.prose import Prose
from site_builder.model.vault import Vault
from site_builder.pages.page import Ref
from site_builder.pages.prose import LinkIndex
from site_builder.pages.refs import intro_ref, person_ref, spoke_name
from site_builder.tables import FRESH, Tables


class Mention(Struct, frozen=True):
    """A text that links here."""

    source: Ref
    where: str
    """What kind of text it is, in words."""


Found = tuple[tuple[str, Mention], ...]
"""Pages that a text links to, with how they mention the text."""


def backlinks(
    vault: Vault, links: LinkIndex, tables: Tables = FRESH
) -> Mapping[str, tuple[Mention, ...]]:
    """Return who mentions each page, by its `href`; a text counts once and never itself."""
    spokes = vault.paths

    def in_notes(person: ContactId) -> Found:
        notes = vault.records[person].notes
        mention = Mention(person_ref(vault, person), "notes")
        return _mentions(notes, mention, links) if notes.links else ()

    def in_intro(path: str) -> Found:
        spoke, notes = spokes[path], spokes[path].intro.notes
        mention = Mention(intro_ref(spoke, spoke_name(vault, spoke)), "introduction")
        return _mentions(notes, mention, links) if notes.links else ()

    by_people = tables.invert("people's links", tables.derive("notes", vault.records, in_notes))
    by_intros = tables.invert("intros' links", tables.derive("intro notes", spokes, in_intro))
    pages = dict.fromkeys((*by_people, *by_intros))
    return tables.derive(
        "mentions", pages, lambda page: (*by_people.get(page, ()), *by_intros.get(page, ()))
    )


def _mentions(prose: Prose, mention: Mention, links: LinkIndex) -> Found:
    targets = (links.find(link) for link in prose.links)
    pages = dict.fromkeys(target.href for target in targets if target)
    return tuple((page, mention) for page in pages if page != mention.source.href)
