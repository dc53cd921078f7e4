"""The preview's script in Chromium: a page follows its file and keeps what its reader did."""

import time

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from site_builder.preview.listen import Listening
from site_builder.preview.live import Live
from site_builder.preview.shown import Built
from tests.preview.browser import EMPTY, comes_true, hears, holds, page, served, site, tab

HEIGHT = "document.documentElement.scrollHeight"
LATE = "<img alt='' src='late.svg'>"
TALL = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="400"/>'
HIDE = """hidden => {
  Object.defineProperty(document, "hidden", { value: hidden, configurable: true });
  document.dispatchEvent(new Event("visibilitychange"));
}"""


def used(shown: Page) -> None:
    """Do to a page what a reader does: type, open, scroll; and leave a mark in its window."""
    shown.fill("#filter", "ta")
    shown.evaluate("document.querySelector('details').open = true")
    shown.evaluate("scrollTo(0, 1234)")
    shown.evaluate("window.mark = 1")


def loaded_anew(shown: Page) -> None:
    """Wait until the page that came with a script is there, and all it loads."""
    expect(shown.locator("html")).to_have_attribute("data-ran", "yes")
    comes_true(shown, "document.readyState === 'complete'")


def is_as_left(shown: Page) -> bool:
    """Tell whether the reader finds the page as they left it."""
    left = "[scrollY, document.querySelector('details').open, document.activeElement.id]"
    return bool(
        shown.input_value("#filter") == "ta" and shown.evaluate(left) == [1234, True, "filter"]
    )


def test_a_page_without_scripts_changes_in_place(shown: Page, fresh: Live) -> None:
    used(shown)
    fresh.show(site("second", index__html=page("second", title="Tara L", count=2)))
    expect(shown.locator("#said")).to_have_text("second")
    expect(shown.locator("nav b")).to_have_text("2")
    expect(shown).to_have_title("Tara L")
    assert is_as_left(shown)
    assert shown.evaluate("window.mark") == 1


def test_a_page_with_scripts_is_loaded_anew_and_looks_as_it_was_left(
    shown: Page, fresh: Live
) -> None:
    head = '<script src="page.js" defer></script>'
    fresh.show(site("scripted", head))
    loaded_anew(shown)
    used(shown)
    fresh.show(site("second", head))
    expect(shown.locator("#said")).to_have_text("second")
    comes_true(shown, "window.typed === 'ta'")  # the filter has heard of its text
    comes_true(shown, "scrollY === 1234")
    assert is_as_left(shown)
    assert shown.evaluate("window.mark") is None


@pytest.mark.parametrize("scrolled", [0, 100])
def test_what_loads_late_moves_nobody(scrolled: int, shown: Page, fresh: Live) -> None:
    late: list[Route] = []

    def hold(route: Route) -> None:
        late.append(route)

    used(shown)
    shown.route("**/late.svg", hold)
    second = page("second", '<script src="page.js" defer></script>', title=LATE)
    fresh.show(site("second", index__html=second))
    expect(shown.locator("html")).to_have_attribute("data-ran", "yes")
    expect(shown.locator("doorstep-live")).to_be_attached()  # the preview's script has run, too
    holds(shown, lambda: late)
    if scrolled:
        shown.mouse.wheel(0, scrolled)
        comes_true(shown, f"scrollY === {1234 + scrolled}")
    height = shown.evaluate(HEIGHT)
    late[0].fulfill(content_type="image/svg+xml", body=TALL)
    comes_true(shown, "document.readyState === 'complete'")
    comes_true(shown, f"{HEIGHT} > {height + 300}")
    grown = shown.evaluate(HEIGHT) - height  # the browser keeps in view what its reader looks at
    assert shown.evaluate("scrollY") == (1234 + scrolled + grown if scrolled else 1234)


def test_a_script_that_asks_to_be_told_is_told(shown: Page, fresh: Live) -> None:
    head = '<script src="page.js" defer data-live></script>'
    fresh.show(site("scripted", head))
    loaded_anew(shown)
    used(shown)
    fresh.show(site("second", head))
    expect(shown.locator("#said")).to_have_text("second")
    assert is_as_left(shown)
    assert shown.evaluate("[window.mark, window.fresh]") == [1, 1]


def test_a_script_that_changed_runs_anew(shown: Page, fresh: Live) -> None:
    head = '<script src="page.js" defer data-live></script>'
    fresh.show(site("scripted", head))
    expect(shown.locator("html")).to_have_attribute("data-ran", "yes")
    fresh.show(site("scripted", head, page__js=b"document.documentElement.dataset.ran = 'new';"))
    expect(shown.locator("html")).to_have_attribute("data-ran", "new")


def test_a_style_changes_alone(shown: Page, fresh: Live) -> None:
    used(shown)
    fresh.show(site("first", colour="blue"))
    expect(shown.locator("#said")).to_have_css("color", "rgb(0, 0, 255)")
    assert is_as_left(shown)
    assert shown.evaluate("window.mark") == 1
    assert shown.locator("link[rel=stylesheet][href*=base]").count() == 1


def test_another_pages_change_leaves_this_one_alone(
    shown: Page, fresh: Live, preview: Listening
) -> None:
    fresh.show(site("first", other__html=page("other")))
    fresh.show(site("second"))
    expect(shown.locator("#said")).to_have_text("second")
    fetched = shown.evaluate("""performance.getEntriesByType("resource")
      .filter(({ initiatorType }) => initiatorType === "fetch").map(({ name }) => name)""")
    assert [url for url in fetched if "__" not in url] == [preview.url]


def test_a_page_that_goes_and_comes_is_followed(shown: Page, fresh: Live) -> None:
    files = dict(site("first").files or {})
    del files["index.html"]
    fresh.show(Built(files=files, problems=EMPTY))
    expect(shown.locator("main")).to_have_text("No door here")
    fresh.show(site("again"))
    expect(shown.locator("#said")).to_have_text("again")


def test_a_page_opened_before_it_is_built_appears(
    browser: Browser, unbuilt: Live, preview: Listening
) -> None:
    unbuilt.show(Built(files=None, problems=EMPTY, errors=0))
    with tab(browser) as opened:
        opened.goto(preview.url)
        expect(opened.locator("main")).to_contain_text("Nothing could be built yet")
        unbuilt.show(site("first"))
        expect(opened.locator("#said")).to_have_text("first")


def test_a_hidden_tab_is_silent_and_catches_up(
    shown: Page, fresh: Live, preview: Listening, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("site_builder.preview.stream.HEARTBEAT", 0.05)
    fresh.show(site("first", other__html=page("other")))
    shown.evaluate(HIDE, arg=True)
    hears(preview, 0)
    fresh.show(site("while hidden"))
    time.sleep(0.2)
    expect(shown.locator("#said")).to_have_text("first")
    shown.evaluate(HIDE, arg=False)
    expect(shown.locator("#said")).to_have_text("while hidden")


def test_a_preview_that_ends_says_so_and_one_that_begins_again_is_joined(
    browser: Browser,
) -> None:
    first, second = Live("abcd"), Live("efgh")
    first.show(site("first"))
    second.show(site("second"))
    with tab(browser) as opened:
        with served(first) as listening:
            opened.goto(listening.url)
            hears(listening, 1)
        expect(opened.locator(".lost")).to_be_visible()
        with served(second, listening.port):
            expect(opened.locator("#said")).to_have_text("second")
            expect(opened.locator(".lost")).not_to_be_visible()
