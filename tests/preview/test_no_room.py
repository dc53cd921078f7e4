"""A system that has no connection to give is not asked without end, and is got over."""

import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("resource", reason="only Unix has limits to lower")

FULL = r"""
import math, os, resource, socket, sys, time
from site_builder.preview import server
from site_builder.preview.listen import listen
from site_builder.preview.live import Live
from site_builder.preview.shown import Built

server.BREATH = float(sys.argv[1])
asked, get_request = [], server.PreviewServer.get_request
server.PreviewServer.get_request = lambda self: asked.append(time.monotonic()) or get_request(self)
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
best, until = math.inf, time.monotonic() + 30
while best == math.inf or (not server.BREATH and best > 0.3 and time.monotonic() < until):
    asked.clear()
    while len(asked) < 20:
        time.sleep(0.001)
    best = min(best, asked[19] - asked[0])
resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
client.settimeout(60)
print(best, b"still here" in b"".join(iter(lambda: client.recv(65536), b"")))
"""


def asking(breath: float) -> float:
    """Return the seconds in which a server without room asks for a connection twenty times.

    Without a breath it is measured until it was quick, as the machine may have other things to do.
    """
    ran = subprocess.run(
        [sys.executable, "-c", FULL, str(breath)],
        cwd=Path(__file__).parents[2],
        check=True,
        capture_output=True,
        text=True,
    )
    seconds, served = ran.stdout.split()
    assert served == "True"
    return float(seconds)


def test_no_room_is_asked_for_now_and_then_and_got_over() -> None:
    assert asking(0.05) >= 19 * 0.05


@pytest.mark.control
def test_without_a_breath_it_would_be_asked_for_without_end() -> None:
    assert asking(0.0) <= 0.3
