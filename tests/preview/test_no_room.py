"""A system that has no connection to give costs no processor time, and is got over."""

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
begun = time.process_time()
time.sleep(1)
spent = time.process_time() - begun
resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
client.settimeout(5)
print(spent, b"still here" in b"".join(iter(lambda: client.recv(65536), b"")))
"""


def spent(breath: float) -> float:
    """Return the seconds of processor time that a second without room costs."""
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


def test_no_room_costs_little_and_is_got_over() -> None:
    assert spent(0.05) < 0.1


@pytest.mark.control
def test_without_a_breath_it_would_cost_a_core() -> None:
    assert spent(0.0) > 0.1
