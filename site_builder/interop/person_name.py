"""The parts of a name that address books sort by; what is shown is always the whole name."""

from site_builder.model.given_name import FAMILY_FIRST, given_of, titles_of


def parts_of(name: str) -> tuple[str, str, str, str, str]:
    """Return family name, given name, nothing, titles and nothing, as a vCard's `N` has them.

    The given name is that of this program's sentences and the rest the family name, so that both
    in this order are the whole name. Where that would be a guess, the whole name stands as the
    given name.
    """
    words = name.split()
    if FAMILY_FIRST.search(name) or "," in name:
        return "", " ".join(words), "", "", ""
    titles = titles_of(words)
    rest = words[len(titles) :]
    given = given_of(rest)
    return " ".join(rest[len(given.split()) :]), given, "", " ".join(titles), ""
