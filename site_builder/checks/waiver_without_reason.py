"""A waiver does not say why."""

from site_builder.checks.facts import Facts
from site_builder.checks.rule import WARNING, Finding, Findings, rule
from site_builder.checks.wording import quoted


@rule("waiver-without-reason", WARNING, "file")
def check(facts: Facts) -> Findings:
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
