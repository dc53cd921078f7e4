"""What a file says of somebody that their note does not: lines to paste, never written by us."""

import re
from collections.abc import Callable, Mapping, Sequence
from urllib.parse import unquote

from site_builder.editing.new_note import entry_lines
from site_builder.interop.incoming.tidy import one_line, same_address
from site_builder.model.reference import fold
from site_builder.parsing.fields import CONTACT_FIELDS

WORD = re.compile(r"[^\W_]+")
VALUE = re.compile(r'[^"]*"(.*)"', re.DOTALL)
NOT_A_DIGIT = re.compile(r"\D")
BY_THEMSELVES = frozenset({"knows", "introduced_by"})
"""Keys that name people, and are not compared as texts."""

Texts = Mapping[str, Sequence[str]]


def lines_to_add(there: Texts, values: Texts) -> tuple[list[str], list[str]]:
    """Return lines to paste, and lines for keys of which the note says something else.

    A list is given whole, with what the note has in it: it takes the place of the one there.
    """
    lines: list[str] = []
    other: list[str] = []
    for key, texts in _as_aliases(values).items():
        if key in BY_THEMSELVES:
            continue
        form, old = FORMS.get(key, fold), [text for text in there.get(key, ()) if text]
        known = {form(one_line(text)) for text in old}
        if key == "aliases":
            known |= {form(one_line(name)) for name in there.get("name", ())}
        fresh = [text for text in texts if form(text) not in known]
        if key == "aliases":  # some programs make one of several nicknames
            fresh = [text for text in fresh if not {*map(form, text.split(","))} <= known]
        if not fresh:
            continue
        if old and not (key in CONTACT_FIELDS and CONTACT_FIELDS[key].many):
            first, *rest = _lines(key, fresh)
            other += (f"{first}   (now: {'; '.join(old)})", *rest)
        else:
            lines += _lines(key, [*old, *fresh])
    return lines, other


def _as_aliases(values: Texts) -> Texts:
    """Return the values with the name among the aliases: a note has its own."""
    names = (*values.get("name", ()), *values.get("aliases", ()))
    rest = {key: texts for key, texts in values.items() if key not in {"name", "aliases"}}
    return {"aliases": names, **rest}


def lines_of_ties(there: Texts, ties: Sequence[str], introducer: str) -> list[str]:
    """Return the lines for ties that are new, and for who introduced us where that is not said."""
    lines = _lines("knows", [*there.get("knows", ()), *ties]) if ties else []
    if introducer and not there.get("introduced_by"):
        lines += _lines("introduced_by", [introducer])
    return lines


def words_to_add(there: str, note: str) -> list[str]:
    """Return the lines of some words that a text does not have, by their letters and digits."""
    known = _bare(there) if note else ""
    return [
        f'notes "{line}"'
        for line in note.split("\n")
        if (bare := _bare(line)).strip() and bare not in known
    ]


def not_there(there: str, left_out: Sequence[str]) -> list[str]:
    """Return what of the things left out a text does not have in its own way."""
    known = _bare(there) if left_out else ""
    return [text for text in left_out if _bare(_value(text)) not in known]


def _value(told: str) -> str:
    """Return what stands between the quotes of `IMPP "xmpp:ada"`, or all where none does."""
    found = VALUE.match(told)
    return found[1] if found else told


def _bare(text: str) -> str:
    return f" {' '.join(WORD.findall(fold(text)))} "


def _lines(key: str, texts: Sequence[str]) -> list[str]:
    return entry_lines(key, texts, CONTACT_FIELDS)


def _digits(number: str) -> str:
    return NOT_A_DIGIT.sub("", number) or fold(number)


def _page(url: str) -> str:
    plain = unquote(url)
    return same_address(plain) or fold(plain).rstrip("/")


def _words(name: str) -> str:
    """Return the words of a name in no order: `Moen, Eva` is `Eva Moen`."""
    return " ".join(sorted(fold(name).replace(",", " ").split()))


FORMS: Mapping[str, Callable[[str], str]] = {"phone": _digits, "url": _page, "aliases": _words}
"""In which form two values of a key are the same."""
