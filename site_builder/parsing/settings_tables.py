"""The settings table: every key of `doorstep.toml`, what it takes and what it becomes."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from msgspec.structs import replace

from site_builder.model.duration import Calendar
from site_builder.model.letters import LETTERS
from site_builder.model.reference import fold
from site_builder.model.settings import (
    KINDS,
    STALL_RULES,
    AskLimits,
    CircleKind,
    Feeds,
    GroupInfo,
    Score,
    Settings,
    StallRule,
)
from site_builder.parsing.settings_audiences import read_audience
from site_builder.parsing.settings_values import (
    Problem,
    Read,
    Table,
    misfit,
    read_address,
    read_few,
    read_flag,
    read_holidays,
    read_inner_share,
    read_language,
    read_level,
    read_limit,
    read_number,
    read_positive,
    read_share,
    read_size,
    read_text,
    read_today,
    read_weekdays,
    read_weight,
    unknown_setting,
)

KIND_NAME = re.compile(r"[a-z][a-z0-9_]*")
CIRCLE = re.compile(rf"{KIND_NAME.pattern}/[{LETTERS}.-]+")


def _table(readers: Mapping[str, Table], given: object) -> tuple[dict[str, Any], list[Problem]]:
    """Read the known keys of a table."""
    if not isinstance(given, dict):
        return {}, misfit(given, "a table")
    values: dict[str, Any] = {}
    problems: list[Problem] = []
    for key, item in given.items():
        if key not in readers:
            problems.append(unknown_setting(key, readers))
            continue
        value, wrong = readers[key](item)
        problems += [replace(problem, keys=(key, *problem.keys)) for problem in wrong]
        if not wrong:
            values[key] = value
    return values, problems


def _each(given: object, read: Callable[[str, object], Read]) -> Read:
    """Read a table whose keys are names."""
    if not isinstance(given, dict):
        return None, misfit(given, "a table")
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
        values, wrong = _table({"nudge": read_limit, "stalled": read_limit}, item)
        return replace(default, **values), wrong

    states, problems = _each(given, rule)
    problems = [replace(p, keys=p.keys or ("stall",)) for p in problems]
    return {**STALL_RULES, **(states if isinstance(states, dict) else {})}, problems


def _kinds(given: object) -> Read:
    def kind(name: str, item: object) -> Read:
        if not KIND_NAME.fullmatch(name):
            return None, [Problem((), f'a kind is one small word, found "{name}"')]
        readers = {
            "knows": read_weight,
            "salience": read_share,
            "sensitive": read_flag,
            "school": read_flag,
        }
        values, wrong = _table(readers, item)
        default = KINDS.get(name, CircleKind(0.1, 0.3))
        if values.get("sensitive"):  # weighs nothing until this very table says so
            default = replace(default, knows=0, salience=0)
        return replace(default, **values), wrong

    kinds, problems = _each(given, kind)
    return {**KINDS, **(kinds if isinstance(kinds, dict) else {})}, problems


def _groups(given: object) -> Read:
    def group(name: str, item: object) -> Read:
        if not CIRCLE.fullmatch(fold(name)):
            wanted = 'write it as files do, like [groups."team/oslo-rowing"]'
            problem = Problem(
                (), f'a circle is a kind, / and a name, found "{name}"', wanted=wanted
            )
            return None, [problem]
        values, wrong = _table({"name": read_text, "size": read_size}, item)
        return replace(GroupInfo(), **values), wrong

    groups, problems = _each(given, group)
    named = groups if isinstance(groups, dict) else {}
    return {fold(name): info for name, info in named.items()}, problems


def _calendar(given: object) -> Read:
    values, wrong = _table({"working_days": read_weekdays, "holidays": read_holidays}, given)
    renamed = {"weekdays" if key == "working_days" else key: day for key, day in values.items()}
    return replace(Calendar(), **renamed), wrong


SCORE_READERS: Mapping[str, Table] = {
    **dict.fromkeys(Score.__struct_fields__, read_number),
    **dict.fromkeys(("base_reopen", "least_know", "cap_know"), read_inner_share),
    **dict.fromkeys(("prior_ask", "decay_days"), read_positive),
}
"""Most weights may be any number; a probability or a divisor may not."""


def _score(given: object) -> Read:
    values, wrong = _table(SCORE_READERS, given)
    return replace(Score(), **values), wrong


def _ask(given: object) -> Read:
    values, wrong = _table(dict.fromkeys(AskLimits.__struct_fields__, read_few), given)
    return replace(AskLimits(), **values), wrong


def _feeds(given: object) -> Read:
    readers = {
        "calendar": read_flag,
        "changes": read_flag,
        "days": read_few,
        "address": read_address,
    }
    values, wrong = _table(readers, given)
    return replace(Feeds(), **values), wrong


LINES: Mapping[str, Table] = {
    "title": read_text,
    "timezone": read_text,
    "today": read_today,
    "theme": read_text,
    "language": read_language,
}
"""What stands above the first table."""
TABLES: Mapping[str, Table] = {
    **LINES,
    "stall": _stall,
    "calendar": _calendar,
    "groups": _groups,
    "kinds": _kinds,
    "score": _score,
    "ask": _ask,
    "feeds": _feeds,
    "checks": lambda given: _each(given, lambda _, item: read_level(item)),
    "audiences": lambda given: _each(given, read_audience),
}
"""Every top-level key, in the order of `docs/format.md`."""

assert set(TABLES) <= {*Settings.__struct_fields__}
