"""The circle that a line of `groups` was meant as: what cures say to type."""

import re
import unicodedata

from site_builder.model.letters import LETTERS
from site_builder.model.reference import fold
from site_builder.model.settings import KINDS

NO_SLUG = re.compile(rf"[^{LETTERS}.]+")
KIND = re.compile(r"([^\W\d]\w*)\s*[/:]\s*(.+)", re.DOTALL)
FULL_WIDTH = str.maketrans("／：，（）〜～－　０１２３４５６７８９", "/:,()--- 0123456789")
"""Signs as they are typed in Chinese and Japanese."""
KNOWN = re.compile(rf"({'|'.join(KINDS)})\s+(\w.*)", re.DOTALL | re.IGNORECASE)
"""A kind with a blank behind it in place of the slash."""
BULLET = re.compile(r"(?:[-–—•*·‣▪#]\s*|\[\[)+")
"""What stands before a circle that was meant as an item, a tag or a link."""
YEARS = r"(?P<first>[0-9]{4})(?:\s*[-–—]+\s*(?P<last>[0-9]{4})?)?"
TAIL = re.compile(rf"(?<![\s,(])[\s,(]+{YEARS}\)?$")
OPEN = re.compile(r"[-–—]\)?$")
BETWEEN = re.compile(r"(?:^|\s)(?:from|in|between|von|im|de)$", re.IGNORECASE)
MOST_WORDS = 3
"""That a name of a circle probably goes on with: more of them are a sentence."""
NAME = re.compile(r"(?:[&+]\s*)?[^\W\d_][^,;:()\[\]]*")
NO_NAME = re.compile(
    r"(?:the|an?|as|at|since|for|with|from|until|till|to|where|when|while|who|via|through|now|former|formerly"
    r"|currently|still|not|my|her|his|our|their|same|together|met|joined|left|works?|worked)\b",
    re.IGNORECASE,
)
"""How a note begins, and no name goes on."""


def slug_of(name: str) -> str:
    """Return a name as it may stand behind the slash."""
    return NO_SLUG.sub("-", fold(name)).strip("-.")


def name_ends(slug: str, text: str) -> int:
    """Return how much of the text behind a circle may belong to its name, 0 if nothing does.

    Whoever has joined words with a dash knows how it is done.
    """
    found = None if "-" in slug or "_" in slug or NO_NAME.match(text) else NAME.match(text)
    if found is None or len(found[0].split()) > MOST_WORDS:
        return 0
    return len(found[0].rstrip(" -–—.!?"))


def years_first(kind: str, slug: str, rest: str, place: tuple[int, int], years: str) -> str:
    """Return what to type where years stand at this place of what follows a circle."""
    before, behind = rest[: place[0]].strip(" ,;("), rest[place[1] :].lstrip(".:").strip(" ,;)")
    before = BETWEEN.sub("", before)
    text = " ".join(filter(None, (before, behind)))
    told = f"{kind}/{slug} {years} {text}".rstrip()
    if not before or name_ends(slug, before) != len(before):
        return told
    whole = f"{kind}/{slug_of(f'{slug} {before}')} {years} {behind}".rstrip()
    return f"{whole}, or {told}"


def meant_circle(text: str) -> str:
    """Return what to type for a text that is no circle, without the kind where it has none.

    Several circles stand with commas between them.
    """
    text = text.translate(FULL_WIDTH)
    text = BULLET.sub("", text, count=1) if BULLET.match(text) else text
    first, comma, rest = text.removesuffix("]]").partition(",")
    if comma and KIND.fullmatch(first.strip()) and "/" not in rest and not TAIL.search(text):
        return f"{_one(first)} ({rest.strip()})"
    if TAIL.fullmatch(f",{rest}") or not comma:
        return _one(f"{first}{comma}{rest}")
    return ", ".join(filter(None, map(_one, text.split(","))))


def _one(text: str) -> str:
    tail = TAIL.search(text)
    years = ""
    if tail is not None:
        text, found = text[: tail.start()], tail
        years = " " + "-".join(filter(None, found.group("first", "last")))
        years += "-" if OPEN.search(found[0]) else ""
    text = text.strip()
    parts = KIND.fullmatch(text) or KNOWN.fullmatch(text)
    slug = slug_of(parts[2] if parts else text)
    if not slug or (parts is None and slug in KINDS):
        return ""
    return f"{_plain(parts[1])}/{slug}{years}" if parts else f"{slug}{years}"


def _plain(kind: str) -> str:
    """Return a kind as the settings may name one: without accents."""
    letters = unicodedata.normalize("NFKD", fold(kind))
    return letters.encode("ascii", "ignore").decode() or fold(kind)
