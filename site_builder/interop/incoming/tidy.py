"""Values of another program's file as the format of this one takes them, or not at all."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from zoneinfo import available_timezones

from site_builder.interop.carried import SCHEME, only_leads
from site_builder.model.letters import LETTERS
from site_builder.model.reference import fold
from site_builder.parsing.fields import CONTACT_FIELDS
from site_builder.parsing.meant_dates import meant_date
from site_builder.parsing.text_decode import CONTROL
from site_builder.parsing.value_readers import EMAIL, TAG

NO_TAG = re.compile(rf"[^{LETTERS}/-]+")
DAY = re.compile(r"(?:([0-9]{4})|-)-?([0-9]{2})-?([0-9]{2})(?:[T ].*)?")
NO_YEAR = "1604"
"""What address books write for a birthday without its year."""
ANSWERS = frozenset({"true", "false", "yes", "no"})
MACHINE = re.compile(
    r"(?<![^\W_])(?:home|work|other|tele)?(fax|pager|modem|bbs|telex)(?![^\W_])", re.IGNORECASE
)
AROUND_EMAIL = re.compile("^(?:[^<>]*<)?(?:mailto:)?|>$", re.IGNORECASE)
"""What stands around an address where it was copied: `Ben Ito <ben@contoso.example>`."""
SITE = re.compile(r"^www\.|^[a-z]{2}\.(?=linkedin\.com$)")
"""What may stand before a host that has the same pages without it."""
SHOWN = 100
"""Characters of a text that is told and not taken."""

Values = dict[str, tuple[str, ...]]


def one_line(text: str) -> str:
    """Return the text in one line, without control characters."""
    return " ".join(CONTROL.sub(" ", text).split())


def shown(text: str) -> str:
    """Return the beginning of a text, in one line, for people to know it by."""
    line = one_line(text)
    return line if len(line) <= SHOWN else f"{line[:SHOWN]}…"


def words(text: str) -> str:
    """Return a text of several lines, each without control characters and blanks around it."""
    lines = [one_line(line) for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    return "\n".join(lines).strip("\n")


def tidy(raw: Mapping[str, Iterable[str]]) -> tuple[Values, list[str]]:
    """Return what can stand in a note by key, and what was left out, for people to read."""
    values: Values = {}
    left_out: list[str] = []
    for key, texts in raw.items():
        kept: dict[str, str] = {}
        for text in filter(None, map(one_line, texts)):
            made = TIDIES.get(key, one_line)(text)
            if made:
                kept.setdefault(fold(made), made)
            else:
                left_out.append(f'{key} "{text}"')
        found = tuple(kept.values())
        if key in CONTACT_FIELDS and not CONTACT_FIELDS[key].many:
            left_out += (f'{key} "{text}", as there is one before it' for text in found[1:])
            found = found[:1]
        if found:
            values[key] = found
    return values, left_out


def named(parts: Sequence[str]) -> str:
    """Return the parts of a name as one."""
    return one_line(" ".join(parts))


def is_only(name: str, *ways: Iterable[str]) -> bool:
    """Tell whether a name is none, but repeats an e-mail address or a number of theirs."""
    return _dialled(name) in {_dialled(one_line(text)) for texts in ways for text in texts}


def _dialled(text: str) -> str:
    """Return a number without the blanks and dashes in it, and any other text case folded."""
    digits = "" if any(map(str.isalpha, text)) else "".join(filter(str.isdigit, text))
    return digits or fold(text)


def place(city: str, region: str, country: str) -> str:
    """Return where somebody is, without their street."""
    city, region, country = map(one_line, (city, region, country))
    return ", ".join(dict.fromkeys(filter(None, (city or region, country))))


def machine(label: str) -> str:
    """Return what answers a number that is called so, a fax or a pager; empty for a phone."""
    found = MACHINE.search(label)
    return found[1].lower() if found else ""


def same_address(url: str) -> str:
    """Return the form in which two spellings of one page's address are equal.

    Empty for the first page of a site, which is a firm's and not a person's.
    """
    bare = SCHEME.sub("", one_line(url)).lstrip("/")
    host, _, path = bare.partition("?")[0].partition("#")[0].partition("/")
    path = path.rstrip("/")
    return f"{SITE.sub('', host.lower())}/{path.lower()}" if path else ""


def _email(text: str) -> str:
    bare = AROUND_EMAIL.sub("", text)
    return bare if EMAIL.fullmatch(bare) else ""


def _tag(text: str) -> str:
    made = NO_TAG.sub("-", text.removeprefix("#")).strip("-/")
    return made if TAG.fullmatch(made) else ""


@cache
def _zones() -> frozenset[str]:
    return frozenset(available_timezones())


def _answer(text: str) -> str:
    """Spreadsheets save `TRUE`, and some in the language of their user."""
    return text.lower() if text.lower() in ANSWERS else ""


def _birthday(text: str) -> str:
    day = DAY.fullmatch(text)
    if day is None:
        return text
    return f"{'-' if day[1] in {None, NO_YEAR} else day[1]}-{day[2]}-{day[3]}"


def _day(text: str) -> str:
    """Return a day as files have it, where it is certain; what else stands there, checks judge."""
    return meant_date(text) or text


TIDIES: Mapping[str, Callable[[str], str]] = {
    "email": _email,
    "phone": lambda text: re.sub("^tel:", "", text, flags=re.IGNORECASE),
    "url": lambda text: text if only_leads(text) else "",
    "tags": _tag,
    "timezone": lambda text: text if text in _zones() else "",
    "me": _answer,
    "draft": _answer,
    "birthday": _birthday,
    "last_contact": _day,
    "met_on": _day,
}
"""By key; an empty text is what cannot be taken over."""


def note_of(parts: Iterable[str]) -> str:
    """Return several pieces of words as one note."""
    return "\n".join(filter(None, map(words, parts)))
