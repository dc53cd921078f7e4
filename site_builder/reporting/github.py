"""Findings as GitHub workflow commands, which show them beside the changed lines.

https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
"""

from site_builder.diagnostics import Diagnostic, Severity
from site_builder.reporting.report import Report
from site_builder.reporting.safe_text import visible

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "notice"}
RANKS = list(COMMANDS)
DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def github(report: Report) -> str:
    """Return one command for each finding, errors first: GitHub shows only ten of a kind."""
    ranked = sorted(report.findings, key=lambda found: RANKS.index(found.severity))
    return "".join(f"{_command(found)}\n" for found in ranked)


def _command(found: Diagnostic) -> str:
    span = found.span
    properties = {
        "file": visible(found.path),
        "line": str(span.line),
        "endLine": str(span.end_line),
    }
    if span.line == span.end_line:  # GitHub takes columns only within one line
        properties |= {"col": str(span.column), "endColumn": str(span.end_column)}
    properties["title"] = found.id
    listed = ",".join(f"{key}={value.translate(PROPERTY)}" for key, value in properties.items())
    message = visible(found.message)
    if found.help:
        message += f"\nhelp: {visible(found.help)}"
    return f"::{COMMANDS[found.severity]} {listed}::{message.translate(DATA)}"
