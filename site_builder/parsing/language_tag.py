"""Language tags (BCP 47), as browsers and screen readers take them: `en`, `pt-BR`, `zh-Hant-TW`."""

import re

SECOND_LETTERS = {
    "a": "abefkmnrsvyz",
    "b": "aegimnors",
    "c": "aehorsuvy",
    "d": "aevz",
    "e": "elnostu",
    "f": "afijory",
    "g": "adlnuv",
    "h": "aeiortuyz",
    "i": "adegikostu",
    "j": "av",
    "k": "agijklmnorsuvwy",
    "l": "abginotuv",
    "m": "ghiklnrsty",
    "n": "abdeglnorvy",
    "o": "cjmrs",
    "p": "ailst",
    "q": "u",
    "r": "mnouw",
    "s": "acdeghiklmnoqrstuvw",
    "t": "aeghiklnorstwy",
    "u": "gkrz",
    "v": "eio",
    "w": "ao",
    "x": "h",
    "y": "io",
    "z": "ahu",
}
"""ISO 639-1: what follows each first letter. The codes of three letters are thousands, and taken as
they are."""
TAG = re.compile(
    r"(?P<language>[a-z]{2,3})(-[a-z]{4})?(-([a-z]{2}|[0-9]{3}))?"
    r"(-([a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*(-x(-[a-z0-9]{1,8})+)?",
    re.IGNORECASE | re.ASCII,
)


def is_language(tag: str) -> bool:
    """Tell whether this names a language, as far as can be known without the whole registry."""
    match = TAG.fullmatch(tag)
    if match is None:
        return False
    code = match["language"].lower()
    return len(code) > len("en") or code[1] in SECOND_LETTERS.get(code[0], "")
