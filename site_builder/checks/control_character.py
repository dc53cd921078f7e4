"""A file holds an invisible character that no text needs."""

from collections.abc import Iterator
from typing import Final

from site_builder.checks.facts import Facts
from site_builder.checks.finding import Finding
from site_builder.checks.places import line_at
from site_builder.diagnostics import Severity

ID = "control-character"
LEVEL = Severity.ERROR
SCOPE: Final = "file"


def check(facts: Facts) -> Iterator[Finding]:
    """Report the first such character, or the escape that stands for one."""
    for document, fault in facts.faults(ID):
        escaped = "\\" in line_at(document, fault.span.line)
        what = "the backslash escape that makes it" if escaped else "it and type the line again"
        named = "the control character " if fault.found.startswith("U+") else ""
        yield Finding(
            document.path,
            fault.span,
            f"expected text, found {named}{fault.found}",
            f"delete {what}",
        )
