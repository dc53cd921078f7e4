"""A file cannot be opened."""

from site_builder.checks.rule import ERROR, Words, fault_rule
from site_builder.model.document import Document, Fault
from site_builder.parsing.text_decode import made_readable


@fault_rule("unreadable-file", ERROR)
def check(document: Document, fault: Fault) -> Words:
    """Report each file that the operating system did not hand over."""
    reason = fault.found[:1].lower() + fault.found[1:]
    return f"expected a readable file, found: {reason}", made_readable(document.path, reason)
