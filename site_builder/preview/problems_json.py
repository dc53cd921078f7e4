"""The findings of a build as the overlay shows them."""

import json
from collections.abc import Callable

from site_builder.diagnostics import Diagnostic, Severity, count
from site_builder.pages.problems import excerpt_of, visible
from site_builder.pages.words import capital
from site_builder.source import Span

SHOWN = 100
"""More errors than this are counted, not shown."""

EditLink = Callable[[str, Span], str]
"""From a path and a place in it to a link that opens it there; empty if there is none."""


def problems_json(diagnostics: tuple[Diagnostic, ...], edit_link: EditLink) -> bytes:
    """Return the document: how many errors and warnings, and each error in full."""
    errors = sorted(
        (found for found in diagnostics if found.severity is Severity.ERROR),
        key=lambda found: found.order,
    )
    document = {
        "errors": len(errors),
        "warnings": count(diagnostics, Severity.WARNING),
        "unshown": max(0, len(errors) - SHOWN),
        "problems": [_problem(found, edit_link) for found in errors[:SHOWN]],
    }
    return json.dumps(document).encode("ascii")


def _problem(found: Diagnostic, edit_link: EditLink) -> dict[str, object]:
    excerpt = excerpt_of(found.excerpt, found.span) if found.excerpt.strip() else None
    return {
        "id": found.id,
        "message": capital(visible(found.message)),
        "place": visible(f"{found.path}:{found.span.line}:{found.span.column}"),
        "line": found.span.line,
        "before": excerpt.before if excerpt else "",
        "marked": excerpt.marked if excerpt else "",
        "after": excerpt.after if excerpt else "",
        "cure": capital(visible(found.help)),
        "edit": edit_link(found.path, found.span),
    }
