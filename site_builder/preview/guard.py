"""Decides who may read the preview: its user, from its own pages, and nobody else."""

import ipaddress
from hmac import compare_digest
from http import HTTPStatus
from urllib.parse import quote

from msgspec import Struct

from site_builder.preview.address import address_of, query_value
from site_builder.preview.request import Request
from site_builder.preview.response import Response, plain_page

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
METHODS = ("GET", "HEAD")
OWN_SITES = frozenset({"same-origin", "none"})
"""What a browser says of requests from our own pages and from the user's own hand."""
SAME_SITE = "Lax"
"""The address may be followed from a mail or a chat; `Strict` would not come along from there."""
HTTP_PORT = "80"
"""Browsers leave it out of what they ask for."""


class Guard(Struct, frozen=True):
    """The rules for one open port."""

    port: int
    hosts: tuple[str, ...] = LOOPBACK
    """Names under which the preview may be asked for."""
    any_address: bool = False
    """Also under any address in figures, as names alone can be rebound to another machine."""
    token: str = ""
    """What a browser must have been given; empty on loopback."""

    def refusal(self, request: Request) -> Response | None:
        """Return the answer to a request that must not be served."""
        if request.method not in METHODS:
            return Response(HTTPStatus.METHOD_NOT_ALLOWED, more=(("Allow", ", ".join(METHODS)),))
        host = request.one("host")
        if host is None or not self._is_ours(host):
            return plain_page(HTTPStatus.FORBIDDEN, "This preview answers to its own address only.")
        foreign = request.sent("origin") and request.one("origin") != f"http://{host}"
        if foreign or _comes_from_elsewhere(request):
            return plain_page(HTTPStatus.FORBIDDEN, "This preview answers to its own pages only.")
        return self._admission(request) if self.token else None

    def _is_ours(self, host: str) -> bool:
        name, port = _parted(host)
        if port != str(self.port):
            return False
        return name.lower() in self.hosts or (self.any_address and _is_address(name))

    def _admission(self, request: Request) -> Response | None:
        """Turn the token of the first address into a cookie; without either, refuse."""
        name = f"doorstep-{self.port}"
        given = [
            cookie.strip().removeprefix(f"{name}=")
            for value in request.headers.get("cookie", ())
            for cookie in value.split(";")
            if cookie.strip().startswith(f"{name}=")
        ]
        if any(compare_digest(one.encode(), self.token.encode()) for one in given):
            return None
        asked = query_value(request.target, "token")
        if not compare_digest(asked.encode(), self.token.encode()):
            return plain_page(HTTPStatus.FORBIDDEN, "Open the address that the terminal shows.")
        kept = f"{name}={self.token}; Path=/; HttpOnly; SameSite={SAME_SITE}"
        place = "/" + quote((address_of(request.target) or "").lstrip("/"))
        return Response(HTTPStatus.SEE_OTHER, more=(("Location", place), ("Set-Cookie", kept)))


def _comes_from_elsewhere(request: Request) -> bool:
    """Tell whether another site asks; a link that was followed from there is the user's doing."""
    site = request.one("sec-fetch-site")
    if not request.sent("sec-fetch-site") or site in OWN_SITES:
        return False
    followed = request.one("sec-fetch-mode") == "navigate"
    return not (followed and request.one("sec-fetch-dest") == "document")


def _parted(host: str) -> tuple[str, str]:
    """Return the name and the port that a browser asked for."""
    name, colon, port = host.rpartition(":")
    return (host, HTTP_PORT) if not colon or port.endswith("]") else (name, port)


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name[1:-1] if name.startswith("[") and name.endswith("]") else name)
    except ValueError:
        return False
    return True
