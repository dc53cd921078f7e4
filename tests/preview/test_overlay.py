"""What is wrong, over the page: in full, in the title, put away with Escape, gone when mended."""

import json

import pytest
from playwright.sync_api import Browser, Page, expect

from site_builder.preview.listen import Listening
from site_builder.preview.live import Live
from site_builder.preview.shown import Built
from tests.preview.browser import EMPTY, comes_true, page, site, tab

HOLD = """() => {
  const real = window.fetch;
  window.fetch = (place, how) => place !== "/__problems.json" ? real(place, how)
    : real(place, how).then((answer) => new Promise((go) => { window.late = () => go(answer); }));
}"""
"""Holds back what is said of the problems, as a slow network does."""


def problem(message: str, line: int = 3) -> dict[str, object]:
    """Return a finding as the server sends it."""
    return {
        "id": "invalid-value",
        "message": message,
        "place": f"contacts/tara.md:{line}:12",
        "line": line,
        "before": "closeness: ",
        "marked": "77",
        "after": "",
        "cure": "Type for example closeness: 2",
        "edit": "",
    }


def failing(*problems: dict[str, object]) -> Built:
    """Return a build that errors stopped."""
    told = {"errors": len(problems), "warnings": 0, "unshown": 0, "problems": problems}
    return Built(files=None, problems=json.dumps(told).encode(), errors=len(problems))


def test_errors_lie_over_the_last_good_page_until_they_are_mended(shown: Page, fresh: Live) -> None:
    panel = shown.locator("section.panel")
    fresh.show(failing(problem("One is wrong"), problem("Another is wrong", 9)))
    expect(panel.locator("h2")).to_have_text("2 errors: this is the last good site")
    expect(panel.locator("li").first).to_contain_text("One is wrong")
    expect(panel.locator("li").first.locator("mark")).to_have_text("77")
    expect(panel.locator("li").last).to_contain_text("contacts/tara.md:9:12 · invalid-value")
    expect(panel.locator("li").last).to_contain_text("Type for example closeness: 2")
    expect(shown.locator("#said")).to_have_text("first")
    expect(shown).to_have_title("✗ 2 – Tara")
    fresh.show(failing(problem("One is wrong")))
    expect(panel.locator("li")).to_have_count(1)
    expect(shown).to_have_title("✗ 1 – Tara")
    fresh.show(site("second"))
    expect(shown.locator("#said")).to_have_text("second")
    expect(panel).to_have_count(0)
    expect(shown).to_have_title("Tara")


def test_an_answer_that_comes_late_brings_no_errors_back(shown: Page, fresh: Live) -> None:
    shown.evaluate(HOLD)
    fresh.show(failing(problem("One is wrong")))
    comes_true(shown, "!!window.late")
    fresh.show(site("second"))
    expect(shown.locator("#said")).to_have_text("second")
    shown.evaluate("window.late()")
    shown.wait_for_timeout(100)
    expect(shown.locator("section.panel")).to_have_count(0)
    expect(shown).to_have_title("Tara")


def test_escape_puts_the_errors_away_until_there_are_others(shown: Page, fresh: Live) -> None:
    panel, badge = shown.locator("section.panel"), shown.locator("button.badge")
    fresh.show(failing(problem("One is wrong")))
    expect(panel).to_be_visible()
    shown.keyboard.press("Escape")
    expect(panel).to_have_count(0)
    expect(badge).to_have_text("■ 1 error")
    fresh.show(failing(problem("One is wrong")))
    expect(badge).to_be_visible()
    badge.click()
    expect(panel).to_be_visible()
    panel.get_by_role("button", name="Hide").click()
    fresh.show(failing(problem("Something else is wrong")))
    expect(panel).to_contain_text("Something else is wrong")


def test_a_page_opened_while_errors_last_shows_them(
    browser: Browser, fresh: Live, preview: Listening
) -> None:
    fresh.show(site("first"))
    fresh.show(failing(problem("One is wrong")))
    with tab(browser) as opened:
        opened.goto(preview.url)
        expect(opened.locator("section.panel")).to_be_visible()
        expect(opened.locator("#said")).to_have_text("first")


def test_what_files_say_stays_text_in_the_overlay(shown: Page, fresh: Live) -> None:
    attack = "<img src=x onerror=alert(1)><script>alert(2)</script>"
    wrong = problem(attack) | {"cure": attack, "marked": attack, "place": attack, "id": attack}
    fresh.show(failing(wrong))
    expect(shown.locator("p.message")).to_have_text(attack)
    expect(shown.locator("mark")).to_have_text(attack)
    assert shown.locator("section.panel img, section.panel script").count() == 0


def test_warnings_are_a_small_badge(shown: Page, fresh: Live) -> None:
    told = json.dumps({"errors": 0, "warnings": 3, "unshown": 0, "problems": []}).encode()
    files = {**(site("first").files or {}), "problems.html": page("the list", title="Problems")}
    fresh.show(Built(files=files, problems=told, warnings=3))
    badge = shown.locator("a.badge")
    expect(badge).to_have_text("▲ 3 warnings")
    badge.click()
    expect(shown.locator("#said")).to_have_text("the list")
    expect(shown.locator("a.badge")).to_have_count(0)


def test_the_problems_page_is_of_today_and_lists_them_itself(shown: Page, fresh: Live) -> None:
    wrong = '<p class="problem">One is wrong</p>'
    aside = {"problems.html": page(wrong, title="Problems")}
    fresh.show(Built(files=None, problems=failing(problem("x")).problems, errors=1, aside=aside))
    shown.goto(f"{shown.url}problems.html")
    expect(shown.locator(".problem")).to_have_text("One is wrong")
    expect(shown.locator("doorstep-live")).to_have_count(1)
    expect(shown).to_have_title("✗ 1 – Problems")
    assert shown.locator("section.panel").count() == 0
    aside = {"problems.html": page(wrong.replace("One", "Two"), title="Problems")}
    fresh.show(Built(files=None, problems=failing(problem("y")).problems, errors=1, aside=aside))
    expect(shown.locator(".problem")).to_have_text("Two is wrong")
    assert shown.locator("section.panel").count() == 0


def test_an_editor_that_was_named_opens_from_page_and_error(shown: Page, fresh: Live) -> None:
    good = site("second")
    link = {"index.html": "vscode://file/v/contacts/tara.md:1:1"}
    fresh.show(
        Built(files=good.files, problems=EMPTY, edit_link=lambda address: link.get(address, ""))
    )
    shown.reload()
    editor = shown.get_by_text("Open in editor")
    expect(editor).to_have_attribute("href", "vscode://file/v/contacts/tara.md:1:1")
    fresh.show(failing(problem("Wrong") | {"edit": "vscode://file/v/contacts/tara.md:3:12"}))
    place = shown.locator("p.place a")
    expect(place).to_have_attribute("href", "vscode://file/v/contacts/tara.md:3:12")
    expect(place).to_have_text("contacts/tara.md:3:12")


def test_without_an_editor_there_are_no_such_links(shown: Page, fresh: Live) -> None:
    fresh.show(failing(problem("Wrong")))
    expect(shown.locator("section.panel")).to_be_visible()
    assert shown.locator("section.panel a").count() == 0
    assert shown.get_by_text("Open in editor").count() == 0


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_overlay_fits_any_screen(width: int, scheme: str, shown: Page, fresh: Live) -> None:
    shown.set_viewport_size({"width": width, "height": 600})
    shown.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    long = problem("Expected a closeness " + "from-1-to-5" * 12)
    fresh.show(failing(long, *[problem(f"Number {n}", n) for n in range(4, 30)]))
    panel = shown.locator("section.panel")
    expect(panel).to_have_css("position", "fixed")  # its style sheet has come
    assert panel.evaluate("element => element.scrollWidth <= element.clientWidth")
    box = panel.bounding_box()
    assert box is not None
    assert box["height"] <= 0.61 * 600
    assert shown.evaluate("document.documentElement.scrollWidth") <= width
