"""Findings for people: where, what, the line itself with carets, and the cure."""

from collections.abc import Iterator

from site_builder.diagnostics import Diagnostic
from site_builder.reporting.color import STYLES, paint
from site_builder.reporting.concise import headline
from site_builder.reporting.excerpt import excerpt
from site_builder.reporting.report import Report
from site_builder.reporting.safe_text import visible


def text(report: Report) -> str:
    """Return the findings as blocks with an empty line between them."""
    blocks = ("".join(f"{line}\n" for line in _block(found, report)) for found in report.findings)
    return "\n".join(blocks)


def _block(found: Diagnostic, report: Report) -> Iterator[str]:
    color = report.color
    yield headline(found, color=color)
    if found.excerpt.strip():
        shown = excerpt(found.excerpt, found.span, width=report.width)
        number = str(found.span.line)
        carets = paint("^" * shown.carets, STYLES[found.severity], color=color)
        bar = paint("|", "dim", color=color)
        yield f"  {paint(number, 'dim', color=color)} {bar} {shown.line}".rstrip()
        yield f"  {' ' * len(number)} {bar} {' ' * shown.caret}{carets}"
    if found.help:
        yield f"{paint('help:', 'green', color=color)} {visible(found.help)}"
