"""Answers and grades in people's own words: what was meant by `ask: ja` and `closeness: 3 good`."""

import re

from site_builder.did_you_mean import did_you_mean
from site_builder.model.contact import CLOSENESS_WORDS

YES = frozenset({"ja", "oui", "si", "sí", "y", "t", "1", "on", "x", "wahr"})
NO = frozenset({"nein", "non", "n", "f", "0", "off", "falsch"})
ASKED = {
    **dict.fromkeys(YES | {"yes", "true", "always", "ok"}, "yes"),
    **dict.fromkeys(NO | {"no", "false", "never", "nie", "jamais"}, "no"),
    **dict.fromkeys(
        ("rarely", "seldom", "sometimes", "selten", "sparsam", "rarement"), "sparingly"
    ),
}
SHORT = 3
"""A word of so few letters is near to its opposite."""
GRADE = re.compile(
    r"[+(\[=–—-]*\s*0?([1-5])(?:[.,]0+)?\s*(\?)?(?:\s*/\s*5|\s+(?:out\s+)?of\s+5)?\s*[)\]]?"
    r"(?:[\s:,;–—-]+[^\d]+)?"
)
STARS = re.compile("[★⭐]{1,5}\ufe0f?")
LONGEST = 200
"""Characters of a value at most of which it is guessed what was meant."""
NUMBERS = ("one", "two", "three", "four", "five")


def meant_yes_no(typed: str) -> str:
    """Return what to type for `true` or `false`."""
    if typed.lower() in YES:
        return "type true"
    return "type false" if typed.lower() in NO else "type true or false"


def meant_ask(typed: str, wanted: str) -> str:
    """Return what to type for the answer to an ask."""
    word = typed.lower()
    if word in ASKED:
        return f"type {ASKED[word]}"
    most = 1 if len(word) <= SHORT else SHORT
    near = did_you_mean(word, ("yes", "sparingly", "no"), most=most)
    sure = near is not None and (near == "sparingly" or len(word) <= SHORT + 1)
    return f'did you mean "{near}"?' if sure else f"type {wanted}"


def meant_grade(typed: str, *, tie: bool) -> str:
    """Return what to type for a closeness; only in a tie it may be hearsay."""
    typed = " ".join(typed.split()) if len(typed) <= LONGEST else ""
    if (told := GRADE.fullmatch(typed)) is not None:
        return f"type {told[1]}{(told[2] or '') if tie else ''}"
    if STARS.fullmatch(typed):
        return f"type {sum(letter in '★⭐' for letter in typed)}"
    word = typed.lower()
    if word in NUMBERS:
        return f"type {NUMBERS.index(word) + 1}"
    for grade, words in CLOSENESS_WORDS.items():
        if word == words or word in words.split(" or "):
            return f"type {grade}"
    scale = ", ".join(f"{grade} {words}" for grade, words in CLOSENESS_WORDS.items())
    return f"type one of {scale}"
