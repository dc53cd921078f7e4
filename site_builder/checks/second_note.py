"""A file holds two notes, and all of the second is taken as a part of the first."""

from collections.abc import Iterator
from typing import Final

from site_builder.checks.facts import Facts
from site_builder.checks.finding import Finding
from site_builder.checks.wording import and_more, quoted
from site_builder.diagnostics import Severity

ID = "second-note"
LEVEL = Severity.WARNING
SCOPE: Final = "file"


def check(facts: Facts) -> Iterator[Finding]:
    """Report the first other front matter of a file."""
    for document, fault in facts.faults(ID):
        more = and_more(fault.wanted)
        message = f"expected one note in this file, found another that says {quoted(fault.found)}"
        cure = "move it, from this line on, to a file of its own"
        yield Finding(document.path, fault.span, f"{message}{more}", cure)
