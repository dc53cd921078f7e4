"""The people that a file names in its front matter."""

from collections.abc import Iterable, Iterator

from site_builder.model.contact import Contact
from site_builder.model.document import Document
from site_builder.model.intro import Intro
from site_builder.model.reference import Reference


def references_of(record: Contact | Intro | None) -> list[Reference]:
    """Return every person named."""
    if record is None:
        return []
    if isinstance(record, Intro):
        named = [record.target, record.introducer, record.requester]
    else:
        named = [line.other for line in record.knows]
        if record.standing:
            named += [line.other for line in record.standing]
        named += record.strangers
        named.append(record.introduced_by)
    return [reference for reference in named if reference is not None]


def places_of(
    documents: Iterable[Document], names: set[str]
) -> Iterator[tuple[Document, Reference]]:
    """Yield every place where one of these names stands."""
    if names:
        for document in documents:
            for reference in references_of(document.record):
                if reference.name in names:
                    yield document, reference
