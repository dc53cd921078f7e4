"""A file cannot be opened."""

from collections.abc import Iterator
from typing import Final

from site_builder.checks.facts import Facts
from site_builder.checks.finding import Finding
from site_builder.diagnostics import Severity

ID = "unreadable-file"
LEVEL = Severity.ERROR
SCOPE: Final = "file"


def check(facts: Facts) -> Iterator[Finding]:
    """Report each file that the operating system did not hand over."""
    for document, fault in facts.faults(ID):
        reason = fault.found[:1].lower() + fault.found[1:]
        cure = (
            f'give yourself the right to read it: chmod u+r "{document.path}"'
            if "permission" in reason
            else "put a file of your vault in its place, or move it elsewhere"
        )
        message = f"expected a readable file, found: {reason}"
        yield Finding(document.path, fault.span, message, cure)
