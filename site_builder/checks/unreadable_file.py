"""A file cannot be opened."""

from collections.abc import Iterator
from typing import Final

from site_builder.checks.facts import Facts
from site_builder.checks.finding import Finding
from site_builder.diagnostics import Severity
from site_builder.parsing.text_decode import made_readable

ID = "unreadable-file"
LEVEL = Severity.ERROR
SCOPE: Final = "file"


def check(facts: Facts) -> Iterator[Finding]:
    """Report each file that the operating system did not hand over."""
    for document, fault in facts.faults(ID):
        reason = fault.found[:1].lower() + fault.found[1:]
        cure = made_readable(document.path, reason)
        message = f"expected a readable file, found: {reason}"
        yield Finding(document.path, fault.span, message, cure)
