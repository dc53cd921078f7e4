"""A bundle opens in Chromium, from disk and without network, for who has the passphrase alone."""

import re
import unicodedata
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from .bundles import PASSPHRASE, Bundle, says, shown, shows, unlock

pytestmark = pytest.mark.proves("bundle")

WRONG = "This passphrase does not open the file"
SCROLL = """() => new Promise(done => {
  addEventListener("scroll", () => done(), { once: true });
  scrollTo(0, 400);
})"""
"""Returns when the page has heard of it, and told its place before."""
SCROLLED = """() => new Promise(done => {
  const look = left => scrollY || !left ? done(scrollY) : setTimeout(look, 50, left - 1);
  look(1200);
})"""
"""Waits until the page is scrolled, and returns how far."""
CHANGED = "This file was changed or damaged"


def test_it_opens_with_the_passphrase_and_asks_nobody(
    browser: Browser, demo_bundle: Bundle
) -> None:
    asked: list[str] = []
    with shown(browser, demo_bundle.path, asked) as page:
        unlock(page)
        shows(page, "Today")
        expect(page.locator("form")).to_have_count(0)
        assert page.title() == "Doorstep"
    assert [url for url in asked if not url.startswith("data:")] == [demo_bundle.path.as_uri()]


@pytest.mark.parametrize("typed", ["x", PASSPHRASE.lower(), PASSPHRASE + " ", PASSPHRASE[:-1]])
def test_another_passphrase_is_refused(browser: Browser, demo_bundle: Bundle, typed: str) -> None:
    with shown(browser, demo_bundle.path) as page:
        unlock(page, typed)
        says(page, WRONG)
        assert page.locator("iframe").count() == 0
        unlock(page)
        shows(page, "Today")


def test_accents_may_be_typed_in_either_form(browser: Browser, demo_bundle: Bundle) -> None:
    with shown(browser, demo_bundle.path) as page:
        unlock(page, unicodedata.normalize("NFD", PASSPHRASE))
        shows(page, "Today")


def test_links_lead_from_page_to_page_and_back(browser: Browser, demo_bundle: Bundle) -> None:
    with shown(browser, demo_bundle.path) as page:
        frame = unlock(page)
        address = page.url
        frame.locator("nav a", has_text="Doors").click()
        shows(page, "Doors")
        frame.get_by_role("main").get_by_role("link", name="Tara Lindqvist").first.click()
        shows(page, "Tara")
        page.go_back()
        shows(page, "Doors")
        page.go_back()
        shows(page, "Today")
        page.go_forward()
        shows(page, "Doors")
        assert page.url == address
        assert page.title() == "Doorstep"


def test_style_sheets_and_scripts_work(browser: Browser, demo_bundle: Bundle) -> None:
    with shown(browser, demo_bundle.path) as page:
        frame = unlock(page)
        before = frame.locator("body").evaluate("body => getComputedStyle(body).fontSize")
        assert before == "14px"
        switch = frame.locator("[data-switch=theme]")
        switch.click()
        expect(switch).to_have_text("Theme: light")
        frame.get_by_role("link", name="Contacts").first.click()
        shows(page, "Contacts")
        expect(frame.locator("[data-switch=theme]")).to_have_text("Theme: light")


def test_an_anchor_of_the_same_page_is_shown(browser: Browser, demo_bundle: Bundle) -> None:
    with shown(browser, demo_bundle.path) as page:
        frame = unlock(page)
        frame.get_by_role("link", name="About").click()
        shows(page, "About")
        frame.locator("a.skip").focus()
        page.keyboard.press("Enter")
        expect(frame.locator("#content")).to_be_focused()
        shows(page, "About")


def test_the_place_on_a_page_is_found_again(browser: Browser, demo_bundle: Bundle) -> None:
    with shown(browser, demo_bundle.path) as page:
        frame = unlock(page)
        shows(page, "Today")
        frame.locator("html").evaluate(SCROLL)
        frame.locator("nav a", has_text="Doors").evaluate("link => link.click()")
        shows(page, "Doors")
        page.go_back()
        shows(page, "Today")
        assert frame.locator("html").evaluate(SCROLLED) == 400


def test_the_frame_cannot_reach_the_key_or_the_disk(browser: Browser, demo_bundle: Bundle) -> None:
    with shown(browser, demo_bundle.path) as page:
        frame = unlock(page)
        tried = frame.locator("html").evaluate("""async () => {
            try { return parent.document.title; } catch (error) { return error.name; }
        }""")
    assert tried == "SecurityError"


def changed_at(data: bytes, number: int, at: int) -> bytes:
    """Change one character of a block's text."""
    start = data.index(b'id="block-%d">' % number) + len(b'id="block-%d">' % number)
    text = data[start : data.index(b"<", start)]
    place = start + at % len(text.rstrip(b"="))
    other = b"A" if data[place : place + 1] != b"A" else b"B"
    return data[:place] + other + data[place + 1 :]


@pytest.mark.parametrize(
    ("number", "said"), [(0, WRONG), (1, CHANGED), (2, CHANGED)], ids=["mark", "index", "pages"]
)
def test_one_changed_character_is_detected(
    browser: Browser, demo_bundle: Bundle, place: Path, number: int, said: str
) -> None:
    for at in (3, -3):  # in the text, in its tag
        place.write_bytes(changed_at(demo_bundle.html, number, at))
        with shown(browser, place) as page:
            unlock(page)
            says(page, said)
            assert page.locator("iframe").count() == 0


CHANGES = {
    "iterations": (rb'"iterations": 1000000', b'"iterations": 999999', WRONG),
    "salt": (rb'"salt": "AAEC', b'"salt": "AAEB', WRONG),
    "format": (rb'"context": "doorstep bundle 1"', b'"context": "doorstep bundle 2"', WRONG),
    "emptied": (rb'id="block-2">[^<]*<', b'id="block-2"><', CHANGED),
    "cut off": (rb'<script type="text/plain" id="block-2">[^<]*</script>', b"", CHANGED),
}


@pytest.mark.parametrize("change", CHANGES)
def test_other_changes_are_detected(
    browser: Browser, demo_bundle: Bundle, place: Path, change: str
) -> None:
    old, new, said = CHANGES[change]
    data, count = re.subn(old, new, demo_bundle.html)
    assert count == 1
    place.write_bytes(data)
    with shown(browser, place) as page:
        unlock(page)
        says(page, said)


def test_blocks_that_change_places_do_not_open(
    browser: Browser, demo_bundle: Bundle, place: Path
) -> None:
    data = demo_bundle.html.replace(b'"block-1"', b'"block-x"')
    data = data.replace(b'"block-2"', b'"block-1"').replace(b'"block-x"', b'"block-2"')
    place.write_bytes(data)
    with shown(browser, place) as page:
        unlock(page)
        says(page, CHANGED)


def test_a_script_that_was_added_to_the_file_does_not_run(
    browser: Browser, demo_bundle: Bundle, place: Path
) -> None:
    added = b"</main><script>document.title = 'changed'</script>"
    place.write_bytes(demo_bundle.html.replace(b"</main>", added))
    opened = browser.new_page()
    said: list[str] = []
    opened.on("console", lambda message: said.append(message.text))
    opened.goto(place.as_uri())
    assert opened.title() == "Doorstep"
    assert any("Content Security Policy" in text for text in said)
    opened.close()
