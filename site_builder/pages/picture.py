"""What a picture is made of, ready to be drawn, and text that fits its boxes whatever the font."""

import re
import unicodedata
from functools import cache, lru_cache
from itertools import accumulate

from msgspec import Struct

from site_builder.pages.door_ways import Fate

NARROW = frozenset("iljtfr.,;:!'|()[] ")
WIDE = frozenset("mwMW@%—№™")
BROAD = (
    ("\u0531", "\u058f", 0.75),  # Armenian
    ("\u0b80", "\u0bff", 0.95),  # Tamil
    ("\u0c00", "\u0cff", 0.7),  # Telugu, Kannada
    ("\u0d00", "\u0dff", 1.0),  # Malayalam, Sinhala
    ("\u0e80", "\u0eff", 0.7),  # Lao
    ("\u1000", "\u109f", 0.75),  # Burmese
    ("\u1200", "\u139f", 0.75),  # Ethiopian
    ("\u1780", "\u17ff", 0.75),  # Khmer
    ("\U0001f000", "\U0001faff", 1.3),  # pictures
)
"""Scripts whose letters are broader than Latin ones, by what their common fonts take."""
DOTS = "…"
RIGHT_TO_LEFT = "\u200f"
"""Seen by nobody; the dots behind Hebrew or Arabic belong to it."""
HANGUL = re.compile("[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]")
"""Korean has blanks, and lines part there."""
OPENING = frozenset("（「『【〈《〔［｛")
CLOSING = frozenset(
    "、。，．・：；？！）」』】〉》〕］｝ー々〜ぁぃぅぇぉっゃゅょァィゥェォッャュョ"
)
"""Signs with which no line ends or begins."""

SYLLABLE = re.compile(
    "(?<![เแโใไ\u0ec0-\u0ec4\u1039\u17d2])"
    "[ก-ฮเแโใไ\u0e81-\u0eae\u0ec0-\u0ec4\u1000-\u102a\u1780-\u17b3]"
    "(?!\u0e4c|\u1037?\u103a|\u1039)"
)
"""Where a syllable of Thai, Lao, Burmese or Khmer may begin: no blank parts their words."""


def width(text: str) -> float:
    """Return the text's width in em, for the widest of the usual system fonts."""
    return sum(map(_char_width, text))


@lru_cache(1 << 14)
def wrap(text: str, room: float, *, lines: int) -> tuple[str, ...]:
    """Return at most `lines` lines of at most `room` em; what does not fit ends in an ellipsis."""
    words, rows = text.split(), [""]
    while words:
        word = words.pop(0)
        longer = f"{rows[-1]} {word}".strip()
        if width(longer) <= room:
            rows[-1] = longer
        elif len(rows) < lines and (
            head := _head(word, room - width(f"{rows[-1]} ".lstrip()), whole=width(word) <= room)
        ):
            rows[-1] = f"{rows[-1]} {head}".strip()
            words.insert(0, word[len(head) :])
            rows.append("")
        elif len(rows) < lines and rows[-1]:
            rows.append("")
            words.insert(0, word)
        elif len(rows) < lines and "-" in word[:-1]:
            first, _, rest = word.partition("-")
            words[:0] = [f"{first}-", rest]
        else:
            rows[-1] = _cut(longer, room)
            break
    return tuple(row for row in rows if row)


def _head(word: str, room: float, *, whole: bool) -> str:
    """Return what of a Chinese or Japanese word fits; its line may end behind any letter.

    One of Thai or Burmese is parted only where the next line cannot have it `whole`.
    """
    fits = _fits(word, room)
    while 0 < fits < len(word) and not (
        _may_part(word[fits - 1], word[fits]) or (not whole and SYLLABLE.match(word, fits))
    ):
        fits -= 1
    return word[:fits]


def _may_part(before: str, after: str) -> bool:
    parted = unicodedata.east_asian_width(after) in "WF" and not HANGUL.match(after)
    return parted and before not in OPENING and after not in CLOSING


def _fits(text: str, room: float) -> int:
    return sum(end <= room for end in accumulate(map(_char_width, text)))


def _cut(text: str, room: float) -> str:
    """Cut a text; its dots stand where it ends, whichever way it runs."""
    shown = text[: _fits(text, room - _char_width(DOTS))].rstrip(" ,;:")
    ways = (unicodedata.bidirectional(sign) for sign in reversed(shown))
    sideways = next((way for way in ways if way != "NSM"), "") in {"R", "AL"}
    return f"{shown}{DOTS}{RIGHT_TO_LEFT}" if sideways else f"{shown}{DOTS}"


@cache
def _char_width(char: str) -> float:
    if char in NARROW:
        return 0.42
    if unicodedata.category(char) in {"Mn", "Me", "Cf"}:
        return 0.0
    broad = next((em for first, last, em in BROAD if first <= char <= last), 0.0)
    if broad and unicodedata.category(char) != "Mc":  # vowel signs are as narrow as ours
        return broad
    if unicodedata.east_asian_width(char) in "WF" or char in WIDE:
        return 1.0
    return 0.72 if char.isupper() else 0.62


class Text(Struct, frozen=True):
    """One line of text in a picture."""

    x: int
    y: int
    text: str


class Line(Struct, frozen=True):
    """A tie, drawn; its weight is the tie's strength."""

    path: str
    weight: str
    fate: Fate
    dashes: str = ""


class Box(Struct, frozen=True):
    """One person between me and the target."""

    x: int
    y: int
    width: int
    height: int
    fate: Fate
    first: bool
    name: Text
    reason: tuple[Text, ...]


class Cluster(Struct, frozen=True):
    """A circle that people share with the target, drawn around them."""

    x: int
    y: int
    width: int
    height: int
    name: Text


class Hub(Struct, frozen=True):
    """A circle: me or the target."""

    x: int
    y: int
    radius: int
    lines: tuple[Text, ...]


class Layout(Struct, frozen=True):
    """The picture in one shape."""

    shape: str
    width: int
    height: int
    me: Hub
    target: Hub
    clusters: tuple[Cluster, ...]
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]


class Key(Struct, frozen=True):
    """One kind of line, explained."""

    fate: Fate
    path: str
    dashes: str
    words: str


class Picture(Struct, frozen=True):
    """The same picture twice: beside text, and on a phone."""

    title: str
    description: str
    layouts: tuple[Layout, ...]
    legend: tuple[Key, ...]
    """The kinds of line that occur."""
    frames: str
    """What a frame means; empty where there is none."""
