"""A file, its front matter or the number of its values is beyond the limit."""

from site_builder.checks.rule import ERROR, Words, fault_rule
from site_builder.model.document import Document, Fault

WORDS = {
    "front matter": (
        "expected at most 64 KiB of front matter, found more",
        'move long texts below the second "---" line',
    ),
    "front matter values": (
        "expected at most 5,000 values in the front matter, found more",
        'move the longest list below the second "---" line',
    ),
}


@fault_rule("too-large", ERROR)
def check(_document: Document, fault: Fault) -> Words:
    """Report what is too large, and where the rest can go."""
    whole = (
        f"expected a file of at most {fault.wanted}, found {fault.found}",
        "move long texts and pictures to attachments/ and link to them",
    )
    return WORDS.get(fault.found, whole)
