"""What is told of lines that were meant for a log."""

from tests.support.vaults import document_of

INTRO = "---\ntarget: a\nintroducer: b\n---\n\n## Log\n\n- 2026-09-20 asked\n"
CONTACT = "---\nname: T\n---\n\n## Log\n\n- 2026-09-20: met\n"


def strays(text: str, path: str) -> list[tuple[str, str]]:
    """Return the check and the cure of each fault of a file."""
    return [(fault.check, fault.cure) for fault in document_of(text, path).faults]
