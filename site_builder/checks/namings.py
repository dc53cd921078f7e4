"""Whom a visible file names, for its owner and for an audience that does not see everybody."""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from site_builder.audience.vault_filter import Shown, ShownFile
from site_builder.checks.facts import Facts
from site_builder.checks.references import references_of
from site_builder.checks.text_links import link_name, link_place, links_of
from site_builder.model.contact import ContactId
from site_builder.source import Span


class Naming(Struct, frozen=True):
    """A place at which a visible file names somebody."""

    name: str
    span: Span
    means: tuple[ContactId, ...]
    """Whom it finds in the whole vault."""
    found: tuple[ContactId, ...]
    """Whom the audience finds."""
    is_link: bool
    """It stands in a text; else in the front matter."""


def namings(facts: Facts, shown: Shown, file: ShownFile) -> Iterator[Naming]:
    """Yield every place at which a file names people, as far as the audience sees the place."""
    whole, seen = facts.vault.directory, shown.findable.people
    for reference in references_of(file.allowed):
        name = reference.name
        yield Naming(name, reference.span, whole.find(name), seen.find(name), is_link=False)
    for link in links_of(replace(file.whole, record=file.allowed)):
        name, place = link_name(link), link_place(link)
        yield Naming(name, link.span, whole.find(place), seen.find(place), is_link=True)
