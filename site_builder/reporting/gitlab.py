"""Findings as a GitLab Code Quality report.

https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

from site_builder.diagnostics import Diagnostic, Severity
from site_builder.reporting.envelope import dump_json
from site_builder.reporting.fingerprint import fingerprints
from site_builder.reporting.report import Json, Report

LEVELS = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.HINT: "info"}


def gitlab(report: Report) -> str:
    """Return the JSON list that a job hands over as its `codequality` report."""
    findings = report.findings
    return dump_json([_item(*pair) for pair in zip(findings, fingerprints(findings), strict=True)])


def _item(found: Diagnostic, fingerprint: str) -> Json:
    return {
        "description": f"{found.message}; {found.help}" if found.help else found.message,
        "check_name": found.id,
        "fingerprint": fingerprint,
        "severity": LEVELS[found.severity],
        "location": {
            "path": found.path,
            "lines": {"begin": found.span.line, "end": found.span.end_line},
        },
    }
