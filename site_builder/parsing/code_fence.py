"""Fenced code in a body: what stands in it is an example, and means nothing."""

import re

OPENING = re.compile(r"^ {0,3}(?:(`{3,})[^`]*|(~{3,}).*)$")
CLOSING = re.compile(r"^ {0,3}(`{3,}|~{3,})[ \t]*$")


def fence_after(line: str, fence: str) -> str:
    """Return the fence that is open behind a line, empty for none; `fence` was open before it."""
    if fence:
        closing = CLOSING.match(line)
        return "" if closing and closing[1].startswith(fence) else fence
    opening = OPENING.match(line)
    return opening[1] or opening[2] if opening else ""
