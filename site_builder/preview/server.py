"""The open port and its connections, of which there are never more than a few."""

import os
import socket
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from socketserver import TCPServer, ThreadingMixIn
from typing import Any

from site_builder.preview.connection import Connection
from site_builder.preview.guard import Guard
from site_builder.preview.live import Live

MOST_CONNECTIONS = 64
"""One more, and the oldest is closed: nobody can keep the user out by being silent."""
MOST_THREADS = 2 * MOST_CONNECTIONS
"""Closed ones may need a while to end; with this many of them, nobody new is let in."""
BREATH = 0.05
"""Seconds before a connection that could not be taken in is asked for again."""


class PreviewServer(ThreadingMixIn, TCPServer):
    """Listens at once; serves from `start` on."""

    daemon_threads = True
    block_on_close = False
    request_queue_size = 128
    allow_reuse_address = os.name == "posix"  # elsewhere it would let two servers share a port

    def __init__(
        self, place: tuple[str, int], guard: Guard, live: Live, *, clock: Callable[[], float]
    ) -> None:
        """Open the port; raises `OSError` if that is not possible."""
        self.address_family = socket.AF_INET6 if ":" in place[0] else socket.AF_INET
        self.guard = guard
        self.live = live
        self.clock = clock
        self._open: OrderedDict[socket.socket, None] = OrderedDict()
        self._running = 0
        self._serving = False
        self._lock = threading.Lock()
        super().__init__(place, Connection)

    @property
    def running(self) -> int:
        """How many connections are being served."""
        return self._running

    def start(self) -> None:
        """Answer requests in the background."""
        self._serving = True
        threading.Thread(target=self.serve_forever, args=(0.1,), daemon=True).start()

    def stop(self) -> None:
        """Close the port and let everybody go."""
        self.live.close()
        if self._serving:
            self.shutdown()
        self.server_close()

    def get_request(self) -> tuple[socket.socket, Any]:
        """Take in a connection; where the system has none to give, take breath before the next."""
        try:
            return super().get_request()
        except OSError:
            time.sleep(BREATH)
            raise

    def process_request(self, request: Any, client_address: Any) -> None:  # noqa: ANN401 - theirs
        """Begin a connection; make room for it if need be."""
        with self._lock:
            full = self._running >= MOST_THREADS
            oldest = None
            if not full:
                self._running += 1
                self._open[request] = None
                if len(self._open) > MOST_CONNECTIONS:
                    oldest, _ = self._open.popitem(last=False)
        if full:
            self.close_request(request)
            return
        if oldest is not None:
            _hang_up(oldest)
            self.live.rouse()
        super().process_request(request, client_address)

    def process_request_thread(self, request: Any, client_address: Any) -> None:  # noqa: ANN401 - as above
        """Serve a connection in its own thread and count it out."""
        try:
            super().process_request_thread(request, client_address)
        finally:
            with self._lock:
                self._running -= 1
                self._open.pop(request, None)

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ANN401 - as above
        """Say nothing: a request that fails is no news to the user of the terminal."""


def _hang_up(connection: socket.socket) -> None:
    """Wake the thread that waits for this client; it closes the connection."""
    try:
        connection.shutdown(socket.SHUT_RDWR)
    except OSError:
        return
