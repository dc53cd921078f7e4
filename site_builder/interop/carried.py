"""Text that any program can carry: a line ends in one way, and no control character is left."""

import re

LINE_ENDS = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
"""What some program takes for the end of a line."""
NOT_CARRIED = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""Control characters, halves of characters and characters that are none."""


def carried(text: str) -> str:
    r"""Return the text with `\n` for every end of a line and a mark for what cannot be carried.

    Letters that turn or hide others stay: names of some languages need them.
    """
    return NOT_CARRIED.sub("\ufffd", LINE_ENDS.sub("\n", text))
