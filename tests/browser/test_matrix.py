"""Every kind of page in every theme, scheme and width: sound in every cell of that table."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.demo_site import demo_site
from tests.browser.host import hosted
from tests.browser.kinds import ADDRESSES, KINDS
from tests.browser.tab_watch import axe_source, watched

THEMES = ("default", "paper", "plain")
TEMPLATES = Path(__file__).parents[2] / "themes" / "default" / "templates"
POLICY = '<meta http-equiv="Content-Security-Policy" content="default-src \'self\'">'
SOUND = '<!doctype html><html lang="en"><head>{}<title>T</title></head><body>{}</body></html>'
MAIN = "<main><h1>Words</h1>{}</main>"
BROKEN = {
    "script fails: gone is not defined": SOUND.format("<script>gone()</script>", MAIN),
    "violates the following Content Security Policy": SOUND.format(
        POLICY, MAIN.format('<p style="color: red">Red.</p>')
    ),
    "asks for http://127.0.0.2:9/x.png": SOUND.format(
        "", MAIN.format('<img alt="" src="http://127.0.0.2:9/x.png">')
    ),
    "404 (Not Found)": SOUND.format("", MAIN.format('<img alt="" src="lost.png">')),
    "dialog: no": SOUND.format("", MAIN.format("<script>alert('no')</script>")),
    "px wider than the screen": SOUND.format("", MAIN.format('<p style="width: 2000px">Wide.</p>')),
    "axe color-contrast": SOUND.format("", MAIN.format('<p style="color: #aaa">Pale.</p>')),
    "axe button-name": SOUND.format("", MAIN.format("<button></button>")),
}
"""What is said about a page, and the page."""
STYLE = """<style>
:root { color-scheme: light dark; background: light-dark(#fff, #111); }
p { color: light-dark(#000, #444); }
h1 { color: light-dark(#000, #fff); }
</style>"""
PALE_IN_THE_DARK = SOUND.format(STYLE, MAIN.format("<p>Pale.</p>"))
OPENED = {
    "the list of keys": ("contacts/index.html", "?", "dialog.sheet"),
    "the menu of columns": ("contacts/index.html", "columns", "[data-columns] input"),
    "search, before a word": ("index.html", "/", "dialog.finder"),
    "search, with results": ("index.html", "/oslo", "dialog.finder .found"),
    "a filtered list": ("contacts/index.html", "fben", "output"),
}
"""What keys open, on which page, by which keys, and what is to be seen then."""

PHONE = 320
SMALL = """() => [...document.querySelectorAll("button, summary, select")]
  .map(one => ({ box: one.getBoundingClientRect(), says: one.textContent.trim().slice(0, 20) }))
  .filter(({ box }) => box.width && (box.width < 24 || box.height < 24))
  .map(({ box, says }) => `${says}: ${Math.round(box.width)} by ${Math.round(box.height)}`)"""
"""What is pressed has room for a finger: 24 by 24 pixels, as WCAG 2.2 asks (2.5.8)."""


def small(page: Page) -> Iterator[str]:
    """Yield what is too small to be pressed with a finger."""
    yield from page.evaluate(SMALL)


@pytest.fixture(scope="module")
def host() -> Iterator[str]:
    """Return the address below which every theme's site stands."""
    files = {f"{theme}/{name}": data for theme in THEMES for name, data in demo_site(theme).items()}
    broken = {f"broken/{at}.html": html.encode() for at, html in enumerate(BROKEN.values())}
    broken["broken/dark.html"] = PALE_IN_THE_DARK.encode()
    with hosted({**files, **broken, "favicon.ico": b""}) as url:  # asked for by what names none
        yield url


@pytest.mark.parametrize("width", [PHONE, 1280])
@pytest.mark.parametrize("theme", THEMES)
def test_every_kind_of_page_is_sound(theme: str, width: int, browser: Browser, host: str) -> None:
    axe, found = axe_source(), []
    with watched(browser, f"{host}{theme}/", width) as tab:
        for address in ADDRESSES:
            tab.visit(address)
            found += [f"{address}: {fault}" for fault in small(tab.page) if width == PHONE]
            found += tab.in_both_schemes(axe)
    assert found == []
    if not axe:
        pytest.skip("all but axe: `make axe` installs it")


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("theme", ["default", "paper"])
def test_what_keys_open_is_sound(theme: str, width: int, browser: Browser, host: str) -> None:
    axe, found = axe_source(), []
    with watched(browser, f"{host}{theme}/", width) as tab:
        for name, (address, keys, shown) in OPENED.items():
            tab.visit(address)
            if keys == "columns":
                tab.page.get_by_text("Columns").press("Enter")
            else:
                tab.page.keyboard.press(keys[0])
                tab.page.keyboard.type(keys[1:])
            tab.page.wait_for_timeout(150)  # search answers after a pause in typing
            tab.page.locator(shown).first.wait_for()
            found += [f"{name}: {fault}" for fault in tab.in_both_schemes(axe)]
    assert found == []
    if not axe:
        pytest.skip("all but axe: `make axe` installs it")


@pytest.mark.parametrize("said", BROKEN)
def test_a_page_that_is_not_sound_is_caught(said: str, browser: Browser, host: str) -> None:
    axe = axe_source()
    if "axe" in said and not axe:
        pytest.skip("`make axe` installs axe-core")
    with watched(browser, f"{host}broken/") as tab:
        tab.visit(f"{list(BROKEN).index(said)}.html")
        found = tab.faults(axe)
    assert any(said in fault for fault in found), found


def test_what_has_no_room_for_a_finger_is_caught(browser: Browser) -> None:
    with watched(browser, "") as tab:
        tab.page.set_content("<!doctype html><button style='all: unset'>i</button>")
        assert len(list(small(tab.page))) == 1


def test_what_is_pale_in_the_dark_alone_is_caught(browser: Browser, host: str) -> None:
    axe = axe_source()
    if not axe:
        pytest.skip("`make axe` installs axe-core")
    with watched(browser, f"{host}broken/") as tab:
        tab.visit("dark.html")
        found = tab.in_both_schemes(axe)
    assert [("color-contrast" in fault, "(dark)" in fault) for fault in found] == [(True, True)]


def test_every_kind_of_page_is_in_the_table() -> None:
    texts = {path.name: path.read_text("utf-8") for path in TEMPLATES.glob("*.html")}
    pages = {name for name, text in texts.items() if re.search(r'extends "[a-z]+\.html"', text)}
    assert pages | {"404.html"} == {*KINDS, "base.html", "listing.html"}
    assert all(set(ADDRESSES) <= set(demo_site(theme)) for theme in THEMES)
