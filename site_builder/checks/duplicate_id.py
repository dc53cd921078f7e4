"""Two files of one kind have the same name."""

from itertools import takewhile
from unicodedata import combining, normalize

from site_builder.checks.facts import Facts
from site_builder.checks.rule import ERROR, Finding, Findings, rule
from site_builder.checks.wording import quoted
from site_builder.source import FILE_START


@rule("duplicate-id", ERROR, "vault")
def check(facts: Facts) -> Findings:
    """Report each file whose id an earlier file has, whatever its folder and its case."""
    for path, owner in facts.repeated.items():
        yield Finding(
            path,
            FILE_START,
            f"the id {quoted(facts.documents[path].id)} already belongs to {owner}"
            f"{_spelling(facts.documents[path].id, facts.documents[owner].id)}",
            "rename this file, or merge the two files into one",
        )


def _spelling(here: str, there: str) -> str:
    """Say what tells two names apart that look alike: one letter may be written in two ways."""
    if here == there or normalize("NFC", here) != normalize("NFC", there):
        return ""
    pairs = enumerate(zip(here, there, strict=False))
    place = next(at for at, (one, other) in pairs if one != other)
    return f", with {_codes(there[place:])} where this one has {_codes(here[place:])}"


def _codes(text: str) -> str:
    """Return the code points of the first letter and its marks."""
    marks = takewhile(combining, text[1:])
    return " ".join(f"U+{ord(char):04X}" for char in (text[0], *marks))
