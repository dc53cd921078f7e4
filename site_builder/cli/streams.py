"""Writing text to a stream, whatever its encoding."""

import os
import sys
from typing import TextIO

TWINS = str.maketrans({"■": "#", "·": "-", "→": ">", "…": "...", "–": "-", "÷": "/", "\u00a0": " "})
"""Plain characters for streams that cannot show the better ones."""


def open_missing() -> None:
    """Put streams that read or swallow nothing where the program was started without (`>&-`).

    They take the numbers 0 to 2, or the next file opened would get one of them and what is printed.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115 - held until the end


def put(text: str, stream: TextIO | None = None) -> None:
    """Print text in a way that no stream's encoding can break, and no signal parts from its end."""
    stream = sys.stdout if stream is None else stream
    encoding = stream.encoding or "utf-8"
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        plain = text.translate(TWINS)
        text = plain.encode(encoding, "backslashreplace").decode(encoding)
    stream.write(text if text.endswith("\n") else f"{text}\n")
    stream.flush()


def put_bytes(data: bytes) -> None:
    """Hand data on as it is; only on a terminal, what nobody could see there is made visible."""
    if sys.stdout.isatty():
        from site_builder.reporting.safe_text import visible_lines  # noqa: PLC0415 - for terminals

        put(visible_lines(data.decode("utf-8").replace("\r\n", "\n")))
        return
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()
