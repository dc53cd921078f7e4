"""The part of a name by which people are greeted, in the scripts and customs that can be told."""

import re
from functools import cache
from itertools import takewhile

TITLES = frozenset(
    {"dr", "prof", "professor", "mr", "mrs", "ms", "miss", "mx", "sir", "rev"}
    | {"dipl.-ing", "herr", "hr", "frau", "fr", "mme"}
    | {'ד"ר', "ד״ר", "פרופ", "פרופסור", "גב", "גברת", 'עו"ד', "עו״ד"}
    | {"د", "دكتور", "دكتورة", "الدكتور", "الدكتورة", "أ.د", "الأستاذ", "الأستاذة", "دکتر", "مهندس"}
    | {"डॉ", "डॉक्टर", "प्रो", "श्रीमती", "सुश्री", "டாக்டர்", "นาย", "นาง", "นางสาว", "คุณ", "ดร"}
    | {"አቶ", "ወ/ሮ", "ወይዘሮ", "ዶ/ር", "ბატონი", "ქალბატონი"}
)
"""Words before a name that nobody is greeted by; none is a first name somewhere."""
HALVES = frozenset({"عبد", "أبو", "ابو", "أبي", "ابي", "أم", "ام", "ابن"})
"""Words of Arabic that are a name with the next one only: servant, father, mother or son of."""
DOT = re.compile("[·・･]")
"""Between the parts of a foreign name in those scripts, whose given name comes first."""


@cache
def _family_first() -> re.Pattern[str]:
    """Match a letter of the scripts; compiled when a name is not plain ASCII."""
    return re.compile(
        "[\u1100-\u11ff\u3040-\u30ff\u3130-\u318f\u3400-\u9fff\uac00-\ud7a3\uff66-\uff9f"
        "\U00020000-\U0003ffff]"
    )


def is_family_first(text: str) -> bool:
    """Tell whether a text has letters of scripts whose languages name the family first."""
    return not text.isascii() and _family_first().search(text) is not None


def titles_of(words: list[str]) -> list[str]:
    """Return the words before a name; if nothing else is there, they are the name."""
    found = [*takewhile(_is_before_a_name, words)]
    return found if len(found) < len(words) else []


def given_of(words: list[str]) -> str:
    """Return by what somebody is greeted whose name, without titles, has these words.

    To be called by the family name alone is rude in China, Japan and Korea: where it comes first
    the whole name serves.
    """
    if not words:
        return ""
    if not is_family_first(words[0]):
        return " ".join(words[:2]) if words[0] in HALVES else words[0]
    if (dot := DOT.search(words[0])) and dot.start():
        return words[0][: dot.start()]
    return " ".join(takewhile(is_family_first, words))


def _is_before_a_name(word: str) -> bool:
    return word.rstrip(".'’׳").casefold() in TITLES or not any(map(str.isalnum, word))
