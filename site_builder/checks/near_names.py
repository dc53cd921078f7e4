"""The names that were probably meant by names that nobody bears."""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice

from site_builder.checks.places import front_text
from site_builder.did_you_mean import did_you_mean
from site_builder.insights.words import listing
from site_builder.model.document import Document
from site_builder.model.reference import fold
from site_builder.tables import grouped

BETWEEN = re.compile(r"[\s_-]+")
MOST_NAMED = 4
"""People who are named in one cure."""
MOST_GUESSES = 200
"""Names in one run for which a near match is looked for; each costs a walk over all names."""
SHORTEST = 2
"""Names of so few letters are near to everything."""


def near_names(
    typed: Iterable[str], known: Iterable[tuple[str, str]], others: Iterable[str] = ()
) -> Mapping[str, tuple[str, ...]]:
    """Return who was probably meant by each name: one, or several who share what was typed.

    `known` are names with whom they find, `others` what is only mistyped, never shortened. Only
    the first names asked for are looked up.
    """
    asked = tuple(islice(dict.fromkeys(typed), MOST_GUESSES))
    bearers = grouped(known)
    found = dict(_sharing(asked, bearers))
    bearers |= {name: (name,) for name in others if name not in bearers}
    listed = sorted(bearers)
    for name in asked:
        if name not in found and len(name) > SHORTEST:
            near = did_you_mean(name, listed)
            found |= {} if near is None else {name: tuple(sorted(set(bearers[near])))}
    return found


def one_of(ids: Sequence[str]) -> str:
    """Return the ids to choose from, or of many the first."""
    if len(ids) <= MOST_NAMED:
        return listing(ids, "or")
    return f"{', '.join(ids[:MOST_NAMED])} or one of {len(ids) - MOST_NAMED} more"


def _sharing(
    typed: Iterable[str], known: Mapping[str, tuple[str, ...]]
) -> Mapping[str, tuple[str, ...]]:
    """Return who is called so first or, if nobody is, last: one walk over all the names."""
    asked = {words: name for name in typed if len("".join(words := _words(name))) >= SHORTEST}
    begun, ended = dict[str, set[str]](), dict[str, set[str]]()
    for spelling, found in known.items():
        words = _words(spelling)
        for count in range(1, len(words)):
            for part, where in ((words[:count], begun), (words[-count:], ended)):
                if part in asked:
                    where.setdefault(asked[part], set()).update(found)
    return {name: tuple(sorted(each)) for name, each in {**ended, **begun}.items()}


def _words(name: str) -> tuple[str, ...]:
    return tuple(BETWEEN.split(fold(name.strip())))


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
