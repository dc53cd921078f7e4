"""A key that every file of its kind needs is missing or empty."""

from collections.abc import Iterator
from typing import Final

from site_builder.checks.facts import Facts
from site_builder.checks.finding import Finding
from site_builder.checks.wording import quoted
from site_builder.diagnostics import Severity
from site_builder.source import FILE_START

ID = "missing-field"
LEVEL = Severity.ERROR
SCOPE: Final = "file"

OWNERS = {"contact": "a contact", "intro": "an intro"}


def check(facts: Facts) -> Iterator[Finding]:
    """Report each required key without a value."""
    for document, fault in facts.faults(ID):
        found = "none" if fault.span == FILE_START else "it empty"
        span = fault.span
        for other in document.faults:
            if other.check == "unknown-key" and other.cure == fault.key:
                span, found = other.span, quoted(other.found)
        yield Finding(
            document.path,
            span,
            f'{OWNERS[document.kind]} needs the key "{fault.key}", found {found}',
            f"type a line such as {fault.key}: {fault.cure}",
        )
