"""Large text and forced colours, as a reader has set them in browser or system."""

from playwright.sync_api import Page


def test_large_text_gets_the_layout_of_a_smaller_screen(disk: str, opened: Page) -> None:
    shell = opened.context.new_cdp_session(opened)
    shell.send("Page.setFontSizes", {"fontSizes": {"standard": 32}})
    opened.set_viewport_size({"width": 1280, "height": 800})
    opened.goto(f"{disk}contacts/index.html")
    assert opened.evaluate("getComputedStyle(document.documentElement).fontSize") == "32px"
    assert (
        opened.locator("tbody tr").first.evaluate("one => getComputedStyle(one).display") == "flex"
    )
    assert opened.locator(".side").evaluate("one => one.scrollWidth <= one.clientWidth")
    last, foot = (opened.locator(part).last.bounding_box() for part in (".nav a", ".foot"))
    assert last
    assert foot
    assert foot["y"] > last["y"] + last["height"]


def test_dots_of_what_happened_need_no_background(disk: str, opened: Page) -> None:
    opened.emulate_media(forced_colors="active")
    opened.goto(f"{disk}threads/tara-lindqvist.html")
    drawn = """one => {
      const dot = getComputedStyle(one, "::after");
      return 2 * parseFloat(dot.borderTopWidth) / parseFloat(dot.height);
    }"""
    for whose, full in {"me": True, "target": True, "introducer": False}.items():
        assert (opened.locator(f".event-{whose}").first.evaluate(drawn) == 1) is full, whose
