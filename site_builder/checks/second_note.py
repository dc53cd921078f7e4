"""A file holds two notes, and all of the second is taken as a part of the first."""

from site_builder.checks.rule import WARNING, Words, fault_rule
from site_builder.checks.wording import and_more, quoted
from site_builder.model.document import Document, Fault


@fault_rule("second-note", WARNING)
def check(_document: Document, fault: Fault) -> Words:
    """Report the first other front matter of a file."""
    message = f"expected one note in this file, found another that says {quoted(fault.found)}"
    cure = "move it, from this line on, to a file of its own"
    return f"{message}{and_more(fault.wanted)}", cure
