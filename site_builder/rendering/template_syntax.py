"""What is wrong with the tags of a template, in words of our own for what is mistyped most."""

import re
from collections.abc import Callable

from msgspec import Struct

from site_builder.did_you_mean import guess
from site_builder.rendering.template_place import Stretch, Template

CLOSED = ("block", "call", "filter", "for", "if", "macro", "raw", "set", "with")
"""Tags that have to be closed; `end` and their name does it."""
ENDS = tuple(f"end{tag}" for tag in CLOSED)
TAGS = (*CLOSED, *ENDS, "elif", "else", "extends", "from", "import", "include")
SIGNS = {"end of print statement": "}}", "end of statement block": "%}"}
"""What Jinja calls pieces of a template, and what somebody types."""


class Said(Struct, frozen=True):
    """Words for an error: what, how to cure it, and where it stands if that is known."""

    message: str
    cure: str = ""
    place: Stretch | None = None


def say_syntax(message: str, here: Template) -> Said:
    """Return our words for what Jinja says of a template that it cannot read."""
    for pattern, words in WORDS:
        if found := pattern.match(message):
            return words(found, here)
    return Said(message)


def _unclosed(found: re.Match[str], here: Template) -> Said:
    tag, end = found[1], f"end{found[1]}"
    place = here.left_open(tag, end)
    return Said(f"{{% {tag} %}} is never closed", f"type {{% {end} %}} where it ends", place)


def _wrong_tag(found: re.Match[str], here: Template) -> Said:
    tag, opened = found[1], found[2]
    place = here.only(rf"(?<![\w.])({tag})(?!\w)")
    if opened and tag in ENDS:
        end = f"end{opened}"
        begun = here.left_open(opened, end)
        line = f" of line {here.text.count(chr(10), 0, begun[0]) + 1}" if begun else ""
        message = f"expected {{% {end} %}}, found {{% {tag} %}}"
        return Said(message, f"close {{% {opened} %}}{line} first", place)
    if tag in ENDS:
        return Said(f"{{% {tag} %}} closes nothing", "delete it, or open what it closes", place)
    meant = guess("elif" if tag in {"elsif", "elseif"} else tag, TAGS)
    cure = meant or f"the tags there are: {', '.join(TAGS)}"
    return Said(f'unknown tag "{tag}"', cure, place)


def _expected(found: re.Match[str], here: Template) -> Said:
    wanted, got = found["wanted"], found["got"]
    place = here.only(rf"({re.escape(got)})") if got not in SIGNS else None
    return Said(f"expected {_sign(wanted)}, found {_sign(got)}", "", place)


def _sign(name: str) -> str:
    return name if name in {"name", "integer", "float", "string"} else f'"{SIGNS.get(name, name)}"'


def _unexpected(found: re.Match[str], here: Template) -> Said:
    got = found[1]
    if got == "}":
        cure = "}} ends what begins with {{, %} what begins with {%"
        return Said('expected "}}" or "%}", found "}"', cure, here.only(r"(?<![}%])(\})(?!\})"))
    place = here.only(rf"({re.escape(got)})") if got not in SIGNS else None
    return Said(f"expected a name or a value, found {_sign(got)}", "", place)


def _character(found: re.Match[str], here: Template) -> Said:
    at = int(found[1])
    got = here.text[at : at + 1]
    cure = {"&": "type and", "|": "type or", "!": "type not"}.get(got, "")
    cure = f"close the quotation with another {got}" if got in {'"', "'"} else cure
    return Said(f"expected a name or a value, found {got}", cure, (at, at + 1))


def _cut_off(found: re.Match[str], here: Template) -> Said:
    sign = SIGNS.get(found[1], found[1])
    at = here.text.rfind("{{" if sign == "}}" else "{%")
    place = (at, at + 2) if at >= 0 else None
    return Said(
        f'expected "{sign}", found the end of the file', f"type {sign} where it ends", place
    )


def _comment(found: re.Match[str], here: Template) -> Said:
    del found
    at = here.text.rfind("{#")
    return Said("{# is never closed", "type #} where the comment ends", (at, at + 2))


WORDS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], Template], Said]], ...] = (
    (re.compile(r"Unexpected end of template\..*needs to be closed is '(\w+)'"), _unclosed),
    (re.compile(r"Encountered unknown tag '(\w+)'\.(?:.*closed is '(\w+)')?"), _wrong_tag),
    (re.compile(r"unexpected end of template, expected '([^']*)'"), _cut_off),
    (re.compile(r"unexpected '(?P<got>[^']*)', expected '(?P<wanted>[^']*)'"), _expected),
    (re.compile(r"expected token '(?P<wanted>[^']*)', got '(?P<got>[^']*)'"), _expected),
    (re.compile(r"unexpected char .* at (\d+)$"), _character),
    (re.compile(r"(?:unexpected|Expected an expression, got) '([^']*)'$"), _unexpected),
    (re.compile(r"Missing end of comment tag"), _comment),
)
