"""Slow, silent and greedy clients are bounded; the user is served all the while."""

import socket
import threading
import time
from contextlib import suppress

import pytest

from site_builder.preview import connection
from site_builder.preview.listen import Listening
from site_builder.preview.live import Live
from site_builder.preview.server import MOST_CONNECTIONS, MOST_THREADS
from site_builder.preview.shown import Built
from tests.preview.asking import CANARY, PATIENCE, SITE, alive, connect


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "PATIENCE", 0.4)
    monkeypatch.setattr(connection, "ANSWER", 0.6)


@pytest.mark.usefixtures("hasty")
def test_a_silent_client_is_closed(preview: Listening) -> None:
    with connect(preview.port) as client, suppress(ConnectionError):
        assert client.recv(65536) == b""


@pytest.mark.usefixtures("hasty")
def test_a_client_that_drips_is_closed(preview: Listening) -> None:
    with connect(preview.port) as client:
        begun = time.monotonic()
        try:
            while time.monotonic() - begun < PATIENCE:
                client.sendall(b"G")
                time.sleep(0.05)
        except ConnectionError:
            return
        pytest.fail("it was let to drip")


@pytest.mark.usefixtures("hasty")
def test_a_client_that_takes_no_answer_is_closed(preview: Listening, live: Live) -> None:
    live.show(Built(files={**SITE, "big.ics": bytes(30_000_000)}, problems=b"{}"))
    with connect(preview.port) as client:
        client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        client.sendall(f"GET /big.ics HTTP/1.1\r\nHost: 127.0.0.1:{preview.port}\r\n\r\n".encode())
        assert client.recv(1)
        until = time.monotonic() + PATIENCE
        while preview.server.running and time.monotonic() < until:
            time.sleep(0.05)
        assert preview.server.running == 0  # and no system keeps so much for who reads nothing


def test_hundreds_of_silent_clients_keep_nobody_out(
    preview: Listening, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "PATIENCE", 10 * PATIENCE)  # no client is closed for its own
    clients = [connect(preview.port) for _ in range(3 * MOST_CONNECTIONS)]
    assert alive(preview)
    assert preview.server.running <= MOST_THREADS
    for client in clients:
        client.close()


def test_many_streams_keep_nobody_out(preview: Listening) -> None:
    ask = f"GET /__live HTTP/1.1\r\nHost: 127.0.0.1:{preview.port}\r\n\r\n".encode()
    clients = [connect(preview.port) for _ in range(MOST_CONNECTIONS + 20)]
    for client in clients:
        client.sendall(ask)
    assert alive(preview)
    for client in clients:
        client.close()


def test_pages_that_came_and_went_keep_nobody_out(preview: Listening) -> None:
    ask = f"GET /__live HTTP/1.1\r\nHost: 127.0.0.1:{preview.port}\r\n\r\n".encode()
    for _ in range(MOST_THREADS + 20):
        with connect(preview.port) as client:
            client.sendall(ask)
            assert client.recv(65536)
    assert alive(preview)


def test_a_page_waits_for_the_first_build(preview: Listening, unbuilt: Live) -> None:
    got: list[bytes] = []

    def read() -> None:
        with connect(preview.port) as client:
            client.sendall(f"GET / HTTP/1.1\r\nHost: 127.0.0.1:{preview.port}\r\n\r\n".encode())
            while more := client.recv(65536):
                got.append(more)

    reader = threading.Thread(target=read)
    reader.start()
    time.sleep(0.3)
    assert not got
    unbuilt.show(Built(files=SITE, problems=b"{}"))
    reader.join(PATIENCE)
    assert CANARY in b"".join(got)
