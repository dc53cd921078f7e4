"""One connection: read a request within a time, answer it, close."""

import socket
from collections.abc import Callable
from http import HTTPStatus
from socketserver import BaseRequestHandler
from typing import TYPE_CHECKING

from site_builder.preview.address import address_of, query_value
from site_builder.preview.live import Live, Since
from site_builder.preview.request import END_OF_HEAD, LONGEST_HEAD, Request, parse_request
from site_builder.preview.response import Response, plain_page
from site_builder.preview.routes import STREAM, respond
from site_builder.preview.stream import stream

if TYPE_CHECKING:
    from site_builder.preview.server import PreviewServer

PATIENCE = 5.0
"""Seconds within which a whole request must come."""
ANSWER = 20.0
"""Seconds within which one answer must be taken."""
CHUNK = 4096
EVENT_STREAM = "text/event-stream; charset=utf-8"


class Connection(BaseRequestHandler):
    """Serves a single request; the next one comes by a new connection."""

    server: "PreviewServer"
    request: socket.socket

    def handle(self) -> None:
        """Answer, or close without a word where the client is slow, silent or gone."""
        try:
            head = read_head(self.request, self.server.clock)
            self.request.settimeout(ANSWER)
            if head is not None:
                self._answer(parse_request(head))
        except OSError:
            return

    def _answer(self, request: Request | None) -> None:
        if request is None:
            self._send(plain_page(HTTPStatus.BAD_REQUEST, "This is no request we know."))
        elif (refusal := self.server.guard.refusal(request)) is not None:
            self._send(refusal, request)
        elif address_of(request.target) == STREAM:
            self._stream(request)
        else:
            self._send(self._response(request), request)

    def _response(self, request: Request) -> Response:
        try:
            return respond(request, self.server.live)
        except Exception:  # noqa: BLE001 - whatever it is, the preview goes on and tells nothing
            return plain_page(HTTPStatus.INTERNAL_SERVER_ERROR, "Something went wrong.")

    def _send(self, response: Response, request: Request | None = None) -> None:
        body = b"" if request is not None and request.method == "HEAD" else response.body
        self.request.sendall(response.head() + body)

    def _stream(self, request: Request) -> None:
        self.request.sendall(Response(HTTPStatus.OK, kind=EVENT_STREAM).head(length=False))
        if request.method == "GET":
            live = self.server.live
            stream(live, _since(request, live), self.request.sendall)


def read_head(client: socket.socket, clock: Callable[[], float]) -> bytes | None:
    """Return all of a request's head; None if it is too long or does not come in time."""
    until = clock() + PATIENCE
    head = b""
    while END_OF_HEAD not in head:
        left = until - clock()
        if left <= 0 or len(head) > LONGEST_HEAD:
            return None
        client.settimeout(left)
        more = client.recv(CHUNK)
        if not more:
            return None
        head += more
    return head.partition(END_OF_HEAD)[0] + END_OF_HEAD


def _since(request: Request, live: Live) -> Since | None:
    """Return the build the page was made by, as its script or its browser tells it."""
    session, _, number = query_value(request.target, "since").rpartition(".")
    if number.isascii() and number.isdigit():
        return Since(session, int(number[:15]))
    last = request.one("last-event-id") or ""
    return Since(live.session, int(last[:15])) if last.isascii() and last.isdigit() else None
