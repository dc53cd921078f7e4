"""The names that were probably meant by names that nobody bears."""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import islice

from site_builder.checks.places import front_text
from site_builder.did_you_mean import did_you_mean
from site_builder.model.document import Document

MOST_GUESSES = 200
"""Names in one run for which a near match is looked for; each costs a walk over all names."""
SHORTEST = 2
"""Names of so few letters are near to everything."""


def near_names(typed: Iterable[str], known: Collection[str]) -> Mapping[str, str]:
    """Return the near match of each name that has one; only the first names are looked up."""
    listed = sorted(known)
    found = {}
    for name in islice(dict.fromkeys(typed), MOST_GUESSES):
        near = _begun(name, listed)
        if near is None and len(name) > SHORTEST:
            near = did_you_mean(name, listed)
        if near is not None:
            found[name] = near
    return found


def _begun(name: str, listed: Sequence[str]) -> str | None:
    """Return the one longer name that begins with these words, if there is just one."""
    for joint in ("-", " "):
        start = f"{name}{joint}"
        place = bisect_left(listed, start)
        longer = [known for known in listed[place : place + 2] if known.startswith(start)]
        if len(longer) == 1:
            return longer[0]
    return None


def unread_text(documents: Iterable[Document]) -> str:
    """Return what stands in contact files that cannot be read: a name in it is not unknown.

    Where notes and log could be read nevertheless, a name in them is nobody's own.
    """
    return "\n".join(
        _unread(document)
        for document in documents
        if document.record is None and document.kind == "contact"
    )


def _unread(document: Document) -> str:
    return document.text if document.body is None else front_text(document)
