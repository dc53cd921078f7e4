"""A link in double brackets stands without quotes, so YAML reads lists."""

import re
from collections.abc import Iterator
from typing import Final

from site_builder.checks.facts import Facts
from site_builder.checks.finding import Finding
from site_builder.checks.places import line_at
from site_builder.diagnostics import Severity
from site_builder.model.document import Document, Fault

ID = "unquoted-link"
LEVEL = Severity.HINT
SCOPE: Final = "file"

DAY = re.compile(r"\[\[[0-9]{4}(?:-[0-9]{2}){0,2}\]\]")
"""The link to a daily note, where a date is meant."""
LINK = re.compile(r"\[\[[^\[\]]+\]\]")


def check(facts: Facts) -> Iterator[Finding]:
    """Report each value with such a link; it is understood all the same."""
    nested = {(each.path, fault.key) for each, fault in facts.faults("nested-value")}
    for document, fault in facts.faults(ID):
        if (document.path, fault.key) in nested:
            continue
        yield Finding(
            document.path,
            fault.span,
            f'expected quotes around the link for "{fault.key}", found none',
            _cure(document, fault),
        )


def _cure(document: Document, fault: Fault) -> str:
    span, line = fault.span, line_at(document, fault.span.line)
    value = line[span.column - 1 : span.end_column - 1]
    if span.line == span.end_line and LINK.fullmatch(value):
        before = line[: span.column - 1].strip()
        lead = f"{before} " if before in {"-", f"{fault.key}:"} else ""
        told = value.strip("[]") if DAY.fullmatch(value) else f'"{value}"'
        return f"type {lead}{told}"
    return 'put each link in double quotes, like "[[sam-okafor]]"'
