"""The settings table: every key of `doorstep.toml`, what it takes and what it becomes."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from typing import Any

from site_builder.did_you_mean import did_you_mean
from site_builder.model.duration import Calendar, Limit
from site_builder.model.reference import fold
from site_builder.model.settings import (
    KINDS,
    STALL_RULES,
    AskLimits,
    Audience,
    CircleKind,
    GroupInfo,
    Score,
    Settings,
    StallRule,
)

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MOST_LISTED = 12
LEVELS = ("error", "warning", "hint", "off")
LIMIT = re.compile(r"([0-9]{1,4})([dw])")
KIND_NAME = re.compile(r"[a-z][a-z0-9_]*")


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with a setting; `keys` is its path from the table that reads it."""

    keys: tuple[str, ...]
    message: str
    known: tuple[str, ...] = ()
    wanted: str = ""

    @property
    def cure(self) -> str:
        """What to type instead."""
        if self.known:
            meant = did_you_mean(self.keys[-1], self.known)
            listed = ", ".join(self.known[:MOST_LISTED])
            return f'did you mean "{meant}"?' if meant else f"known are: {listed}"
        return self.wanted


Read = tuple[object, list[Problem]]
Table = Callable[[object], Read]


def _wrong(found: object, wanted: str, *keys: str) -> list[Problem]:
    shown = f'"{found}"' if isinstance(found, str) else repr(found)
    return [Problem(keys, f"expected {wanted}, found {shown}", wanted=f"write {wanted}")]


def _text(given: object) -> Read:
    return (given, []) if isinstance(given, str) else (None, _wrong(given, "a text in quotes"))


def _day(given: object) -> Read:
    if isinstance(given, date) and not isinstance(given, datetime):
        return given, []
    return None, _wrong(given, "a date without quotes, like 2026-11-22")


def _number(given: object, *, least: float = -100, most: float = 1000) -> Read:
    if isinstance(given, (int, float)) and not isinstance(given, bool) and least <= given <= most:
        return given, []
    return None, _wrong(given, f"a number from {least} to {most}")


def _share(given: object) -> Read:
    return _number(given, least=0, most=1)


def _count(given: object) -> Read:
    if isinstance(given, int) and not isinstance(given, bool) and 0 <= given <= 1_000_000_000:  # noqa: PLR2004 - more people than live
        return given, []
    return None, _wrong(given, "a whole number")


def _flag(given: object) -> Read:
    return (given, []) if isinstance(given, bool) else (None, _wrong(given, "true or false"))


def _texts(given: object) -> Read:
    if isinstance(given, list) and all(isinstance(item, str) for item in given):
        return tuple(given), []
    return None, _wrong(given, "a list of texts")


def _limit(given: object) -> Read:
    match = LIMIT.fullmatch(given) if isinstance(given, str) else None
    if match is None:
        return None, _wrong(given, 'days like "14d" or working days like "4w"')
    return Limit(int(match[1]), working=match[2] == "w"), []


def _level(given: object) -> Read:
    if given in LEVELS:
        return given, []
    return None, _wrong(given, 'one of "error", "warning", "hint", "off"')


def _weekdays(given: object) -> Read:
    if isinstance(given, list) and given and all(day in WEEKDAYS for day in given):
        return frozenset(WEEKDAYS.index(day) for day in given), []
    return None, _wrong(given, 'a list of days like ["mon", "tue"]')


def _holidays(given: object) -> Read:
    if isinstance(given, list) and all(_day(day)[0] is not None for day in given):
        return frozenset(given), []
    return None, _wrong(given, "a list of dates like [2026-12-25]")


def _table(readers: Mapping[str, Table], given: object) -> tuple[dict[str, Any], list[Problem]]:
    """Read the known keys of a table."""
    if not isinstance(given, dict):
        return {}, _wrong(given, "a table")
    values: dict[str, Any] = {}
    problems: list[Problem] = []
    for key, item in given.items():
        if key not in readers:
            problems.append(Problem((key,), f'unknown setting "{key}"', known=tuple(readers)))
            continue
        value, wrong = readers[key](item)
        problems += [replace(problem, keys=(key, *problem.keys)) for problem in wrong]
        if not wrong:
            values[key] = value
    return values, problems


def _each(given: object, read: Callable[[str, object], Read]) -> Read:
    """Read a table whose keys are names."""
    if not isinstance(given, dict):
        return None, _wrong(given, "a table")
    values: dict[str, Any] = {}
    problems: list[Problem] = []
    for key, item in given.items():
        value, wrong = read(key, item)
        problems += [replace(problem, keys=(key, *problem.keys)) for problem in wrong]
        if value is not None:
            values[key] = value
    return values, problems


def _stall(given: object) -> Read:
    def rule(state: str, item: object) -> Read:
        default = STALL_RULES.get(state)
        if default is None or default == StallRule():
            known = tuple(name for name, rule in STALL_RULES.items() if rule != StallRule())
            return None, [Problem((), f'no state "{state}" that can stall', known=known)]
        values, wrong = _table({"nudge": _limit, "stalled": _limit}, item)
        return replace(default, **values), wrong

    states, problems = _each(given, rule)
    problems = [replace(p, keys=p.keys or ("stall",)) for p in problems]
    return {**STALL_RULES, **(states if isinstance(states, dict) else {})}, problems


def _kinds(given: object) -> Read:
    def kind(name: str, item: object) -> Read:
        if not KIND_NAME.fullmatch(name):
            return None, [Problem((), f'a kind is one small word, found "{name}"')]
        readers = {"knows": _weight, "salience": _share, "sensitive": _flag, "school": _flag}
        values, wrong = _table(readers, item)
        return replace(KINDS.get(name, CircleKind(0.1, 0.3)), **values), wrong

    kinds, problems = _each(given, kind)
    return {**KINDS, **(kinds if isinstance(kinds, dict) else {})}, problems


def _weight(given: object) -> Read:
    return _number(given, least=0, most=10)


def _groups(given: object) -> Read:
    def group(_: str, item: object) -> Read:
        values, wrong = _table({"name": _text, "size": _count}, item)
        return replace(GroupInfo(), **values), wrong

    groups, problems = _each(given, group)
    named = groups if isinstance(groups, dict) else {}
    return {fold(name): info for name, info in named.items()}, problems


def _audiences(given: object) -> Read:
    def audience(_: str, item: object) -> Read:
        values, wrong = _table({"show": _texts, "fields": _texts}, item)
        return replace(Audience(), **values), wrong

    return _each(given, audience)


def _calendar(given: object) -> Read:
    values, wrong = _table({"working_days": _weekdays, "holidays": _holidays}, given)
    renamed = {"weekdays" if key == "working_days" else key: day for key, day in values.items()}
    return replace(Calendar(), **renamed), wrong


def _inner_share(given: object) -> Read:
    return _number(given, least=0.01, most=0.99)


def _positive(given: object) -> Read:
    return _number(given, least=0.01, most=100_000)


SCORE_READERS: Mapping[str, Table] = {
    **dict.fromkeys((field.name for field in fields(Score)), _number),
    **dict.fromkeys(("base_reopen", "least_know", "cap_know"), _inner_share),
    **dict.fromkeys(("prior_ask", "decay_days"), _positive),
}
"""Most weights may be any number; a probability or a divisor may not."""


def _score(given: object) -> Read:
    values, wrong = _table(SCORE_READERS, given)
    return replace(Score(), **values), wrong


def _ask(given: object) -> Read:
    values, wrong = _table(dict.fromkeys((f.name for f in fields(AskLimits)), _count), given)
    return replace(AskLimits(), **values), wrong


TABLES: Mapping[str, Table] = {
    "title": _text,
    "timezone": _text,
    "today": _day,
    "theme": _text,
    "language": _text,
    "stall": _stall,
    "calendar": _calendar,
    "groups": _groups,
    "kinds": _kinds,
    "score": _score,
    "ask": _ask,
    "checks": lambda given: _each(given, lambda _, item: _level(item)),
    "audiences": _audiences,
}
"""Every top-level key, in the order of `docs/format.md`."""

assert set(TABLES) <= {field.name for field in fields(Settings)}
