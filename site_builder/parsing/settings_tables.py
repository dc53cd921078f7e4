"""The settings table: every key of `doorstep.toml`, what it takes and what it becomes."""

import re
from collections.abc import Mapping
from functools import partial

from msgspec import Struct
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
from site_builder.parsing import settings_values as read
from site_builder.parsing.settings_audiences import read_audience
from site_builder.parsing.settings_values import Problem, Read, Table, read_keys, read_table

KIND_NAME = re.compile(r"[a-z][a-z0-9_]*")
CIRCLE = re.compile(rf"{KIND_NAME.pattern}/[{LETTERS}.-]+")


def _record(default: Struct, readers: Mapping[str, Table], given: object) -> Read:
    """Read a table into the record that it fills; what it leaves out stays as it was."""
    values, problems = read_keys(readers, given)
    return replace(default, **values), problems


def _stall(given: object) -> Read:
    def rule(state: str, item: object) -> Read:
        default = STALL_RULES.get(state)
        if default is None or default == StallRule():
            known = tuple(name for name, rule in STALL_RULES.items() if rule != StallRule())
            return None, [Problem((), f'no state "{state}" that can stall', known=known)]
        return _record(default, {"nudge": read.read_limit, "stalled": read.read_limit}, item)

    states, problems = read_table(rule, given)
    return {**STALL_RULES, **states}, problems


KIND_READERS: Mapping[str, Table] = {
    "knows": read.read_weight,
    "salience": read.read_share,
    "sensitive": read.read_flag,
    "school": read.read_flag,
}


def _kinds(given: object) -> Read:
    def kind(name: str, item: object) -> Read:
        if not KIND_NAME.fullmatch(name):
            return None, [Problem((), f'a kind is one small word, found "{name}"')]
        default = KINDS.get(name, CircleKind(0.1, 0.3))
        if isinstance(item, dict) and item.get("sensitive") is True:
            default = replace(default, knows=0, salience=0)  # unless this very table says more
        return _record(default, KIND_READERS, item)

    kinds, problems = read_table(kind, given)
    return {**KINDS, **kinds}, problems


def _groups(given: object) -> Read:
    def group(name: str, item: object) -> Read:
        if not CIRCLE.fullmatch(fold(name)):
            message = f'a circle is a kind, / and a name, found "{name}"'
            wanted = 'write it as files do, like [groups."team/oslo-rowing"]'
            return None, [Problem((), message, wanted=wanted)]
        return _record(GroupInfo(), {"name": read.read_text, "size": read.read_size}, item)

    groups, problems = read_table(group, given)
    return {fold(name): info for name, info in groups.items()}, problems


def _calendar(given: object) -> Read:
    values, wrong = read_keys(
        {"working_days": read.read_weekdays, "holidays": read.read_holidays}, given
    )
    renamed = {"weekdays" if key == "working_days" else key: day for key, day in values.items()}
    return replace(Calendar(), **renamed), wrong


SCORE_READERS: Mapping[str, Table] = {
    **dict.fromkeys(Score.__struct_fields__, read.read_number),
    **dict.fromkeys(("base_reopen", "least_know", "cap_know"), read.read_inner_share),
    **dict.fromkeys(("prior_ask", "decay_days"), read.read_positive),
}
"""Most weights may be any number; a probability or a divisor may not."""


FEED_READERS: Mapping[str, Table] = {
    "calendar": read.read_flag,
    "changes": read.read_flag,
    "days": read.read_few,
    "address": read.read_address,
}
ASK_READERS = dict.fromkeys(AskLimits.__struct_fields__, read.read_few)
LINES: Mapping[str, Table] = {
    "title": read.read_text,
    "timezone": read.read_text,
    "today": read.read_today,
    "theme": read.read_text,
    "language": read.read_language,
}
"""What stands above the first table."""
TABLES: Mapping[str, Table] = {
    **LINES,
    "stall": _stall,
    "calendar": _calendar,
    "groups": _groups,
    "kinds": _kinds,
    "score": partial(_record, Score(), SCORE_READERS),
    "ask": partial(_record, AskLimits(), ASK_READERS),
    "feeds": partial(_record, Feeds(), FEED_READERS),
    "checks": partial(read_table, lambda _, level: read.read_level(level)),
    "audiences": partial(read_table, read_audience),
}
"""Every top-level key, in the order of `docs/format.md`."""

assert set(TABLES) <= {*Settings.__struct_fields__}
