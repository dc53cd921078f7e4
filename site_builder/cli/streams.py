"""Writing text to a stream, whatever its encoding."""

import sys
from typing import TextIO

TWINS = str.maketrans({"■": "#", "·": "-", "→": ">", "…": "...", "–": "-", "÷": "/", "\u00a0": " "})
"""Plain characters for streams that cannot show the better ones."""


def put(text: str, stream: TextIO | None = None) -> None:
    """Print text in a way that no stream's encoding can break."""
    stream = sys.stdout if stream is None else stream
    encoding = stream.encoding or "utf-8"
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        plain = text.translate(TWINS)
        text = plain.encode(encoding, "backslashreplace").decode(encoding)
    stream.write(text)
    if not text.endswith("\n"):
        stream.write("\n")
    stream.flush()
