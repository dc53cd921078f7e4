"""Chromium, and pages of a preview for it to show."""

import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright

from site_builder.preview.listen import Listening, listen
from site_builder.preview.live import Live
from site_builder.preview.shown import Built

CHROMIUM = shutil.which("chromium-headless-shell") or shutil.which("chromium")
"""Without its windows Chromium asks for half of the processor time; what it draws is the same."""
PATIENCE = 60.0
"""Seconds for which something is waited for. It is there much sooner, but not on a busy machine."""
EMPTY = b'{"errors": 0, "warnings": 0, "unshown": 0, "problems": []}'
BODY = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<link rel="stylesheet" href="base.css">
{head}
</head>
<body>
<nav><a href="index.html">Today <b>{count}</b></a></nav>
<main>
<h1>{title}</h1>
<input id="filter" aria-label="Filter">
<details><summary>More</summary><p>Hidden words.</p></details>
<div class="tall"></div>
<p id="said">{said}</p>
</main>
</body>
</html>
"""
SCRIPT = b"""
document.documentElement.dataset.ran = "yes";
document.addEventListener("doorstep:fresh", function () {
  window.fresh = (window.fresh || 0) + 1;
});
document.addEventListener("input", function (event) { window.typed = event.target.value; });
"""


def page(said: str, head: str = "", title: str = "Tara", count: int = 1) -> bytes:
    """Return a page."""
    return BODY.format(said=said, head=head, title=title, count=count).encode()


def site(said: str, head: str = "", colour: str = "red", **more: bytes) -> Built:
    """Return a small site; `other__html=…` adds `other.html`."""
    css = f"#said {{ color: {colour}; }} .tall {{ height: 3000px; }}".encode()
    files = {
        "index.html": page(said, head),
        "base.css": css,
        "page.js": SCRIPT,
        "404.html": b"<!doctype html><html><body><main>No door here</main></body></html>",
        **{name.replace("__", "."): data for name, data in more.items()},
    }
    return Built(files=files, problems=EMPTY)


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start the browser; without one, skip."""
    if CHROMIUM is None:
        pytest.skip("there is no Chromium here")
    expect.set_options(timeout=PATIENCE * 1000)
    with sync_playwright() as play:
        browser = play.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox"], timeout=2 * PATIENCE * 1000
        )
        yield browser
        browser.close()


@contextmanager
def tab(browser: Browser) -> Iterator[Page]:
    """Open a tab in which no error and no breach of the policy passes unseen."""
    context = browser.new_context(viewport={"width": 800, "height": 600})
    opened = context.new_page()
    opened.set_default_timeout(PATIENCE * 1000)
    faults: list[str] = []
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.on("dialog", lambda dialog: faults.append(f"dialog {dialog.message}"))
    opened.on(
        "console",
        lambda said: faults.append(said.text) if "Content Security Policy" in said.text else None,
    )
    yield opened
    context.close()
    assert not faults


def comes_true(shown: Page | Locator, expression: str) -> None:
    """Wait until a page answers yes; Playwright's own wait needs a policy that allows `eval`."""
    until = time.monotonic() + PATIENCE
    while not shown.evaluate(expression):
        assert time.monotonic() < until, expression
        time.sleep(0.02)


def holds(shown: Page, what: Callable[[], object]) -> None:
    """Wait until something holds that the browser tells by itself: requests, what a page says."""
    until = time.monotonic() + PATIENCE
    while not what():
        assert time.monotonic() < until
        shown.wait_for_timeout(20)


def hears(preview: Listening, streams: int) -> None:
    """Wait until so many pages listen."""
    until = time.monotonic() + PATIENCE
    while preview.server.running != streams:
        assert time.monotonic() < until
        time.sleep(0.02)


@contextmanager
def served(live: Live, port: int = 0) -> Iterator[Listening]:
    """Serve on loopback."""
    listening = listen(live, host="127.0.0.1", port=port, token="", clock=time.monotonic)
    listening.server.start()
    yield listening
    listening.server.stop()
