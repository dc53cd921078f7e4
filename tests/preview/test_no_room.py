"""A system that has no connection to give is not asked without end, and is got over."""

import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("resource", reason="only Unix has limits to lower")

FULL = r"""
import os, resource, socket, sys, time
from site_builder.preview import server
from site_builder.preview.listen import listen
from site_builder.preview.live import Live
from site_builder.preview.shown import Built

server.BREATH = float(sys.argv[1])
asked, get_request = [], server.PreviewServer.get_request
server.PreviewServer.get_request = lambda self: asked.append(1) or get_request(self)
live = Live("abcd")
live.show(Built(files={"index.html": b"<html><body>still here</body></html>"}, problems=b"{}"))
preview = listen(live, host="127.0.0.1", port=0, token="", clock=time.monotonic)
client = socket.create_connection(("127.0.0.1", preview.port))
client.sendall(f"GET / HTTP/1.1\r\nHost: 127.0.0.1:{preview.port}\r\n\r\n".encode())
soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
top = os.dup(0)
resource.setrlimit(resource.RLIMIT_NOFILE, (top + 1, hard))
os.close(top)
try:
    while True:
        os.dup(0)
except OSError:
    pass  # all are taken now
preview.server.start()
time.sleep(0.2)
asked.clear()
time.sleep(1)
times = len(asked)
resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
client.settimeout(5)
print(times, b"still here" in b"".join(iter(lambda: client.recv(65536), b"")))
"""


def asked(breath: float) -> int:
    """Return how often a server without room asks for a connection in a second."""
    ran = subprocess.run(
        [sys.executable, "-c", FULL, str(breath)],
        cwd=Path(__file__).parents[2],
        check=True,
        capture_output=True,
        text=True,
    )
    times, served = ran.stdout.split()
    assert served == "True"
    return int(times)


def test_no_room_is_asked_for_now_and_then_and_got_over() -> None:
    assert 1 <= asked(0.05) <= 60


@pytest.mark.control
def test_without_a_breath_it_would_be_asked_for_without_end() -> None:
    assert asked(0.0) > 200
