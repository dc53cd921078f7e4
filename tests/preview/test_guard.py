"""Under which names a preview answers, without a port being opened."""

import pytest

from site_builder.preview.guard import Guard
from site_builder.preview.request import Request

OWN = ("127.0.0.1", "localhost", "[::1]")


def refused(port: int, host: str, **more: str) -> bool:
    """Tell whether a request for this host is refused."""
    headers = {"host": (host,)} | {name: (value,) for name, value in more.items()}
    return Guard(port).refusal(Request("GET", "/", headers)) is not None


@pytest.mark.parametrize("host", OWN)
def test_on_port_80_browsers_leave_the_port_out(host: str) -> None:
    assert not refused(80, host)
    assert not refused(80, host, origin=f"http://{host}")
    assert not refused(80, f"{host}:80")
    assert refused(8000, host)
    assert refused(80, f"{host}:8000")
    assert refused(80, f"{host}:")


def test_port_80_is_no_way_around_the_names() -> None:
    for host in ("evil.example", "evil.example:80", "localhost.evil.example", "::1", "[::1", ""):
        assert refused(80, host), host
    assert refused(80, "localhost", origin="http://evil.example")
