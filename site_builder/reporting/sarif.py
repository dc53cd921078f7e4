"""Findings as SARIF 2.1.0, for code scanning and editors.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from collections.abc import Mapping
from urllib.parse import quote

from site_builder.diagnostics import Diagnostic, Severity
from site_builder.reporting.envelope import dump_json
from site_builder.reporting.fingerprint import fingerprints
from site_builder.reporting.report import TOOL, Json, Report

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "note"}


def sarif(report: Report) -> str:
    """Return one run with a rule for each check that found something."""
    findings = report.findings
    rules = {check: at for at, check in enumerate(sorted({found.id for found in findings}))}
    driver: Json = {
        "name": TOOL,
        "version": report.version,
        "rules": [_rule(check) for check in rules],
    }
    run: Json = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [
            _result(found, name, rules)
            for found, name in zip(findings, fingerprints(findings), strict=True)
        ],
    }
    return dump_json({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(check: str) -> Json:
    return {
        "id": check,
        "shortDescription": {"text": check.replace("-", " ")},
        "help": {"text": f"What it means and how to mend it: build explain {check}"},
    }


def _result(found: Diagnostic, fingerprint: str, rules: Mapping[str, int]) -> Json:
    words = f"{found.message}\nhelp: {found.help}" if found.help else found.message
    return {
        "ruleId": found.id,
        "ruleIndex": rules[found.id],
        "level": LEVELS[found.severity],
        "message": {"text": words},
        "locations": [{"physicalLocation": _location(found)}],
        "partialFingerprints": {f"{TOOL}/v1": fingerprint},
    }


def _location(found: Diagnostic) -> Json:
    """Return the place; columns are code points, the end column lies behind the last one."""
    region: dict[str, Json] = {
        "startLine": found.span.line,
        "startColumn": found.span.column,
        "endLine": found.span.end_line,
        "endColumn": found.span.end_column,
    }
    if found.excerpt and found.span.line == found.span.end_line:
        part = slice(found.span.column - 1, found.span.end_column - 1)
        region["snippet"] = {"text": found.excerpt[part]}
    return {
        "artifactLocation": {"uri": quote(found.path, errors="replace"), "uriBaseId": "%SRCROOT%"},
        "region": region,
    }
