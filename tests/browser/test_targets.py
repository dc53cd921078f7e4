"""What is pressed has room for a finger: 24 by 24 pixels, as WCAG 2.2 asks (2.5.8)."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from tests.browser.demo_site import demo_site, write_site
from tests.browser.kinds import ADDRESSES
from tests.browser.tab_watch import watched

PHONE: ViewportSize = {"width": 360, "height": 740}
SMALL = """() => [...document.querySelectorAll("button, summary, select")]
  .map(one => ({ box: one.getBoundingClientRect(), says: one.textContent.trim().slice(0, 20) }))
  .filter(({ box }) => box.width && (box.width < 24 || box.height < 24))
  .map(({ box, says }) => `${says}: ${Math.round(box.width)} by ${Math.round(box.height)}`)"""


def small(page: Page) -> Iterator[str]:
    """Yield what is too small to be pressed with a finger."""
    yield from page.evaluate(SMALL)


@pytest.mark.parametrize("theme", ["default", "paper", "plain"])
def test_what_is_pressed_has_room_for_a_finger(
    theme: str, browser: Browser, tmp_path: Path
) -> None:
    found = []
    home = f"{write_site(demo_site(theme), tmp_path).as_uri()}/"
    with watched(browser, home) as tab:
        tab.page.set_viewport_size(PHONE)
        for address in ADDRESSES:
            tab.visit(address)
            found += [f"{address} {fault}" for fault in small(tab.page)]
    assert found == []


def test_what_has_none_is_caught(browser: Browser) -> None:
    with watched(browser, "") as tab:
        tab.page.set_content("<!doctype html><button style='all: unset'>i</button>")
        assert len(list(small(tab.page))) == 1
