"""Nothing moves under the reader: what scripts show is there in the first picture."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.kinds import ADDRESSES

WATCH = """
window.shift = 0;
new PerformanceObserver(function (list) {
  list.getEntries().forEach(function (entry) { window.shift += entry.value; });
}).observe({ type: "layout-shift", buffered: true });
"""
MOST = 0.02
"""How much of the screen moved, times how far: 0.1 is still called good elsewhere."""
LATE = """() => new Promise(done => {
  const late = document.createElement("textarea");
  late.rows = 20;
  document.querySelector("main").prepend(late);
  setTimeout(() => done(window.shift), 200);
})"""
"""Shows something after the first picture."""


@pytest.fixture(params=[(360, 740), (1280, 800)])
def watched(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """Return a tab that adds up how much moved on its page, on a phone and on a desk."""
    width, height = request.param
    context = browser.new_context(viewport={"width": width, "height": height})
    context.add_init_script(WATCH)
    yield context.new_page()
    context.close()


def test_nothing_moves_while_a_page_is_loaded(watched: Page, site: str) -> None:
    moved = {}
    for address in ADDRESSES:
        watched.goto(f"{site}{address}")
        watched.wait_for_timeout(100)
        moved[address] = watched.evaluate("window.shift")
    assert {address: much for address, much in moved.items() if much >= MOST} == {}


def test_what_is_shown_late_is_seen_to_move(watched: Page, site: str) -> None:
    watched.goto(f"{site}index.html")
    assert watched.evaluate(LATE) >= MOST
