"""A second note in one file: its front matter stands in the first one's body."""

import re
from collections.abc import Iterator

from site_builder.model.document import Fault
from site_builder.parsing.code_fence import fence_after
from site_builder.parsing.fields import FIELDS
from site_builder.parsing.front_matter import FENCE
from site_builder.source import Span

LINE = re.compile(r"(?:(?P<key>[A-Za-z_][\w-]*):(?:[ \t].*)?|[ \t]*-[ \t].*|#.*)")
"""A key with what it says, an item of a list, a comment."""
NEEDED = frozenset(key for fields in FIELDS.values() for key, one in fields.items() if one.required)
"""Keys without which there is no note, so that two lines and a text between are none."""


def second_notes(body: str, first_line: int) -> Iterator[Fault]:
    """Yield the fault of the first other front matter in a body, with how many more follow.

    It stands between two `---` and has nothing but keys and items, one of them a needed key; what
    is in fenced code is none.
    """
    found = list(_blocks(body.split("\n"), first_line))
    if found:
        number, said = found[0]
        span = Span(number, 1, number, len(FENCE) + 1)
        yield Fault("second-note", span, found=said, wanted=str(len(found) - 1))


def _blocks(lines: list[str], first_line: int) -> Iterator[tuple[int, str]]:
    """Yield the line of each opening `---`, with the line that names whom the note is about."""
    fence, start = "", -1
    for index, line in enumerate(lines):
        before, fence = fence, fence_after(line, fence)
        if before or fence:
            start = -1
        elif line == FENCE:
            said = _said(lines[start + 1 : index]) if start >= 0 else ""
            if said:
                yield start + first_line, said
            start = -1 if said else index


def _said(lines: list[str]) -> str:
    """Return the line with a needed key, if these are lines of a front matter."""
    told = [LINE.fullmatch(line) for line in lines]
    if not all(told):
        return ""
    return next((one[0] for one in told if one and one["key"] in NEEDED), "")
