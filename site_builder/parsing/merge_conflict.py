"""What git leaves in a file when two versions of it cannot be merged."""

from collections.abc import Iterator, Sequence

from site_builder.model.document import Fault
from site_builder.parsing.code_fence import fence_after
from site_builder.source import Span

OURS, BASE, MIDDLE, THEIRS = "<<<<<<< ", "||||||| ", "=======", ">>>>>>> "
"""How the lines begin that git writes around the versions."""


def conflict_in(text: str) -> Fault | None:
    """Return the first conflict in a file, with the lines of its marks and how many more follow.

    A mark in fenced code is none, and a line of equal signs alone is the underline of a heading.
    """
    if OURS not in text or THEIRS not in text:
        return None
    lines = text.split("\n")
    conflicts = list(_conflicts(lines))
    if not conflicts:
        return None
    marks = conflicts[0]
    first = marks[0]
    return Fault(
        "merge-conflict",
        Span(first, 1, first, len(lines[first - 1].rstrip()) + 1),
        found=lines[first - 1].rstrip(),
        wanted=str(len(conflicts) - 1),
        cure=" ".join(map(str, marks)),
    )


def _conflicts(lines: Sequence[str]) -> Iterator[list[int]]:
    """Yield the numbers of each conflict's marks."""
    fence, marks = "", list[int]()
    for number, line in enumerate(lines, 1):
        if not marks:
            before, fence = fence, fence_after(line, fence)
            if not (before or fence) and line.startswith(OURS):
                marks = [number]
        elif line.startswith(THEIRS):
            if any(lines[mark - 1] == MIDDLE for mark in marks):
                yield [*marks, number]
            marks = []
        elif line == MIDDLE or line.startswith(BASE):
            marks.append(number)
