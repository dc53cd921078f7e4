"""Whom a visible file names, for its owner and for an audience that does not see everybody."""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from site_builder.audience.vault_filter import Shown, ShownFile
from site_builder.checks.facts import Facts
from site_builder.checks.references import references_of
from site_builder.checks.text_links import link_name, link_place, links_of
from site_builder.model.contact import Contact, ContactId, TieLine
from site_builder.model.tie_names import tie_among, tie_of
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
    goes_on: bool = False
    """It begins a tie that is none to the audience, as more of the line may be a name."""
    tie: TieLine | None = None
    """The tie as the audience reads it."""


def namings(facts: Facts, shown: Shown, file: ShownFile) -> Iterator[Naming]:
    """Yield every place at which a file names people, as far as the audience sees the place."""
    whole, seen = facts.vault.directory, shown.findable.people
    yield from _ties(facts, shown, file)
    record = file.allowed
    bare = replace(record, knows=()) if isinstance(record, Contact) else record
    for reference in references_of(bare):
        name = reference.name
        yield Naming(name, reference.span, whole.find(name), seen.find(name), is_link=False)
    for link in links_of(replace(file.whole, record=record)):
        name, place = link_name(link), link_place(link)
        yield Naming(name, link.span, whole.find(place), seen.find(place), is_link=True)


def _ties(facts: Facts, shown: Shown, file: ShownFile) -> Iterator[Naming]:
    """Yield whom ties name, each as its owner and as the audience reads the line."""
    record = facts.vault.read[file.whole.path].record
    if not isinstance(record, Contact) or not shown.audience.has("knows"):
        return
    whole, seen = facts.vault.directory, shown.findable.people
    for line in record.knows:
        mine, theirs = tie_of(line, whole).other, tie_among(seen, line)
        means, found = whole.find(mine.name), seen.find(theirs.other.name) if theirs else ()
        goes_on = theirs is None and bool(seen.find(mine.name))
        yield Naming(mine.name, mine.span, means, found, False, goes_on, theirs)  # noqa: FBT003
