"""A file holds two versions of some lines, as git could not merge them."""

from site_builder.checks.rule import ERROR, Words, fault_rule
from site_builder.checks.wording import and_more, quoted
from site_builder.insights.words import listing
from site_builder.model.document import Document, Fault


@fault_rule("merge-conflict", ERROR)
def check(_document: Document, fault: Fault) -> Words:
    """Report the first conflict of a file; nothing else of such a file is read."""
    more = and_more(fault.wanted)
    marks = listing(fault.cure.split())
    return (
        f"expected one version, found a conflict that git left, {quoted(fault.found)}{more}",
        f"keep one side, delete the other, and the marks in lines {marks}",
    )
