"""Colour scheme, density, copying and paper, as a reader has them."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from site_builder.preview.live import Live
from site_builder.preview.shown import Built
from tests.browser.demo_site import demo_site, write_site
from tests.preview.browser import CHROMIUM, EMPTY, hears, served, tab

GROUND = "getComputedStyle(document.body).backgroundColor"
DARK, LIGHT = "rgb(17, 17, 19)", "rgb(252, 252, 253)"
WATCH = """
new MutationObserver(() => {
  if (document.body && !window.seen) window.seen = document.documentElement.dataset.theme || "none";
}).observe(document, { childList: true, subtree: true });
"""
SHEET = 673
"""Pixels across A4 between the margins."""
DISPLAY = "one => getComputedStyle(one).display"
NOON, LATER = "2026-11-04T12:00:00Z", "2026-11-04T13:00:00Z"
COPIED = "navigator.clipboard.readText()"


def test_the_switch_steps_through_the_schemes_and_is_remembered(site: str, opened: Page) -> None:
    opened.goto(f"{site}index.html")
    switch = opened.get_by_role("button", name="Theme")
    expect(switch).to_have_text("Theme: system")
    switch.press("Enter")
    expect(switch).to_have_text("Theme: light")
    switch.press("Enter")
    expect(switch).to_have_text("Theme: dark")
    assert opened.evaluate(GROUND) == DARK
    opened.goto(f"{site}contacts/index.html")
    assert opened.evaluate(GROUND) == DARK
    opened.get_by_role("button", name="Theme").press("Enter")
    assert opened.evaluate(GROUND) == LIGHT
    expect(opened.locator("html")).not_to_have_attribute("data-theme", "dark")


def test_the_scheme_is_there_before_anything_is_drawn(site: str, opened: Page) -> None:
    opened.goto(f"{site}index.html")
    opened.evaluate("localStorage.setItem('doorstep-theme', 'dark')")
    opened.add_init_script(WATCH)
    opened.reload()
    assert opened.evaluate("window.seen") == "dark"


def test_a_scheme_that_does_not_exist_is_the_systems(site: str, opened: Page) -> None:
    opened.goto(f"{site}index.html")
    opened.evaluate("localStorage.setItem('doorstep-theme', 'pink')")
    opened.reload()
    expect(opened.get_by_role("button", name="Theme")).to_have_text("Theme: system")


def test_compact_rows_are_lower_and_remembered(site: str, opened: Page) -> None:
    opened.goto(f"{site}contacts/index.html")
    row = opened.locator("tbody tr").first
    before = row.bounding_box()
    opened.get_by_role("button", name="Rows").press("Enter")
    expect(opened.get_by_role("button", name="Rows")).to_have_text("Rows: compact")
    opened.reload()
    after = row.bounding_box()
    assert before
    assert after
    assert after["height"] < before["height"]


def test_pictures_of_a_door_are_no_larger_than_its_words(disk: str, opened: Page) -> None:
    size = "one => parseFloat(getComputedStyle(one).fontSize) * (one.getScreenCTM?.().a || 1)"
    for width in (360, 900, 1280):
        opened.set_viewport_size({"width": width, "height": 800})
        opened.goto(f"{disk}threads/tara-lindqvist.html")
        words = opened.locator(".timeline").evaluate(size)
        drawn = opened.locator(":is(.lanes, .picture > svg) text:visible").evaluate_all(
            f"all => all.map({size})"
        )
        assert 10 < min(drawn) <= max(drawn) <= words + 0.1, width


def test_a_door_without_candidates_has_the_wide_picture(disk: str, opened: Page) -> None:
    opened.set_viewport_size({"width": 1280, "height": 800})
    opened.goto(f"{disk}threads/ruta-girdvaine.html")
    expect(opened.locator(".picture-wide")).to_be_visible()


def test_a_long_example_leaves_its_button_whole_on_a_phone(disk: str, opened: Page) -> None:
    opened.set_viewport_size({"width": 360, "height": 800})
    opened.goto(f"{disk}threads/tara-lindqvist.html")
    button, text = opened.locator(".example .button").last, opened.locator(".example pre").last
    before = button.evaluate("one => one.clientWidth")
    assert text.evaluate("one => one.getClientRects()[0].height") > 100
    text.evaluate("one => { one.textContent = 'short'; }")
    assert button.evaluate("one => one.clientWidth") == before
    assert text.evaluate("one => one.scrollWidth <= one.clientWidth")


@pytest.mark.parametrize("place", ["http", "disk"])
def test_a_copy_button_copies_by_keyboard(
    place: str, browser: Browser, request: pytest.FixtureRequest
) -> None:
    context = browser.new_context()
    if place == "http" or "headless" in str(CHROMIUM):  # it asks for what Chromium grants a file
        context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.clock.install(time=NOON)
    page.goto(f"{request.getfixturevalue(place)}threads/tara-lindqvist.html")
    page.clock.pause_at(LATER)
    button = page.locator("[data-copy]").first
    wanted = page.locator(f"#{button.get_attribute('data-copy')}").text_content()
    button.press("Enter")
    expect(button).to_have_text("Copied")
    if place == "http":
        assert page.evaluate(COPIED) == wanted
    page.clock.run_for(2_000)
    expect(button).to_have_text("Copied")
    page.clock.run_for(1_000)
    expect(button).to_have_text("Copy")
    context.close()


def test_what_cannot_be_copied_is_selected_and_says_so(http: str, opened: Page) -> None:
    opened.add_init_script(
        "Object.defineProperty(navigator, 'clipboard', { value: "
        "{ writeText: () => Promise.reject(new Error('no')) } })"
    )
    opened.clock.install(time=NOON)
    opened.goto(f"{http}threads/tara-lindqvist.html")
    button = opened.locator("[data-copy]").first
    opened.clock.pause_at(LATER)  # it says so for a moment only
    button.press("Enter")
    expect(button).to_have_text("Selected: press Ctrl C")
    wanted = opened.locator(f"#{button.get_attribute('data-copy')}").inner_text()
    assert opened.evaluate("String(getSelection())").strip() == wanted.strip()


def test_buttons_work_on_a_page_that_the_preview_renewed(browser: Browser) -> None:
    live, files = Live("abcd"), demo_site()
    live.show(Built(files=files, problems=EMPTY))
    name = "threads/tara-lindqvist.html"
    with served(live) as listening, tab(browser) as opened:
        opened.goto(f"{listening.url}{name}")
        hears(listening, 1)
        opened.get_by_role("button", name="Theme").press("Enter")
        opened.evaluate("window.mark = 1")
        page = files[name].replace(b'<h2 id="who">', b'<h2 id="who">Renewed: ')
        live.show(Built(files={**files, name: page}, problems=EMPTY))
        expect(opened.locator("#who")).to_contain_text("Renewed: ")
        assert opened.evaluate("window.mark") == 1
        expect(opened.get_by_role("button", name="Theme")).to_have_text("Theme: light")
        opened.locator("[data-copy]").first.press("Enter")
        expect(opened.locator("[data-copy]").first).to_have_attribute("data-label", "Copy")
        opened.keyboard.press("?")
        expect(opened.get_by_role("dialog")).to_be_visible()


def test_paper_is_white_and_without_controls_whatever_the_scheme(site: str, opened: Page) -> None:
    opened.goto(f"{site}contacts/index.html")
    opened.get_by_role("button", name="Theme").press("Enter")
    opened.get_by_role("button", name="Theme").press("Enter")
    opened.emulate_media(media="print")
    assert opened.evaluate("getComputedStyle(document.body).color") == "rgb(28, 32, 36)"
    for control in ("nav", ".tools", "button.switch"):
        assert opened.locator(control).first.is_hidden(), control


def test_the_day_of_a_lost_page_stands_below_its_words(http: str, opened: Page) -> None:
    opened.set_viewport_size({"width": 1280, "height": 800})
    opened.goto(f"{http}no/such/page.html")
    title, words, last = (
        opened.locator(part).bounding_box() for part in ("h1", "p:has(a)", "p:has(time)")
    )
    assert title
    assert words
    assert last
    assert title["x"] == last["x"]
    assert last["y"] > words["y"]


@pytest.mark.parametrize("theme", ["default", "paper", "plain"])
def test_the_ways_back_are_parted(theme: str, browser: Browser, tmp_path: Path) -> None:
    home = write_site(demo_site(theme), tmp_path).as_uri()
    with tab(browser) as opened:
        opened.goto(f"{home}/contacts/ben-ito.html")
        steps = opened.locator("[aria-label=Breadcrumb] li")
        parted = steps.evaluate_all(
            "all => all.map(one => getComputedStyle(one, '::before').content)"
        )
    assert parted == ["none", '"/"']


def test_paper_offers_nothing_to_subscribe_to(site: str, opened: Page) -> None:
    opened.goto(f"{site}index.html")
    expect(opened.get_by_text("Subscribe:")).to_be_visible()
    opened.emulate_media(media="print")
    expect(opened.get_by_text("Subscribe:")).to_be_hidden()


@pytest.mark.parametrize("theme", ["default", "paper", "plain"])
@pytest.mark.parametrize("address", ["contacts/index.html", "connectors.html"])
def test_a_table_stays_one_on_a_sheet_of_paper(
    theme: str, address: str, browser: Browser, tmp_path: Path
) -> None:
    home = write_site(demo_site(theme), tmp_path).as_uri()
    with tab(browser) as opened:
        opened.set_viewport_size({"width": SHEET, "height": 900})
        opened.goto(f"{home}/{address}")
        opened.emulate_media(media="print")
        assert opened.locator("tbody tr").first.evaluate(DISPLAY) == "table-row"
        assert "Last" in opened.locator("thead").inner_text()
        assert all(part.is_visible() for part in opened.locator("thead th").all())
        wide = opened.locator(".table-wrap").evaluate("one => one.scrollWidth - one.clientWidth")
        assert wide <= 0


def test_the_plain_theme_runs_no_script_and_paper_switches_its_scheme(
    browser: Browser, tmp_path: Path
) -> None:
    pages = {
        name: write_site(demo_site(name), tmp_path / name).as_uri() for name in ("plain", "paper")
    }
    with tab(browser) as opened:
        opened.clock.set_fixed_time(NOON)
        opened.goto(f"{pages['plain']}/contacts/index.html")
        assert opened.evaluate("document.scripts.length") == 0
        expect(opened.locator("button:visible, input:visible")).to_have_count(0)
        opened.goto(f"{pages['paper']}/contacts/index.html#q=ben")
        expect(opened.locator("tbody th")).to_have_text(["Ben Ito"])
        opened.get_by_role("button", name="Theme").press("Enter")
        assert opened.evaluate(GROUND) == "rgb(255, 253, 248)"
        opened.get_by_role("button", name="Theme").press("Enter")
        assert opened.evaluate(GROUND) == "rgb(25, 24, 22)"
        opened.keyboard.type("gd")
        opened.wait_for_url("**/threads/index.html")
