"""A key is close to one that means something, and means nothing itself."""

from site_builder.checks.missing_field import OWNERS
from site_builder.checks.rule import WARNING, Words, fault_rule
from site_builder.checks.wording import quoted
from site_builder.model.document import Document, Fault
from site_builder.parsing.record_read import GIVEN


@fault_rule("unknown-key", WARNING)
def check(document: Document, fault: Fault) -> Words:
    """Report each key that was probably mistyped, unless it now counts as missing."""
    if ("missing-field", fault.cure) in {(one.check, one.key) for one in document.faults}:
        return None
    message = f"{OWNERS[document.kind]} has no key {quoted(fault.found)}"
    if fault.wanted == GIVEN:
        return (
            message,
            f'"{fault.cure}" is in the file already; a key of your own may begin with x_',
        )
    return message, f'did you mean "{fault.cure}"? (a key of your own may begin with x_)'
