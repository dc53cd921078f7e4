"""The text of a new note: a template's, with the values that were given as YAML reads them."""

import json
import re
import unicodedata
from collections.abc import Mapping, Sequence

from site_builder.parsing.fields import TEXT, Field
from site_builder.parsing.front_matter import FENCE, FrontMatter, Split, split
from site_builder.parsing.plain_front_matter import read_plain
from site_builder.parsing.yaml_read import read_front_matter

Values = Mapping[str, Sequence[str]]
PLAIN = re.compile(r"[^\W_][\w .,()/+@'-]*(?<! )")
WORDS = frozenset({"yes", "no", "on", "off", "true", "false", "null", "y", "n"})
"""Texts that other programs would not read as texts."""
OTHER_KEY = re.compile(r"[^\s#-]")
ASCII = str.maketrans(
    {"ß": "ss", "æ": "ae", "ø": "o", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
)
DASHES = re.compile("-+")
FORMS_OF_PICTURES = "\ufe0e\ufe0f"
LONGEST_ID = 60
"""Characters; leaves room for a day, another id, and the pages made from it."""


def id_of(name: str) -> str:
    """Return the id for a name: `tara-lindqvist`, in ASCII where its letters have twins there.

    Empty where the name has no letter or digit.
    """
    parted = unicodedata.normalize("NFKD", name.casefold().translate(ASCII))
    made = _dashed("".join(sign for sign in parted if not unicodedata.combining(sign)))
    if not made.isascii():
        made = _dashed(unicodedata.normalize("NFC", name))
    return made.lower()[:LONGEST_ID].strip("-")


def _dashed(text: str) -> str:
    """Return the text with one `-` for all between letters; vowel signs belong to theirs."""
    return DASHES.sub("-", "".join(s if s.isalnum() or is_mark(s) else "-" for s in text))


def is_mark(sign: str) -> bool:
    """Tell whether a sign is a part of the letter before it, as vowels of Hindi and Thai are."""
    return unicodedata.category(sign) in {"Mn", "Mc"} and sign not in FORMS_OF_PICTURES


def note_text(template: str, values: Values, fields: Mapping[str, Field]) -> str | None:
    """Return the template with these values in the place of its own.

    Keys that it lacks follow below the others, in the order of the field table. None if the
    template has no front matter that can be read.
    """
    parts = split(template)
    if not isinstance(parts, Split) or front_texts(template) is None:
        return None
    lines = parts.yaml.split("\n")[:-1]
    order = [
        *(key for key in fields if key in values),
        *(key for key in values if key not in fields),
    ]
    for key in order:
        begin, end = _place(lines, key)
        lines[begin:end] = entry_lines(key, values[key], fields)
    return "\n".join((FENCE, *lines, FENCE, parts.body))


def reads_back(text: str, template: str, values: Values) -> bool:
    """Tell whether the note has these values as typed, and the template's for all other keys."""
    before, after = front_texts(template), front_texts(text)
    typed = {key: tuple(texts) for key, texts in values.items()}
    return before is not None and after == {**before, **typed}


def front_texts(text: str) -> dict[str, tuple[str, ...]] | None:
    """Return the values of a note's front matter as typed; None where it cannot be read."""
    parts = split(text)
    if not isinstance(parts, Split):
        return None
    front: FrontMatter = read_plain(parts.yaml) or read_front_matter(parts.yaml)
    if not front.readable:
        return None
    return {entry.key: tuple(value.text for value in entry.values) for entry in front.entries}


def _place(lines: Sequence[str], key: str) -> tuple[int, int]:
    """Return between which lines a key and its values stand, or where it can be added."""
    begin = next((at for at, line in enumerate(lines) if re.match(rf"{key}:(?: |$)", line)), None)
    if begin is None:
        return len(lines), len(lines)
    end = begin + 1
    while end < len(lines) and not OTHER_KEY.match(lines[end]) and not lines[end].startswith("#"):
        end += 1
    while not lines[end - 1].strip():
        end -= 1
    return begin, end


def entry_lines(key: str, texts: Sequence[str], fields: Mapping[str, Field]) -> list[str]:
    """Return a key with its value or values as the lines of a front matter."""
    known = fields.get(key)
    typed = known is not None and known.reader != TEXT
    if len(texts) == 1:
        return [f"{key}: {_scalar(texts[0], typed=typed)}"]
    return [f"{key}:", *(f"  - {_scalar(text, typed=typed)}" for text in texts)]


def _scalar(text: str, *, typed: bool) -> str:
    """Return the text as YAML; a JSON string is such a one."""
    like_text = text[:1].isalpha() and text.casefold() not in WORDS
    if PLAIN.fullmatch(text) and (typed or like_text):
        return text
    return json.dumps(text, ensure_ascii=False)
