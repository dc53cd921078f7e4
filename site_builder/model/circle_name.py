"""What a circle is called for which the settings have no name."""

import re

SHORT = re.compile(r"[b-df-hj-np-tv-xz]{2,5}")
"""Letters that nobody could say as a word: `kth`, `bmw`."""
SAID = frozenset({"dr", "jr", "ltd", "mr", "mrs", "ms", "sr", "st"})
"""Short forms that are written like words all the same."""
LITTLE = frozenset({"and", "at", "de", "for", "in", "la", "of", "on", "the", "und", "van", "von"})


def circle_name(slug: str) -> str:
    """Return `KTH Alumni of Oslo` for `kth-alumni-of-oslo`; `eth` could be a word, and is `Eth`."""
    first, *others = slug.split("-")
    return " ".join([_word(first), *(word if word in LITTLE else _word(word) for word in others)])


def _word(word: str) -> str:
    if SHORT.fullmatch(word) and word not in SAID:
        return word.upper()
    return word if word[:1].isdigit() else word.title()
