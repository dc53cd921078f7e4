"""A host of finished sites, as plain as they come: files, `_headers`, pages of lost addresses."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type
from threading import Thread

OWN = "127.0.0.1"


@contextmanager
def hosted(files: Mapping[str, bytes]) -> Iterator[str]:
    """Serve files on loopback, `SITE/ADDRESS` each; yield the address they begin with."""

    class Handler(BaseHTTPRequestHandler):
        """Answers what a browser asks."""

        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            """Answer with a file, or the site's page of a lost address."""
            path = self.path.partition("?")[0].removeprefix("/")
            site = path.partition("/")[0]
            found = files.get(path)
            body = files.get(f"{site}/404.html", b"") if found is None else found
            self.send_response(200 if found is not None else 404)
            kind = guess_type(path)[0] if found is not None else None
            self.send_header("Content-Type", kind or "text/html")
            self.send_header("Content-Length", str(len(body)))
            for name, value in headers(files.get(f"{site}/_headers", b"")):
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer((OWN, 0), Handler)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    yield f"http://{OWN}:{server.server_port}/"
    server.shutdown()
    server.server_close()
    thread.join()


def headers(rules: bytes) -> list[tuple[str, str]]:
    """Return the headers that `_headers` asks for on every address."""
    lines = [line.strip() for line in rules.decode().splitlines() if line.startswith("  ")]
    parts = [line.partition(": ") for line in lines]
    return [(name, value) for name, _, value in parts]
