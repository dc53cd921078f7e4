"""Raw requests over sockets, and what came back."""

import socket
import threading
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from site_builder.preview.listen import Listening

CANARY = b"canary-7f3a"
PATIENCE = 60.0
"""Seconds for which an answer is waited for."""
TOKEN = "s3cret"  # noqa: S105 - of no real preview
PAGE = b"<!doctype html>\n<html>\n<body>\n<main>" + CANARY + b"</main>\n</body>\n</html>\n"
SITE = {
    "index.html": PAGE,
    "404.html": b"<html><body><main>No door here</main></body></html>",
    "contacts/index.html": PAGE,
    "contacts/tara lindqvist.html": PAGE,
    "static/css/base.css": b"/* canary-7f3a */",
    "static/js/copy.js": b"// canary-7f3a",
    "calendar.ics": b"BEGIN:VCALENDAR canary-7f3a",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server sent."""

    raw: bytes

    @property
    def status(self) -> int:
        """The status code; 0 where nothing was answered."""
        return int(self.raw.split()[1]) if self.raw else 0

    @property
    def body(self) -> bytes:
        """What follows the headers."""
        return self.raw.partition(b"\r\n\r\n")[2]

    @property
    def headers(self) -> Mapping[str, str]:
        """The headers by name in lower case."""
        lines = self.raw.partition(b"\r\n\r\n")[0].decode("latin-1").split("\r\n")[1:]
        return {name.lower(): value.strip() for name, _, value in (x.partition(":") for x in lines)}


def connect(port: int) -> socket.socket:
    """Open a connection."""
    return socket.create_connection(("127.0.0.1", port), timeout=PATIENCE)


def ask_raw(port: int, request: bytes) -> Answer:
    """Send bytes and read until the server closes."""
    answer = b""
    with connect(port) as client:
        try:
            client.sendall(request)
            with suppress(OSError):  # the server has answered and closed already
                client.shutdown(socket.SHUT_WR)
            while more := client.recv(65536):
                answer += more
        except ConnectionError:
            pass
    return Answer(answer)


def ask(port: int, target: str = "/", method: str = "GET", **headers: str) -> Answer:
    """Ask as a browser does; `host="…"` asks under another name, `user_agent="…"` adds a header."""
    sent = {"host": f"127.0.0.1:{port}", **headers}
    lines = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in sent.items())
    return ask_raw(port, f"{method} {target} HTTP/1.1\r\n{lines}\r\n".encode("latin-1"))


class PythonsOwn:
    """Python's `http.server` on the same site: the control of every test that proves an absence."""

    def __init__(self, folder: Path) -> None:
        """Write the site and serve it."""
        for path, data in SITE.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(data)

        class Handler(SimpleHTTPRequestHandler):
            def __init__(self, *given: Any) -> None:
                super().__init__(*given, directory=str(folder))

            def log_message(self, *_: Any) -> None:
                """Say nothing."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.port = int(self.server.server_address[1])
        threading.Thread(target=self.server.serve_forever, args=(0.05,), daemon=True).start()

    def stop(self) -> None:
        """End it."""
        self.server.shutdown()
        self.server.server_close()


def alive(listening: Listening) -> bool:
    """Tell whether the preview still gives its user the page."""
    return CANARY in ask(listening.port).body
