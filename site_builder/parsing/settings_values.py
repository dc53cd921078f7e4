"""The values of `doorstep.toml`: what each kind of setting takes, and what is wrong with others."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import partial
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from site_builder.did_you_mean import guess
from site_builder.model.duration import Limit
from site_builder.model.today import MAY_BE_TODAY, may_be_today
from site_builder.parsing.language_tag import is_language

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MOST_LISTED = 24
WHOLE_FILE = 'write lines like title = "My doors", each text in quotes, in UTF-8'
"""The cure where the file cannot be read at all."""
MOST_DAYS = 9999
MOST_PEOPLE = 1_000_000_000
LEVELS = ("error", "warning", "hint", "off")
ADDRESS = re.compile(r"https?://[A-Za-z0-9.\-\[\]:]+(/[A-Za-z0-9._~%!$&'()*+,;=:@/-]*)?")
LIMIT = re.compile(r"[0-9]{1,4}[dw]")


class Problem(Struct, frozen=True):
    """Something wrong with a setting; `keys` is its path from the table that reads it."""

    keys: tuple[str, ...]
    message: str
    known: tuple[str, ...] = ()
    wanted: str = ""
    unknown: bool = False
    """The key itself is none of those that are known."""

    @property
    def cure(self) -> str:
        """What to type instead."""
        if self.known:
            more = ("…",) if len(self.known) > MOST_LISTED else ()
            listed = ", ".join((*self.known[:MOST_LISTED], *more))
            return guess(self.keys[-1], self.known) or f"known are: {listed}"
        return self.wanted or ("" if self.keys else WHOLE_FILE)


Read = tuple[object, list[Problem]]
Table = Callable[[object], Read]


def read_table(
    read: Callable[[str, object], Read], given: object
) -> tuple[dict[str, Any], list[Problem]]:
    """Read a table key by key; what cannot be read is left out."""
    if not isinstance(given, dict):
        return {}, misfit(given, "a table")
    values: dict[str, Any] = {}
    problems: list[Problem] = []
    for key, item in given.items():
        value, wrong = read(key, item)
        problems += [replace(problem, keys=(key, *problem.keys)) for problem in wrong]
        if value is not None:
            values[key] = value
    return values, problems


def read_keys(readers: Mapping[str, Table], given: object) -> tuple[dict[str, Any], list[Problem]]:
    """Read a table of keys that are known."""

    def known(key: str, item: object) -> Read:
        if key in readers:
            return readers[key](item)
        message = f'unknown setting "{key}"'
        return None, [Problem((), message, known=tuple(readers), unknown=True)]

    return read_table(known, given)


def misfit(found: object, wanted: str) -> list[Problem]:
    """Return the problem of a value that is of another kind."""
    return [Problem((), f"expected {wanted}, found {_typed(found)}", wanted=f"write {wanted}")]


def _typed(value: object) -> str:
    """Return a value about as TOML writes it."""
    if isinstance(value, str):
        return f'"{value}"'
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return f"[{', '.join(map(_typed, value))}]"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{key} = {_typed(one)}' for key, one in value.items())}}}"
    return str(value)


def _taking(
    wanted: str, fits: Callable[[Any], object], made: Callable[[Any], object] | None = None
) -> Table:
    """Return the reader of values that fit, each as it is or as what is `made` of it."""

    def read(given: object) -> Read:
        if fits(given):
            return (made(given) if made else given), []
        return None, misfit(given, wanted)

    return read


def _is_text(given: object) -> bool:
    return isinstance(given, str)


def _is_day(given: object) -> bool:
    return isinstance(given, date) and not isinstance(given, datetime)


def _is_whole(given: object, least: int, most: int) -> bool:
    return isinstance(given, int) and not isinstance(given, bool) and least <= given <= most


def _all(given: object, fits: Callable[[Any], object]) -> bool:
    return isinstance(given, list) and all(map(fits, given))


def _limit(given: str) -> Limit:
    return Limit(int(given[:-1]), working=given.endswith("w"))


read_text = _taking("a text in quotes", _is_text)
read_texts = _taking("a list of texts", lambda given: _all(given, _is_text), tuple)
read_flag = _taking("true or false", lambda given: isinstance(given, bool))
read_day = _taking("a date without quotes, like 2026-11-22", _is_day)
read_size = _taking("a whole number from 1 on", lambda given: _is_whole(given, 1, MOST_PEOPLE))
read_few = _taking(
    f"a whole number up to {MOST_DAYS}", lambda given: _is_whole(given, 0, MOST_DAYS)
)
read_limit = _taking(
    'days like "14d" or working days like "4w"',
    lambda given: _is_text(given) and LIMIT.fullmatch(given),
    _limit,
)
read_level = _taking('one of "error", "warning", "hint", "off"', LEVELS.__contains__)
read_address = _taking(
    'an address like "https://doors.example/"',
    lambda given: _is_text(given) and ADDRESS.fullmatch(given),
    lambda given: f"{given.rstrip('/')}/",
)
"""The address of a site; it ends with `/`."""
read_weekdays = _taking(
    'a list of days like ["mon", "tue"]',
    lambda given: given and _all(given, WEEKDAYS.__contains__),
    lambda given: frozenset(map(WEEKDAYS.index, given)),
)
read_holidays = _taking(
    "a list of dates like [2026-12-25]", lambda given: _all(given, _is_day), frozenset
)


def read_language(given: object) -> Read:
    """Take a language tag."""
    if isinstance(given, str) and is_language(given):
        return given, []
    wrong = misfit(given, 'a language tag in quotes, like "en" or "pt-BR"')
    dashed = given.partition(".")[0].replace("_", "-") if isinstance(given, str) else ""
    if is_language(dashed):
        wrong = [replace(problem, wanted=f'did you mean "{dashed}"?') for problem in wrong]
    return None, wrong


def read_today(given: object) -> Read:
    """Take a day for which all can be computed."""
    if isinstance(given, date) and not may_be_today(given):
        return None, misfit(given, MAY_BE_TODAY)
    return read_day(given)


def read_number(given: object, *, least: float = -100, most: float = 1000) -> Read:
    """Take a number between two others."""
    if isinstance(given, (int, float)) and not isinstance(given, bool) and least <= given <= most:
        return given, []
    return None, misfit(given, f"a number from {least} to {most}")


read_share = partial(read_number, least=0, most=1)
read_inner_share = partial(read_number, least=0.01, most=0.99)
read_positive = partial(read_number, least=0.01, most=100_000)
read_weight = partial(read_number, least=0, most=10)
