"""Reads a request as strictly as the few clients of a preview allow."""

import re
from collections.abc import Mapping

from msgspec import Struct, field

LONGEST_TARGET = 4096
LONGEST_HEAD = 16 * 1024
END_OF_HEAD = b"\r\n\r\n"
LINE = re.compile(r"([A-Z]{1,20}) (/[!-~]*) HTTP/1\.([01])")
HEADER = re.compile(r"([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*([\t -~\x80-\xff]*)")


class Request(Struct, frozen=True):
    """What was asked for."""

    method: str
    target: str
    """Path and query as they were sent; begins with a slash."""
    headers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Values by name in lower case, in the order sent."""

    def one(self, name: str) -> str | None:
        """Return the value of a header that was sent exactly once."""
        values = self.headers.get(name, ())
        return values[0] if len(values) == 1 else None

    def sent(self, name: str) -> bool:
        """Tell whether a header was sent at all."""
        return name in self.headers


def parse_request(head: bytes) -> Request | None:
    """Return the request, or None if it is not well-formed."""
    line, *rest = head.removesuffix(END_OF_HEAD).decode("latin-1").split("\r\n")
    asked = LINE.fullmatch(line)
    if asked is None or len(asked[2]) > LONGEST_TARGET:
        return None
    headers: dict[str, tuple[str, ...]] = {}
    for text in rest:
        header = HEADER.fullmatch(text)
        if header is None:
            return None
        name = header[1].lower()
        headers[name] = (*headers.get(name, ()), header[2].rstrip(" \t"))
    return Request(asked[1], asked[2], headers)
