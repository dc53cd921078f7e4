"""Names that run from right to left, in sentences that run the other way.

By the rules of Unicode a figure or a full stop behind such a name goes to its left, and two names
with nothing but a comma or a stop between them change places: "bring you back to A. B knows" would
read as "back to B. A knows". Each is shown by itself, so that the sentence keeps its order.
"""

import re
from functools import cache

from site_builder.rendering.template_code import escaped

LETTERS = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
"""Hebrew, Arabic and the other scripts that run from right to left."""
LATIN = re.compile("[A-Za-z]")
BETWEEN = "[ \u00a0:'’\"0-9-]"
"""What stands between words of one name or phrase; a comma or a stop parts two."""
QUOTED = rf"(?<=[(“])[^()“”A-Za-z{LETTERS}]*[{LETTERS}][^()“”A-Za-z]*(?=[)”])"
"""What somebody wrote, in brackets or quotation marks of ours, with all its stops."""


@cache
def _letter() -> re.Pattern[str]:
    return re.compile(f"[{LETTERS}]")


@cache
def _phrase() -> re.Pattern[str]:
    return re.compile(rf"{QUOTED}|[{LETTERS}]+(?:{BETWEEN}{{1,12}}[{LETTERS}]+)*")


def isolated(text: str) -> str:
    """Escape a text that stands beside others; one from right to left turns none of them.

    Where English words stand with a name from right to left, the order is that of the sentence.
    """
    if text.isascii() or not _letter().search(text):
        return escaped(text)
    return f'<bdi dir="ltr">{_parted(text)}</bdi>' if LATIN.search(text) else _apart(text)


def own(text: str) -> str:
    """Escape what somebody wrote; its first letter says which way it runs."""
    return _apart(text) if not text.isascii() and _letter().search(text) else escaped(text)


def said(text: str) -> str:
    """Escape a sentence of ours; what in it runs from right to left turns nothing beside it."""
    if text.isascii() or not _letter().search(text):
        return escaped(text)
    return _parted(text) if LATIN.search(text) else _apart(text)


def _parted(text: str) -> str:
    pieces, end = [], 0
    for found in _phrase().finditer(text):
        pieces += [escaped(text[end : found.start()]), _apart(found[0])]
        end = found.end()
    return "".join((*pieces, escaped(text[end:])))


def _apart(text: str) -> str:
    return f"<bdi>{escaped(text)}</bdi>"
