"""A value of the front matter has an inner structure."""

from collections.abc import Iterator
from typing import Final

from site_builder.checks.facts import Facts
from site_builder.checks.finding import Finding
from site_builder.checks.wording import quoted
from site_builder.diagnostics import Severity
from site_builder.parsing.fields import CONTACT_FIELDS, INTRO_FIELDS

ID = "nested-value"
LEVEL = Severity.ERROR
SCOPE: Final = "file"


def check(facts: Facts) -> Iterator[Finding]:
    """Report each value that is neither one text nor a flat list of texts."""
    for document, fault in facts.faults(ID):
        fields = CONTACT_FIELDS if document.kind == "contact" else INTRO_FIELDS
        example = fields[fault.key].example if fault.key in fields else "one text"
        key = fault.key or "key"
        where = f" for {quoted(fault.key)}" if fault.key else ""
        yield Finding(
            document.path,
            fault.span,
            f"expected one text or a flat list{where}, found keys or lists inside it",
            f"write it flat, for example {key}: {example}",
        )
