"""A key stands twice in one front matter."""

from collections.abc import Iterator
from typing import Final

from site_builder.checks.facts import Facts
from site_builder.checks.finding import Finding
from site_builder.checks.wording import quoted
from site_builder.diagnostics import Severity
from site_builder.parsing.fields import CONTACT_FIELDS, INTRO_FIELDS

ID = "duplicate-key"
LEVEL = Severity.ERROR
SCOPE: Final = "file"

LISTS = frozenset(key for key, known in {**CONTACT_FIELDS, **INTRO_FIELDS}.items() if known.many)


def check(facts: Facts) -> Iterator[Finding]:
    """Report the second of two equal keys."""
    for document, fault in facts.faults(ID):
        one_list = f"write both values as one list, {fault.key}: [one, two]"
        yield Finding(
            document.path,
            fault.span,
            f"expected each key once, found {quoted(fault.key)} again after line {fault.found}",
            one_list if fault.key in LISTS else f"delete one of the two lines {fault.key}: …",
        )
