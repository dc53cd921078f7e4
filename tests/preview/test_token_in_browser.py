"""The address with the token is often followed from a mail or a chat: from another site."""

import threading
import time
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import ClassVar

import pytest
from playwright.sync_api import Browser, expect

from site_builder.preview import guard
from site_builder.preview.listen import listen
from site_builder.preview.live import Live
from tests.preview.asking import TOKEN
from tests.preview.browser import site, tab


class Chat(BaseHTTPRequestHandler):
    """A page of another site with a link to a preview."""

    link: ClassVar[str] = ""

    def do_GET(self) -> None:
        """Answer with the link."""
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(
            f'<!doctype html><title>Chat</title><a href="{self.link}">Look</a>'.encode()
        )

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def followed(browser: Browser) -> str:
    """Follow the address of a network preview from another site; return what is read there."""
    live = Live("abcd")
    live.show(site("for you"))
    listening = listen(live, host="0.0.0.0", port=0, token=TOKEN, clock=time.monotonic)  # noqa: S104 - a network preview
    listening.server.start()
    Chat.link = listening.url
    chat = HTTPServer(("localhost", 0), Chat)
    threading.Thread(target=chat.serve_forever, args=(0.05,), daemon=True).start()
    try:
        with tab(browser) as opened:
            opened.goto(f"http://localhost:{chat.server_port}/")
            opened.get_by_text("Look").click()
            expect(opened).not_to_have_title("Chat")
            return opened.locator("body").inner_text()
    finally:
        chat.shutdown()
        chat.server_close()
        listening.server.stop()


def test_the_address_may_be_followed_from_elsewhere(browser: Browser) -> None:
    assert "for you" in followed(browser)


@pytest.mark.control
def test_a_strict_cookie_would_stay_behind(
    browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guard, "SAME_SITE", "Strict")
    assert "Open the address that the terminal shows." in followed(browser)
