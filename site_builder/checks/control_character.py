"""A file holds an invisible character that no text needs."""

from site_builder.checks.places import line_at
from site_builder.checks.rule import ERROR, Words, fault_rule
from site_builder.model.document import Document, Fault


@fault_rule("control-character", ERROR)
def check(document: Document, fault: Fault) -> Words:
    """Report the first such character, or the escape that stands for one."""
    escaped = "\\" in line_at(document, fault.span.line)
    what = "the backslash escape that makes it" if escaped else "it and type the line again"
    named = "the control character " if fault.found.startswith("U+") else ""
    return f"expected text, found {named}{fault.found}", f"delete {what}"
