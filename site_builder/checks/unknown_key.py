"""A key is close to one that means something, and means nothing itself."""

from collections.abc import Iterator
from typing import Final

from site_builder.checks.facts import Facts
from site_builder.checks.finding import Finding
from site_builder.checks.missing_field import OWNERS
from site_builder.checks.wording import quoted
from site_builder.diagnostics import Severity
from site_builder.parsing.record_read import GIVEN

ID = "unknown-key"
LEVEL = Severity.WARNING
SCOPE: Final = "file"


def check(facts: Facts) -> Iterator[Finding]:
    """Report each key that was probably mistyped, unless it now counts as missing."""
    missing = {(each.path, fault.key) for each, fault in facts.faults("missing-field")}
    for document, fault in facts.faults(ID):
        if (document.path, fault.cure) in missing:
            continue
        message = f"{OWNERS[document.kind]} has no key {quoted(fault.found)}"
        cure = f'did you mean "{fault.cure}"? (a key of your own may begin with x_)'
        if fault.wanted == GIVEN:
            cure = f'"{fault.cure}" is in the file already; a key of your own may begin with x_'
        yield Finding(document.path, fault.span, message, cure)
