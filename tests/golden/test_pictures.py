"""How four pages look, with a tolerance: `make golden` accepts a change, git shows what moved."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.demo_site import demo_site
from tests.browser.host import hosted
from tests.browser.picture import HEIGHT, MOST_MOVED, WIDTH, moved, picture, wears_the_font

EXPECTED = Path(__file__).parent / "expected" / "pictures"
PAGES = {
    "today": "index.html",
    "door": "threads/tara-lindqvist.html",
    "contacts": "contacts/index.html",
    "network": "network.html",
}


def seen(browser: Browser, files: Mapping[str, bytes], address: str) -> str:
    """Return how a page of a site looks."""
    served = {f"site/{name}": data for name, data in files.items()}
    context = browser.new_context(
        viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light", reduced_motion="reduce"
    )
    page, blank = context.new_page(), context.new_page()
    with hosted(served) as url:
        page.goto(f"{url}site/{address}")
        page.bring_to_front()
        if not wears_the_font(page):
            pytest.skip("the pictures need the font Liberation Sans (fonts-liberation)")
        found = picture(page, blank)
    context.close()
    return found


@pytest.mark.parametrize("name", PAGES)
def test_a_page_looks_as_accepted(
    name: str, browser: Browser, request: pytest.FixtureRequest
) -> None:
    place = EXPECTED / f"{name}.txt"
    found = seen(browser, demo_site(), PAGES[name])
    if request.config.getoption("--accept"):
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(found, "utf-8")
    share = moved(found, place.read_text("utf-8"))
    assert share <= MOST_MOVED, f"{share:.1%} of {name} looks otherwise: look, then `make golden`"


@pytest.mark.parametrize(
    "rule",
    [
        "main > * { display: none !important }",
        "main { position: relative; top: 40px }",
        "html { font-size: 20px }",
        "html body { background: #ddd }",
        "* { border: 2px solid }",
    ],
)
def test_a_page_that_looks_otherwise_is_caught(rule: str, browser: Browser) -> None:
    files, sheet = demo_site(), "static/css/components.css"
    found = seen(browser, {**files, sheet: files[sheet] + rule.encode()}, PAGES["door"])
    assert moved(found, (EXPECTED / "door.txt").read_text("utf-8")) > MOST_MOVED
