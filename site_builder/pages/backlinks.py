"""Who mentions whom in notes, found in one pass over all texts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from site_builder.model.prose import Prose
from site_builder.model.vault import Vault
from site_builder.pages.page import Ref
from site_builder.pages.prose import LinkIndex
from site_builder.pages.refs import intro_ref, person_ref, spoke_name


@dataclass(frozen=True, slots=True)
class Mention:
    """A text that links here."""

    source: Ref
    where: str
    """What kind of text it is, in words."""


def backlinks(vault: Vault, links: LinkIndex) -> Mapping[str, tuple[Mention, ...]]:
    """Return who mentions each page, by its `href`; a text counts once and never itself."""
    found: dict[str, list[Mention]] = {}
    for mention, prose in _texts(vault):
        targets = (links.find(link) for link in prose.links)
        for page in dict.fromkeys(target.href for target in targets if target):
            if page != mention.source.href:
                found.setdefault(page, []).append(mention)
    return {page: tuple(mentions) for page, mentions in found.items()}


def _texts(vault: Vault) -> Iterator[tuple[Mention, Prose]]:
    for person in vault.people.values():
        if person.notes.links:
            yield Mention(person_ref(vault, person.id), "notes"), person.notes
    for spoke in vault.spokes:
        if spoke.intro.notes.links:
            source = intro_ref(spoke, spoke_name(vault, spoke))
            yield Mention(source, "introduction"), spoke.intro.notes
