"""A file, its front matter or the number of its values is beyond the limit."""

from collections.abc import Iterator
from typing import Final

from site_builder.checks.facts import Facts
from site_builder.checks.finding import Finding
from site_builder.diagnostics import Severity

ID = "too-large"
LEVEL = Severity.ERROR
SCOPE: Final = "file"

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


def check(facts: Facts) -> Iterator[Finding]:
    """Report what is too large, and where the rest can go."""
    for document, fault in facts.faults(ID):
        whole = (
            f"expected a file of at most {fault.wanted}, found {fault.found}",
            "move long texts and pictures to attachments/ and link to them",
        )
        message, cure = WORDS.get(fault.found, whole)
        yield Finding(document.path, fault.span, message, cure)
