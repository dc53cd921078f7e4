"""A YAML parser's complaint in words that say what to type."""

import re

from site_builder.model.document import Fault
from site_builder.source import Span

TOP_KEY = re.compile(r"[^\s#'\"\[\]{},&*!|>%@`-][^:]*:(\s|$)")

LONGEST_PART = 4096
"""Characters of a complaint's surroundings that the slower parser is asked about."""

EXPLANATIONS = (
    ("'\\t'", "a tab used for indentation", "indent"),
    ("mapping values are not allowed", "a value that contains `: `", "quote"),
    ("cannot start any token", "a character that cannot begin a value", "quote"),
    ("found unexpected end of stream", "a quote that is never closed", "close"),
    ("expected the node content", "a list that is never closed", "bracket"),
    ("expected ',' or ']'", "a list that is never closed", "bracket"),
    ("expected ',' or '}'", "a mapping in braces", "flat"),
    ("could not find expected ':'", "a line without `key: value`", "key"),
    ("expected <block end>", "a line that is indented differently from the others", "indent"),
    ("expected alphabetic or numeric", "a value that begins with & or *", "quote"),
    ("unknown escape", "a backslash that YAML does not know", "single"),
    ("found a tab", "a tab used for indentation", "indent"),
)
"""Part of PyYAML's problem, what the user sees in the file, and which cure applies."""


def explain(error: Exception, text: str, first_line: int) -> Fault:
    """Turn a parser's error into a fault at the place it speaks of."""
    problem = getattr(error, "problem", None) or str(error)
    mark = getattr(error, "problem_mark", None)
    told = ((words, remedy) for part, words, remedy in EXPLANATIONS if part in problem)
    found, cure = next(told, (problem, ""))
    if cure in {"close", "bracket"} or "could not find expected" in problem:
        mark = getattr(error, "context_mark", None) or mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    last = text.count("\n") - 1
    line = max(0, min(line, last))
    return Fault(
        "invalid-yaml",
        Span(line + first_line, column + 1, line + first_line, column + 2),
        found=found,
        cure=cure,
    )


def part_around(error: Exception, text: str) -> tuple[int, str]:
    """Return the lines around a complaint, from the key before it on, and where they begin.

    The slower parser that finds the words need not read a long front matter once more.
    """
    marks = (getattr(error, "context_mark", None), getattr(error, "problem_mark", None))
    named = [mark.line for mark in marks if mark is not None]
    lines = text.split("\n")
    start = min([*named, len(lines) - 1], default=0)
    while start > 0 and not TOP_KEY.match(lines[start]):
        start -= 1
    return start, "\n".join(lines[start:])
