"""A small server of a site that can be wrong in every way that `build doctor --url` names."""

import base64
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

from site_builder.pages.host_files import HEADERS

USER, PASSWORD = "mo", "correct horse battery staple"
RIGHT = "Basic " + base64.b64encode(f"{USER}:{PASSWORD}".encode()).decode()


@dataclass(frozen=True, slots=True)
class Manner:
    """How a server behaves; as it stands, it does everything right."""

    open: str = r"(?!)"
    """A pattern of the paths that need no password."""
    any_password: bool = False
    lists: bool = False
    """Folders without a page of their own are listed."""
    headers: Mapping[str, str] = field(default_factory=lambda: dict(HEADERS))
    sign_in: str = ""
    """Where strangers are sent in place of being refused."""


class Handler(SimpleHTTPRequestHandler):
    """Serves files in one manner."""

    manner: Manner

    def do_GET(self) -> None:
        """Check the password as the manner says, then serve."""
        given = self.headers.get("Authorization", "")
        admitted = given == RIGHT or (self.manner.any_password and given)
        if not admitted and not re.fullmatch(self.manner.open, self.path):
            self.send_response(302 if self.manner.sign_in else 401)
            if self.manner.sign_in:
                self.send_header("Location", self.manner.sign_in)
            else:
                self.send_header("WWW-Authenticate", 'Basic realm="x"')
            self.end_headers()
            return
        super().do_GET()

    def end_headers(self) -> None:
        """Add the manner's headers."""
        for name, value in self.manner.headers.items():
            self.send_header(name, value)
        super().end_headers()

    def list_directory(self, path: Any) -> Any:
        """List a folder, or say that there is nothing."""
        if self.manner.lists:
            return super().list_directory(path)
        self.send_error(404)
        return None

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def serving(folder: Path, manner: Manner) -> Iterator[str]:
    """Serve a folder on loopback and return its address."""
    own = type("Own", (Handler,), {"manner": manner})

    def handler(*words: Any) -> Handler:
        made: Handler = own(*words, directory=str(folder))
        return made

    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()
    thread.join()
