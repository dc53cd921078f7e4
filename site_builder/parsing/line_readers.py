"""Readers of one-line records: memberships of `groups` and ties of `knows`."""

import re

from msgspec.structs import replace

from site_builder.model.contact import Membership, TieLine
from site_builder.model.letters import LETTERS
from site_builder.model.reference import fold
from site_builder.parsing.front_matter import Scalar
from site_builder.parsing.value_readers import Wrong, reference

GROUP = re.compile(rf"([a-z][a-z0-9_]*)/([{LETTERS}.-]+)(?:\s+(.*))?", re.DOTALL)
YEARS = re.compile(r"([0-9]{4})(?:(-)([0-9]{4})?)?")
MEANT_AS_YEARS = re.compile(
    r"[-–]?[0-9]{3,}[-–]?|[0-9]{2,}[-–][0-9]+|[0-9]{3,}(?:[-–]\w*)+|[0-9]{4}(?:[-–—]?[?,;:.]+|/[0-9]{2})"
    r"|[０-９]{4}\S*"
)
YEARS_APART = re.compile(r"([0-9]{4})(?:\s+[-–]\s*|[-–]\s+)([0-9]{4})(?!\S)")
"""As many people write them: `2009 - 2012`."""
LATE_YEARS = re.compile(r"(?<![^\s(])([0-9]{4})[-–—]([0-9]{4})?(?![^\s),;.])")
"""Years that stand somewhere in the text, where nobody counts them."""
SPELLED = re.compile(
    r"(?:from|between|von|zwischen|de|entre)\s+([0-9]{4})\s*(?:[-–—]+|to|till|until|and|bis|und|à|et)\s*([0-9]{4})(?![\w-])"
    r"|([0-9]{4})(?:\s*(?:[‐‑−~→—/]|[-–]{2,}>?|->|\.\.+)\s*|\s+(?:to|till|until|bis|à|au)\s+)([0-9]{4})(?![\w-])",
    re.IGNORECASE,
)
"""Two years with words, or with another sign than a dash between them."""
TWICE = re.compile(
    r"([0-9]{4}(?:-(?:[0-9]{4})?)?)(?:\s*[,;&+]\s*|\s+(?:and|und|et)\s+)([0-9]{4}(?:-(?:[0-9]{4})?)?)(?![\w-])"
)
"""Two times of one circle."""
STILL = re.compile(
    r"(?:since|from|seit|ab|depuis)\s+([0-9]{4})(?![\w-])"
    r"|([0-9]{4})\s+[-–—]+(?:\s*(?:now|present|today|current|heute|jetzt|aujourd['’]hui)\b|\s*$)",
    re.IGNORECASE,
)
"""Years without an end, in words."""
TIE = re.compile(r"(\[\[[^\]]+\]\]|\S+)(?:\s+(.*))?", re.DOTALL)
BULLETS = "-–—•*·‣▪"
"""What was meant to begin an item, and is nobody's name."""
AN_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+")
"""What is the whole id of somebody, and no name begins with."""
WORD = re.compile(r"\S+")
SEVERAL = 2
MOST_WORDS = 6
"""Of a name that stands in a tie."""
CLOSENESS = re.compile(r"([1-5])?(\??)")
GRADE_APART = re.compile(
    r"[(\[]\s*[1-5]\s*\??\s*[)\]](?!\w)|[=–—-]\s*[1-5]\??(?=\s*(?:[,;:–—-]|$))|[★⭐]{1,5}\ufe0f?"
    r"|[１-５][?？]?(?!\w)|[1-5]？"
)
"""A closeness in brackets, behind a sign, in stars, or in letters of full width."""
TIE_IN_LIST = re.compile(
    r"(?:\[\[[^\[\]]+\]\]|[a-z0-9]+(?:-[a-z0-9]+)+)(?:\s+[1-5]\??)?|[^\s,;]+(?:\s+[^\s,;]+){0,3}\s+[1-5]\??"
)
BETWEEN = re.compile(r"(?<!\s)(?:\s*[,;]\s*|\s+(?:and|und|et|&|\+|/)\s+)")
MEANT_AS_CLOSENESS = re.compile(r"-?[0-9]{1,3}([.,][0-9]+|/(5|10))?\??|[1-5]\?\w+")


def read_membership(scalar: Scalar) -> object:
    """Read `KIND/SLUG [FROM-TO] [text]`."""
    if (match := GROUP.fullmatch(scalar.text)) is None:
        from site_builder.parsing.circle_meant import meant_circle  # noqa: PLC0415 - for mistakes

        return Wrong(scalar.text, cure=meant_circle(scalar.text))
    kind, slug, rest = match[1], fold(match[2]), match[3] or ""
    token, _, text = rest.partition(" ")
    if (apart := YEARS_APART.match(rest)) is not None:
        token, text = f"{apart[1]}-{apart[2]}", rest[apart.end() :]
    group = f"{kind}/{slug}"
    span = scalar.part(0, match.end(2))
    if rest and (wrong := _spelled(scalar, match)):
        return wrong
    if not MEANT_AS_YEARS.fullmatch(token):
        if (late := LATE_YEARS.search(rest)) is not None:
            return _misplaced(scalar, match, late, f"{late[1]}-{late[2] or ''}")
        return Membership(group, kind, slug, span, text=rest)
    if (years := YEARS.fullmatch(token)) is None:
        where = scalar.part(match.start(3), len(token))
        return Wrong(token, "years like 2009-2012, 2019- or 2015", span=where)
    first = int(years[1])
    last = first if years[2] is None else int(years[3]) if years[3] else None
    where = scalar.part(0, len(scalar.text))
    return Membership(group, kind, slug, where, first, last, last is None, text.strip())


def _spelled(scalar: Scalar, circle: re.Match[str]) -> Wrong | None:
    """Return what is wrong with years that begin the text, and are written in another way."""
    rest = circle[3]
    if twice := TWICE.match(rest):
        first, second = (f"{circle[1]}/{fold(circle[2])} {years}" for years in twice.groups())
        cure = f"{first}, {second}{rest[twice.end() :]}"
        where = scalar.part(circle.start(3), twice.end())
        return Wrong(twice[0], "one time in each item", cure, where)
    if spelled := SPELLED.match(rest):
        years = f"{spelled[1] or spelled[3]}-{spelled[2] or spelled[4]}"
        return _misplaced(scalar, circle, spelled, years)
    if still := STILL.match(rest):
        return _misplaced(scalar, circle, still, f"{still[1] or still[2]}-")
    return None


def _misplaced(scalar: Scalar, circle: re.Match[str], found: re.Match[str], years: str) -> Wrong:
    """Return what is wrong with years that do not stand right behind their circle."""
    from site_builder.parsing.circle_meant import years_first  # noqa: PLC0415 - for mistakes

    where = scalar.part(circle.start(3) + found.start(), len(found[0]))
    cure = years_first(circle[1], fold(circle[2]), circle[3], found.span(), years)
    return Wrong(found[0], "years like 2009-2012 or 2019- right behind the circle", cure, where)


def read_tie(scalar: Scalar) -> object:
    """Read `PERSON [1-5][?] [text]`."""
    match = TIE.fullmatch(scalar.text.strip())
    if match is None or match[1] in BULLETS:
        return Wrong(scalar.text)
    if several := _several(scalar.text):
        return Wrong(scalar.text, "one tie in each item", several)
    lead = len(scalar.text) - len(scalar.text.lstrip())
    tie = _tie(scalar, lead, lead + match.end(1))
    plain = isinstance(tie, TieLine) and tie.closeness is None and not tie.hearsay
    if not plain or not match[2] or match[1].startswith("[[") or AN_ID.fullmatch(match[1]):
        return tie
    words = list(WORD.finditer(scalar.text, lead))[1:MOST_WORDS]
    read = (_longer(scalar, lead, word.end()) for word in reversed(words))
    return replace(tie, longer=tuple(filter(None, read)))


def _several(text: str) -> str:
    """Return the ties of a line that lists several, each as an item of a list in brackets."""
    parts = BETWEEN.split(text.strip(" ,;\t"))
    if len(parts) < SEVERAL or not all(map(TIE_IN_LIST.fullmatch, parts)):
        return ""
    each = (f'"{part}"' if "[" in part else part for part in parts)
    return f"[{', '.join(each)}]"


def _longer(scalar: Scalar, start: int, end: int) -> TieLine | None:
    """Read a tie to a person of several words; whether there is one shows only in the vault."""
    named = scalar.text[start:end].rstrip(",:;")
    typed = reference(scalar, start, start + len(named))
    if typed is None:
        return None
    other = replace(typed, name=" ".join(typed.name.split()))
    tie = _tie(scalar, start, end)
    if isinstance(tie, TieLine):
        return replace(tie, other=other)
    return None if tie.span is None else TieLine(other, tie.span, 0, text=tie.found)


def _tie(scalar: Scalar, start: int, end: int) -> TieLine | Wrong:
    """Read a tie whose person stands in this part of the line."""
    other = reference(scalar, start, end)
    if other is None:
        return Wrong(scalar.text)
    rest = scalar.text[end:].strip()
    token, _, text = rest.partition(" ")
    grade = CLOSENESS.fullmatch(token.rstrip(",:;"))
    if grade is None:
        if (apart := GRADE_APART.match(rest)) is not None:
            where = scalar.part(scalar.text.index(apart[0], end), len(apart[0]))
            return Wrong(apart[0], "a closeness from 1 to 5", span=where)
        if MEANT_AS_CLOSENESS.fullmatch(token):
            where = scalar.part(scalar.text.index(token, end), len(token))
            return Wrong(token, "a closeness from 1 to 5", span=where)
        return TieLine(other, scalar.span, text=rest)
    closeness = int(grade[1]) if grade[1] else None
    text = text.strip()
    if split := token == grade[1] and text.partition(" ")[0] == "?":  # `3 ?`
        text = text[1:].lstrip()
    return TieLine(other, scalar.span, closeness, bool(grade[2]) or split, text)
