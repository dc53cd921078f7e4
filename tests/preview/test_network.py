"""A preview that is open to the network is for those who were given its token."""

import time
from collections.abc import Iterator

import pytest

from site_builder.preview.listen import Listening, listen
from site_builder.preview.live import Live
from tests.preview.asking import CANARY, TOKEN, ask

ALL_ADDRESSES = "0.0.0.0"  # noqa: S104 - as a user may ask for it
TARGETS = ("/", "/static/js/copy.js", "/__live", "/__live.js", "/__problems.json", "/nothing")


@pytest.fixture(scope="module")
def network(live: Live) -> Iterator[Listening]:
    """Return a preview that is open to the network."""
    listening = listen(live, host=ALL_ADDRESSES, port=0, token=TOKEN, clock=time.monotonic)
    listening.server.start()
    yield listening
    listening.server.stop()


def test_a_network_preview_needs_its_token_once(network: Listening) -> None:
    port = network.port
    assert network.url == f"http://127.0.0.1:{port}/?token=s3cret"
    for target in (*TARGETS, "/?token=", "/?token=wrong", "/?token=s3cre", "/?token=s3cret%00"):
        answer = ask(port, target)
        assert answer.status == 403
        assert CANARY not in answer.raw
    entered = ask(port, "/contacts/?x=1&token=s3cret")
    assert entered.status == 303
    assert entered.headers["location"] == "/contacts/index.html"
    kept = entered.headers["set-cookie"]
    assert kept == f"doorstep-{port}=s3cret; Path=/; HttpOnly; SameSite=Lax"
    assert CANARY in ask(port, cookie=f"a=b; {kept.partition(';')[0]}").body
    for cookie in (f"doorstep-{port}=wrong", "doorstep-1=s3cret", f"xdoorstep-{port}=s3cret"):
        assert ask(port, cookie=cookie).status == 403


def test_the_token_leads_to_no_other_site(network: Listening) -> None:
    for path in ("//evil.example", "/\\evil.example", "/%2f%2fevil.example", "/%5Cevil.example"):
        place = ask(network.port, f"{path}?token=s3cret").headers["location"]
        assert place.startswith("/")
        assert not place.startswith(("//", "/\\"))


def test_a_network_preview_answers_to_figures_only(network: Listening) -> None:
    port, kept = network.port, f"doorstep-{network.port}=s3cret"
    assert CANARY in ask(port, host=f"192.168.1.5:{port}", cookie=kept).body
    assert CANARY in ask(port, host=f"[fe80::1]:{port}", cookie=kept).body
    for host in ("evil.example", f"evil.example:{port}", f"rebound.example:{port}"):
        assert ask(port, host=host, cookie=kept).status == 403
