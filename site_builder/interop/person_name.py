"""The parts of a name that address books sort by; what is shown is always the whole name."""

import re
from itertools import takewhile

from site_builder.model.contact import TITLES

FAMILY_FIRST = re.compile("[\u1100-\u11ff\u3040-\u30ff\u3130-\u318f\u3400-\u9fff\uac00-\ud7a3]")
"""Scripts of languages that name the family first."""


def parts_of(name: str) -> tuple[str, str, str, str, str]:
    """Return family name, given name, nothing, titles and nothing, as a vCard's `N` has them.

    The first word is the given name, as in the sentences of this program, and the rest the family
    name, so that both in this order are the whole name. Where that would be a guess, the whole
    name stands as the given name.
    """
    words = name.split()
    titles = [*takewhile(lambda word: word.rstrip(".").casefold() in TITLES, words)]
    rest = words[len(titles) :] or words
    titles = titles if len(rest) < len(words) else []
    if FAMILY_FIRST.search(name) or "," in name:
        return "", " ".join(words), "", "", ""
    return " ".join(rest[1:]), rest[0] if rest else "", "", " ".join(titles), ""
