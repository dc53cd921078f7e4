"""A waiver does not say why."""

from collections.abc import Iterator
from typing import Final

from site_builder.checks.facts import Facts
from site_builder.checks.finding import Finding
from site_builder.checks.wording import quoted
from site_builder.diagnostics import Severity

ID = "waiver-without-reason"
LEVEL = Severity.WARNING
SCOPE: Final = "file"


def check(facts: Facts) -> Iterator[Finding]:
    """Report each line of `ignore` that is nothing but an id; it waives all the same."""
    for document in facts.files:
        for waiver in document.record.ignore if document.record else ():
            if not waiver.reason:
                yield Finding(
                    document.path,
                    waiver.span,
                    f"expected a reason after {quoted(waiver.check)}, found none",
                    f"say why, for example {waiver.check} agreed by phone",
                )
