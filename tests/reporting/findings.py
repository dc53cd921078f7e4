"""Findings to report."""

from datetime import date

from site_builder.diagnostics import Diagnostic, Severity
from site_builder.reporting.report import Json, Report
from site_builder.source import FILE_START, Span

TYPO = Diagnostic(
    id="unknown-contact",
    severity=Severity.ERROR,
    message='no contact has the id "sam-okafr"',
    path="intros/2026-09-28-tara-via-sam.md",
    span=Span(3, 13, 3, 22),
    help='did you mean "sam-okafor" (contacts/sam-okafor.md)?',
    excerpt="introducer: sam-okafr",
)
NO_GOAL = Diagnostic(
    id="no-goal",
    severity=Severity.WARNING,
    message="the introduction has no goal",
    path="intros/2026-09-28-tara-via-sam.md",
    span=FILE_START,
)
NESTED = Diagnostic(
    id="unquoted-link",
    severity=Severity.HINT,
    message="a link without quotes is a nested list to other programs",
    path="contacts/tara.md",
    span=Span(12, 15, 12, 22),
    help='write "[[ben]]"',
    excerpt="introduced_by: [[ben]]",
)


def report(*findings: Diagnostic, data: Json = None) -> Report:
    """Return a report of a fixed day and version."""
    return Report(diagnostics=findings, as_of=date(2026, 11, 22), data=data, version="0.1.0")
