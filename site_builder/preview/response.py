"""Answers as bytes; every one carries the headers that keep it private."""

from http import HTTPStatus

from msgspec import Struct

from site_builder.pages.host_files import HEADERS

PRIVATE = {
    "X-Frame-Options": "DENY",
    "Cache-Control": "private, no-cache, no-store",
    "Connection": "close",
}
ALWAYS = tuple({**HEADERS, **PRIVATE}.items())
"""What any host is to send, and what keeps a preview out of frames and caches, too."""
HTML = "text/html; charset=utf-8"
TYPES = {
    "html": HTML,
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "mjs": "text/javascript; charset=utf-8",
    "json": "application/json; charset=utf-8",
    "svg": "image/svg+xml",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "webp": "image/webp",
    "avif": "image/avif",
    "ico": "image/x-icon",
    "woff2": "font/woff2",
    "woff": "font/woff",
    "ttf": "font/ttf",
    "otf": "font/otf",
    "pdf": "application/pdf",
    "txt": "text/plain; charset=utf-8",
    "xml": "application/xml; charset=utf-8",
    "atom": "application/atom+xml; charset=utf-8",
    "ics": "text/calendar; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "webmanifest": "application/manifest+json",
}
PLAIN = """<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>{title}</title></head>
<body><main><h1>{title}</h1><p>{text}</p></main></body>
</html>
"""


class Response(Struct, frozen=True):
    """One whole answer."""

    status: HTTPStatus
    body: bytes = b""
    kind: str = HTML
    more: tuple[tuple[str, str], ...] = ()
    """Headers beside those that every answer has."""

    def head(self, *, length: bool = True) -> bytes:
        """Return the status line and the headers; a stream has no length."""
        size = (("Content-Length", str(len(self.body))),) if length else ()
        fields = (("Content-Type", self.kind), *size, *self.more, *ALWAYS)
        lines = "".join(f"{name}: {value}\r\n" for name, value in fields)
        return f"HTTP/1.1 {self.status} {self.status.phrase}\r\n{lines}\r\n".encode("latin-1")


def type_of(address: str) -> str:
    """Return the media type of an address, by what its name ends with."""
    return TYPES.get(address.rpartition(".")[2].lower(), "application/octet-stream")


def plain_page(status: HTTPStatus, text: str) -> Response:
    """Return a page in our own words, without a word of the request in it."""
    return Response(status, PLAIN.format(title=status.phrase, text=text).encode())
