"""Asking a server: every way of not answering is named, and a password stays where it belongs."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

import pytest

from site_builder.hosting import ask as asking
from site_builder.hosting.ask import Credentials, asker

from .hosts import nginx
from .wrong_server import PASSWORD, USER

READER = Credentials(USER, PASSWORD)


@contextmanager
def speaking(said: bytes) -> Iterator[str]:
    """Accept connections and say this to each."""
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def speak() -> None:
            while True:
                try:
                    spoken, _ = listener.accept()
                except OSError:
                    return
                with spoken:
                    spoken.recv(65_536)
                    spoken.sendall(said)

        thread = Thread(target=speak, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}/"
        listener.shutdown(socket.SHUT_RDWR)
    thread.join()


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        (b"SSH-2.0-x\r\n", "its answer is no HTTP"),
        (b"", "it hangs up without an answer"),
        (b"HTTP/1.1 302 x\r\nLocation: /\r\n\r\n", "it sends the reader in circles"),
        (b"HTTP/1.1 200 x\r\n" + b"A: b\r\n" * 200, "its answer is no HTTP"),
    ],
)
def test_an_odd_answer_is_named(said: bytes, reason: str) -> None:
    with speaking(said) as url:
        assert asker(url)("", None).failure == reason


def test_silence_is_waited_for_and_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "SECONDS", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        url = f"http://127.0.0.1:{listener.getsockname()[1]}/"
        assert "no answer within" in asker(url)("", None).failure


def test_an_answer_in_crumbs_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "MOST_READS", 1)
    monkeypatch.setattr(asking, "MOST_BYTES", 2)
    with speaking(b"HTTP/1.1 200 x\r\nContent-Length: 9\r\n\r\nabcdefghi") as url:
        assert asker(url)("", None).body == b"ab"


def test_a_closed_port_and_an_unknown_name_are_named() -> None:
    assert "refused" in asker("http://127.0.0.1:1/")("", None).failure
    assert asker("http://no-such-host.invalid/")("", None).failure == "there is no such host"


def test_tls_that_cannot_be_trusted_is_named(tmp_path: Path, demo_site: Path) -> None:
    with nginx(tmp_path, demo_site) as host:
        untrusted = asker(host.url)("", None)
        plain = asker(f"https://localhost:{host.plain_port}/")("", None)
    assert untrusted.failure.startswith("its certificate is not trusted: self")
    assert plain.failure == "it does not speak TLS as it should"


def test_a_password_never_goes_from_tls_to_plain_http(
    tmp_path: Path, demo_site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "fullchain.pem"))
    down = ('    auth_basic "Doorstep";\n', "    return 302 http://localhost:1/;\n")
    with nginx(tmp_path, demo_site, down) as host:
        answer = asker(host.url)("", READER)
    assert (answer.status, answer.sent_to) == (302, "localhost:1")
