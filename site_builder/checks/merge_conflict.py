"""A file holds two versions of some lines, as git could not merge them."""

from collections.abc import Iterator
from typing import Final

from site_builder.checks.facts import Facts
from site_builder.checks.finding import Finding
from site_builder.checks.wording import and_more, quoted
from site_builder.diagnostics import Severity
from site_builder.insights.words import listing

ID = "merge-conflict"
LEVEL = Severity.ERROR
SCOPE: Final = "file"


def check(facts: Facts) -> Iterator[Finding]:
    """Report the first conflict of a file; nothing else of such a file is read."""
    for document, fault in facts.faults(ID):
        more = and_more(fault.wanted)
        marks = listing(fault.cure.split())
        yield Finding(
            document.path,
            fault.span,
            f"expected one version, found a conflict that git left, {quoted(fault.found)}{more}",
            f"keep one side, delete the other, and the marks in lines {marks}",
        )
