"""Writing text to a stream, whatever its encoding."""

import sys
from typing import TextIO


def put(text: str, stream: TextIO | None = None) -> None:
    """Print text in a way that no stream's encoding can break."""
    stream = sys.stdout if stream is None else stream
    encoding = stream.encoding or "utf-8"
    stream.write(text.encode(encoding, "backslashreplace").decode(encoding))
    if not text.endswith("\n"):
        stream.write("\n")
    stream.flush()
