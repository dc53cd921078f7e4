"""The JSON of every command: one envelope around the answer and the findings."""

import json

import msgspec

from site_builder.diagnostics import Diagnostic
from site_builder.reporting.report import TOOL, Json, Report
from site_builder.reporting.safe_text import visible_json

SCHEMA = 1
"""Raised when a key changes its meaning or goes; new keys do not raise it."""


def envelope(report: Report) -> str:
    """Return the document of `--format json`."""
    return dump_json(
        {
            "schema": SCHEMA,
            "tool": TOOL,
            "version": report.version,
            "as_of": report.as_of.isoformat(),
            "data": {} if report.data is None else report.data,
            "diagnostics": [_item(found) for found in report.findings],
        }
    )


def dump_json(document: Json) -> str:
    """Return a JSON document that is readable, and harmless on a terminal."""
    try:
        text = msgspec.json.format(msgspec.json.encode(document), indent=2).decode()
    except UnicodeEncodeError:  # half a character, as names of files may have
        text = json.dumps(document, ensure_ascii=False, indent=2)
    return visible_json(text) + "\n"


def _item(found: Diagnostic) -> dict[str, Json]:
    return {
        "id": found.id,
        "severity": found.severity.value,
        "message": found.message,
        "path": found.path,
        "line": found.span.line,
        "column": found.span.column,
        "end_line": found.span.end_line,
        "end_column": found.span.end_column,
        "help": found.help,
    }
