"""The page of findings, by file, each with its line, the marked stretch and the cure."""

import re
import unicodedata
from collections.abc import Iterable
from itertools import groupby, islice

from msgspec import Struct

from site_builder.diagnostics import Diagnostic, Severity, count
from site_builder.insights.words import listing
from site_builder.pages.page import Page
from site_builder.pages.words import capital, plural
from site_builder.source import Span

SHOWN = 300
"""More findings than this are counted, not shown."""

LOG_LINE = re.compile(r"- \d{4}-\d\d-\d\d [a-z-]+(?:: …)?")
"""The beginning of a line to type; a browser would break it behind its dash."""

BADGES = {Severity.ERROR: ("■", "bad"), Severity.WARNING: ("▲", ""), Severity.HINT: ("●", "")}
BEFORE, MARKED, AFTER = 60, 120, 60
"""How many characters are shown around and within the marked stretch."""


class Excerpt(Struct, frozen=True):
    """One line in three parts; `marked` is what the finding speaks of."""

    line: int
    before: str
    marked: str
    after: str


class Problem(Struct, frozen=True):
    """One finding as the page shows it."""

    id: str
    severity: str
    glyph: str
    kind: str
    """Kind of badge."""
    message: str
    place: str
    """`path:line:column`, to be pasted into an editor."""
    excerpt: Excerpt | None
    cure: str
    """What is to be typed stands in `backticks`."""


class FileProblems(Struct, frozen=True):
    """The findings of one file."""

    path: str
    problems: tuple[Problem, ...]


class Problems(Struct, frozen=True):
    """The view of the page: how many, what it means, then file by file."""

    title: str
    """`2 errors, 1 warning`."""
    verdict: str
    files: tuple[FileProblems, ...]
    unshown: int


def problems_page(diagnostics: tuple[Diagnostic, ...]) -> Page:
    """Plan the page for all findings of a run."""
    ordered = sorted(diagnostics, key=lambda found: found.order)
    errors, warnings, hints = (count(diagnostics, severity) for severity in Severity)
    view = Problems(
        _title(errors, warnings, hints),
        _verdict(errors, warnings, hints),
        tuple(_by_file(islice(ordered, SHOWN))),
        max(0, len(ordered) - SHOWN),
    )
    return Page("problems.html", "problems.html", view)


def _by_file(diagnostics: Iterable[Diagnostic]) -> Iterable[FileProblems]:
    for path, found in groupby(diagnostics, key=lambda found: found.path):
        yield FileProblems(visible(path), tuple(_problem(one) for one in found))


def _problem(found: Diagnostic) -> Problem:
    return Problem(
        found.id,
        str(found.severity),
        *BADGES[found.severity],
        capital(visible(found.message)),
        visible(f"{found.path}:{found.span.line}:{found.span.column}"),
        excerpt_of(found.excerpt, found.span) if found.excerpt else None,
        _cure(capital(visible(found.help))),
    )


def _cure(words: str) -> str:
    """Return the cure, in which lines of a log are marked as what is to be typed."""
    return words if "`" in words else LOG_LINE.sub(r"`\g<0>`", words)


def _title(errors: int, warnings: int, hints: int) -> str:
    counts = ((errors, "error"), (warnings, "warning"), (hints, "hint"))
    return listing([plural(number, noun) for number, noun in counts if number]) or "No problems"


def _verdict(errors: int, warnings: int, hints: int) -> str:
    if errors:
        return "Nothing is published until the errors are mended."
    if warnings:
        return "The site is built; these are worth a look."
    return "Only hints; nothing needs to be done." if hints else "Nothing to mend."


def excerpt_of(line: str, span: Span) -> Excerpt:
    """Split a line at the span's columns (code points); a span over several lines ends here."""
    start = span.column - 1
    end = span.end_column - 1 if span.end_line == span.line else len(line)
    end = max(end, start + 1)
    return Excerpt(
        span.line,
        _clip_left(visible(line[:start]), BEFORE),
        _clip(visible(line[start:end]), MARKED) or " ",
        _clip(visible(line[end:]), AFTER),
    )


def visible(text: str) -> str:
    r"""Show control and direction characters as `\x00` and `\u202e`, so that none can act."""
    return text if text.isascii() and text.isprintable() else "".join(map(_visible, text))


def _visible(char: str) -> str:
    hidden = unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp")
    return char.encode("unicode_escape").decode() if hidden else char


def _clip(text: str, width: int) -> str:
    return text if len(text) <= width else text[:width] + "…"


def _clip_left(text: str, width: int) -> str:
    return text if len(text) <= width else "…" + text[-width:]
