"""Reading `doorstep.toml`: every value has a default, every mistake a line and a cure."""

import re
import tomllib
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any

from msgspec.structs import replace

from site_builder.diagnostics import Diagnostic, Severity, in_order
from site_builder.did_you_mean import did_you_mean
from site_builder.model.reference import fold
from site_builder.model.settings import KINDS, Settings
from site_builder.parsing.settings_tables import LINES, TABLES
from site_builder.parsing.settings_values import Problem, read_keys
from site_builder.parsing.text_decode import decode, made_readable
from site_builder.parsing.time_zone import meant_zone
from site_builder.parsing.toml_places import TomlPlaces
from site_builder.source import FILE_START, Source, Span

BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")


def read_settings(
    source: Source | None,
    checks: Collection[str] = (),
    *,
    zones: Callable[[], Collection[str]] = tuple,
) -> tuple[Settings, tuple[Diagnostic, ...]]:
    """Return the settings and what is wrong with them; without a file, the defaults.

    `checks` are the ids that `[checks]` may name, `zones` gives the time zones there are; without
    them these names are taken as they are.
    """
    if source is None:
        return Settings(), ()
    text = decode(source)
    if not isinstance(text, str):
        cure = made_readable(source.path, source.unreadable) if source.unreadable else ""
        where = Problem((), f"cannot be read: {text.found or text.check}", wanted=cure)
        return Settings(), (_diagnostic(source.path, where, FILE_START, excerpt=""),)
    places = TomlPlaces(text)
    try:
        tables = tomllib.loads(text)
    except RecursionError:
        where = Problem((), "no valid TOML: brackets in brackets without end")
        return Settings(), (_diagnostic(source.path, where, FILE_START, excerpt=""),)
    except ValueError as error:  # also a number of thousands of digits
        span, message = places.of_error(str(error))
        where = Problem((), f"no valid TOML: {message}")
        return Settings(), (_diagnostic(source.path, where, span, excerpt=places.line(span)),)
    values, problems = read_keys(TABLES, tables)
    problems += _unknown_checks(values.get("checks", {}), checks)
    problems += _unknown_kinds(tables.get("groups"), values)
    problems += _unknown_zone(values, zones)
    for key in values.keys() & {"today", "theme"}:
        values[f"{key}_span"] = places.of((key,))
    found = [
        _diagnostic(source.path, problem, span, excerpt=places.line(span))
        for problem in map(_in_its_table, problems)
        for span in (places.of(problem.keys),)
    ]
    return replace(Settings(), **values), in_order(found)


def _in_its_table(problem: Problem) -> Problem:
    """Say in which table a key is unknown; one of the whole file often stands below a table."""
    *tables, key = problem.keys or ("",)
    if not (tables and problem.unknown):
        return problem
    message = f"{problem.message} in [{'.'.join(map(_table_key, tables))}]"
    meant = key if key in LINES else did_you_mean(key, LINES)
    if meant is None or did_you_mean(key, problem.known):
        return replace(problem, message=message)
    cure = f'write "{meant}" above the first [table] of the file'
    return replace(problem, message=message, known=(), wanted=cure)


def _table_key(key: str) -> str:
    return key if BARE_KEY.fullmatch(key) else f'"{key}"'


def _unknown_checks(named: Collection[str], known: Collection[str]) -> list[Problem]:
    return [
        Problem(("checks", name), f'no check has the id "{name}"', known=tuple(sorted(known)))
        for name in named
        if known and name not in known
    ]


def _unknown_kinds(given: object, values: Mapping[str, Any]) -> Iterator[Problem]:
    """Yield the circles of kinds that neither the program nor `[kinds]` has."""
    kinds, read = values.get("kinds", KINDS), values.get("groups", {})
    for circle in given if isinstance(given, dict) else ():
        kind, _, name = fold(circle).partition("/")
        if fold(circle) in read and kind not in kinds:
            near = did_you_mean(kind, kinds)
            listed = f"known are: {', '.join(kinds)}; or add [kinds.{kind}]"
            cure = f'did you mean "{near}/{name}"?' if near else listed
            message = f'no kind of circle is called "{kind}"'
            yield Problem(("groups", circle), message, wanted=cure)


def _unknown_zone(values: dict[str, Any], zones: Callable[[], Collection[str]]) -> list[Problem]:
    """Take a time zone out of the values if there is none of its name."""
    name = values.get("timezone", "")
    known = zones() if name else ()
    if not known or name in known:
        return []
    del values["timezone"]
    near = meant_zone(name, known)
    cure = f'did you mean "{near}"?' if near else 'write an IANA name like "Europe/Stockholm"'
    return [Problem(("timezone",), f'no time zone is called "{name}"', wanted=cure)]


def _diagnostic(path: str, problem: Problem, span: Span, *, excerpt: str) -> Diagnostic:
    return Diagnostic(
        id="invalid-setting",
        severity=Severity.ERROR,
        message=problem.message,
        path=path,
        span=span,
        help=problem.cure,
        excerpt=excerpt,
    )
