"""A file is not UTF-8 text."""

from collections.abc import Iterator
from typing import Final

from site_builder.checks.facts import Facts
from site_builder.checks.finding import Finding
from site_builder.diagnostics import Severity

ID = "not-utf8"
LEVEL = Severity.ERROR
SCOPE: Final = "file"


def check(facts: Facts) -> Iterator[Finding]:
    """Report the first byte that no UTF-8 text holds."""
    for document, fault in facts.faults(ID):
        name = document.path.rsplit("/", 1)[-1]
        yield Finding(
            document.path,
            fault.span,
            f"expected UTF-8 text, found {fault.found}",
            f"open {name} in your editor and save it with the encoding UTF-8",
        )
