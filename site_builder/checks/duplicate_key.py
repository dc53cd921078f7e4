"""A key stands twice in one front matter."""

from site_builder.checks.rule import ERROR, Words, fault_rule
from site_builder.checks.wording import quoted
from site_builder.model.document import Document, Fault
from site_builder.parsing.fields import CONTACT_FIELDS, INTRO_FIELDS

LISTS = frozenset(key for key, known in {**CONTACT_FIELDS, **INTRO_FIELDS}.items() if known.many)


@fault_rule("duplicate-key", ERROR)
def check(_document: Document, fault: Fault) -> Words:
    """Report the second of two equal keys."""
    one_list = f"write both values as one list, {fault.key}: [one, two]"
    return (
        f"expected each key once, found {quoted(fault.key)} again after line {fault.found}",
        one_list if fault.key in LISTS else f"delete one of the two lines {fault.key}: …",
    )
