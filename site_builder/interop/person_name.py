"""The parts of a name that address books sort by; what is shown is always the whole name."""

from site_builder.model.given_name import given_of, is_family_first, titles_of


def parts_of(name: str, called: str = "") -> tuple[str, str, str, str, str]:
    """Return family name, given name, nothing, titles and nothing, as a vCard's `N` has them.

    The given name is what the person is called, where the name begins or ends with it, else that
    of this program's sentences; the rest is the family name. Where that would be a guess, the
    whole name stands as the given name.
    """
    words = name.split()
    titles = titles_of(words)
    rest, given = words[len(titles) :], called.split()
    if given and rest[-len(given) :] == given:
        family = rest[: -len(given)]
    elif given and rest[: len(given)] == given:
        family = rest[len(given) :]
    elif is_family_first(name) or "," in name:
        return "", " ".join(words), "", "", ""
    else:
        given = given_of(rest).split()
        family = rest[len(given) :]
    return " ".join(family), " ".join(given), "", " ".join(titles), ""
