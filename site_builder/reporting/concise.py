"""One line for each finding, for `grep` and for editors that jump to `path:line:col`."""

from site_builder.diagnostics import Diagnostic
from site_builder.reporting.color import STYLES, paint
from site_builder.reporting.report import Report
from site_builder.reporting.safe_text import visible


def concise(report: Report) -> str:
    """Return `path:line:col: level[id]: message` for each finding."""
    return "".join(f"{headline(found, color=report.color)}\n" for found in report.findings)


def headline(found: Diagnostic, *, color: bool) -> str:
    """Return the line that says where, how bad, which check and what."""
    place = f"{visible(found.path)}:{found.span.line}:{found.span.column}:"
    level = f"{found.severity}[{found.id}]:"
    style = STYLES[found.severity]
    return (
        f"{paint(place, 'bold', color=color)} {paint(level, style, color=color)} "
        f"{visible(found.message)}"
    )
