"""A file is not UTF-8 text."""

from site_builder.checks.rule import ERROR, Words, fault_rule
from site_builder.model.document import Document, Fault


@fault_rule("not-utf8", ERROR)
def check(document: Document, fault: Fault) -> Words:
    """Report the first byte that no UTF-8 text holds."""
    name = document.path.rsplit("/", 1)[-1]
    cure = f"open {name} in your editor and save it with the encoding UTF-8"
    return f"expected UTF-8 text, found {fault.found}", cure
