"""Lists by keyboard: sorted, filtered and narrowed, and as they were after a reload."""

from playwright.sync_api import Browser, Page, expect

from site_builder.preview.live import Live
from site_builder.preview.shown import Built
from tests.browser.demo_site import demo_site
from tests.preview.browser import EMPTY, hears, served, tab


def names(page: Page) -> list[str]:
    """Return the first column as it is shown."""
    found = page.locator("tbody th:visible").all_inner_texts()
    return [name.partition("\n")[0].removesuffix(" ◉ you") for name in found]


def tab_to(page: Page, name: str) -> None:
    """Press the Tab key until a button of this name has the focus."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent.trim()") == name:
            return
    message = f"the Tab key never reaches {name}"
    raise AssertionError(message)


def test_a_header_sorts_up_then_down_then_not(site: str, opened: Page) -> None:
    opened.goto(f"{site}groups/index.html")
    before = names(opened)
    head = opened.locator("th", has_text="People")
    tab_to(opened, "People")
    opened.keyboard.press("Enter")
    expect(head).to_have_attribute("aria-sort", "ascending")
    counts = [int(text) for text in opened.locator("td[data-label=People]").all_inner_texts()]
    assert counts == sorted(counts)
    opened.keyboard.press("Enter")
    expect(head).to_have_attribute("aria-sort", "descending")
    counts = [int(text) for text in opened.locator("td[data-label=People]").all_inner_texts()]
    assert counts == sorted(counts, reverse=True)
    assert opened.url.endswith("#by=People&down=1")
    opened.keyboard.press("Enter")
    expect(head).not_to_have_attribute("aria-sort", "descending")
    assert names(opened) == before
    assert "#" not in opened.url


def test_days_sort_as_days_and_unknown_ones_come_last(site: str, opened: Page) -> None:
    opened.goto(f"{site}contacts/index.html")
    opened.get_by_role("button", name="Last contact").press("Enter")
    days = "cells => cells.map(cell => cell.dataset.sort)"
    shown = opened.locator("td[data-label='Last contact']").evaluate_all(days)
    known = [day for day in shown if day]
    assert known == sorted(known)
    assert len(known) > 1
    assert shown[: len(known)] == known


def test_words_narrow_a_list_whatever_their_accents(http: str, opened: Page) -> None:
    opened.goto(f"{http}contacts/index.html")
    opened.keyboard.press("f")
    opened.keyboard.type("PUNA huaman")
    expect(opened.locator("tbody th")).to_have_text(["Marisol Huamán"])
    expect(opened.locator("output")).to_have_text("1 of 32")


def test_nothing_that_matches_says_so(http: str, opened: Page) -> None:
    opened.goto(f"{http}contacts/index.html#q=nobody+here")
    expect(opened.locator("output")).to_have_text("No row has these words")
    assert names(opened) == []


def test_a_reload_finds_the_list_as_it_was(site: str, opened: Page) -> None:
    opened.goto(f"{site}connectors.html")
    opened.keyboard.press("f")
    opened.keyboard.type("1 open")
    opened.get_by_role("button", name="Who").press("Enter")
    opened.get_by_role("button", name="Who").press("Enter")
    left = names(opened)
    assert left == sorted(left, reverse=True)
    assert 0 < len(left) < 8
    opened.reload()
    assert names(opened) == left
    assert opened.locator("#filter").input_value() == "1 open"


def test_a_filter_in_a_link_is_followed_on_the_page_itself(site: str, opened: Page) -> None:
    opened.goto(f"{site}connectors.html")
    everybody = len(names(opened))
    opened.evaluate("location.hash = '#q=ben'")
    expect(opened.locator("tbody th")).to_have_text(["Ben Ito"])
    opened.go_back()
    expect(opened.locator("tbody th")).to_have_count(everybody)


def test_an_anchor_is_no_filter(site: str, opened: Page) -> None:
    opened.goto(f"{site}connectors.html#content")
    assert len(names(opened)) > 1
    assert opened.url.endswith("#content")


def test_from_a_server_all_parts_are_filtered_and_sorted(http: str, opened: Page) -> None:
    opened.goto(f"{http}contacts/part/2.html")
    assert len(names(opened)) == 8
    opened.keyboard.press("f")
    opened.keyboard.type("ben ito")
    expect(opened.locator("tbody th")).to_have_text(["Ben Ito"])
    expect(opened.locator(".parts")).to_be_hidden()
    opened.locator("tbody th a").press("Enter")
    expect(opened.locator("h1")).to_contain_text("Ben Ito")
    opened.go_back()
    opened.locator("#filter").fill("")
    expect(opened.locator("tbody th")).to_have_count(8)
    expect(opened.locator(".parts")).to_be_visible()
    opened.get_by_role("button", name="Name").press("Enter")
    expect(opened.locator("tbody th")).to_have_count(32)


def test_headings_of_other_parts_come_with_their_rows(http: str, opened: Page) -> None:
    opened.goto(f"{http}threads/index.html")
    headings = opened.locator("h2:visible")
    expect(headings).to_have_text(["Needs a move"])
    opened.keyboard.press("f")
    opened.keyboard.type("paused")
    expect(headings).to_have_text(["Waiting"])
    opened.locator("#filter").fill("")
    expect(headings).to_have_text(["Needs a move"])


def test_from_disk_one_part_is_filtered_and_says_so(disk: str, opened: Page) -> None:
    opened.goto(f"{disk}contacts/index.html#q=marisol")
    expect(opened.locator("output")).to_have_text("No row in this part has these words")
    opened.goto(f"{disk}contacts/part/3.html#q=marisol")
    expect(opened.locator("tbody th")).to_have_text(["Marisol Huamán"])
    expect(opened.locator(".parts")).to_be_visible()


def test_a_part_that_cannot_be_fetched_leaves_this_one(http: str, opened: Page) -> None:
    opened.route("**/contacts/part/3.html", lambda route: route.abort())
    opened.goto(f"{http}contacts/index.html")
    opened.locator("#filter").fill("ben")
    expect(opened.locator("output")).to_have_text("1 of 8 in this part")


def test_columns_are_hidden_and_stay_so(site: str, opened: Page) -> None:
    opened.goto(f"{site}contacts/index.html")
    head = opened.locator("th", has_text="Circles")
    expect(head).to_be_visible()
    tab_to(opened, "Columns")
    opened.keyboard.press("Enter")
    opened.get_by_role("checkbox", name="Circles").press("Space")
    expect(head).to_be_hidden()
    expect(opened.locator("td[data-label=Circles]:visible")).to_have_count(0)
    opened.reload()
    expect(head).to_be_hidden()
    opened.goto(f"{site}groups/index.html")
    expect(opened.locator("th", has_text="People")).to_be_visible()


def test_the_menu_of_columns_goes_away_by_escape_and_a_click_elsewhere(
    http: str, opened: Page
) -> None:
    opened.goto(f"{http}contacts/index.html")
    menu, summary = opened.locator("[data-columns]"), opened.get_by_text("Columns")
    summary.press("Enter")
    opened.get_by_role("checkbox", name="Circles").focus()
    expect(menu).to_be_visible()
    opened.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    expect(summary).to_be_focused()
    summary.press("Enter")
    expect(menu).to_be_visible()
    opened.locator("h1").click()
    expect(menu).to_be_hidden()


def test_without_storage_everything_works_but_memory(browser: Browser, http: str) -> None:
    with tab(browser) as opened:
        opened.add_init_script(
            "Object.defineProperty(window, 'localStorage', { get() { throw new Error('no'); } })"
        )
        opened.goto(f"{http}contacts/index.html")
        opened.get_by_text("Columns").press("Enter")
        opened.get_by_role("checkbox", name="Circles").press("Space")
        expect(opened.locator("th", has_text="Circles")).to_be_hidden()
        opened.get_by_role("button", name="Theme").press("Enter")
        expect(opened.locator("html")).to_have_attribute("data-theme", "light")


def test_without_scripts_a_list_is_whole_and_offers_nothing_that_does_nothing(
    browser: Browser, site: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}contacts/index.html")
    expect(page.locator("tbody th")).to_have_count(8)
    expect(page.locator(".parts a")).to_have_count(3)
    for control in ("button", "input", "select", "details"):
        expect(page.locator(f"{control}:visible")).to_have_count(0)
    context.close()


def test_a_list_stays_as_it_is_when_the_preview_renews_it(browser: Browser) -> None:
    live, files = Live("abcd"), demo_site()
    live.show(Built(files=files, problems=EMPTY))
    with served(live) as listening, tab(browser) as opened:
        opened.goto(f"{listening.url}connectors.html#by=Who&down=1")
        hears(listening, 1)
        opened.evaluate("window.mark = 1")
        opened.locator("#filter").fill("1 open")
        left = names(opened)
        page = files["connectors.html"].replace(b">Connectors</h1>", b">Renewed connectors</h1>")
        live.show(Built(files={**files, "connectors.html": page}, problems=EMPTY))
        expect(opened.locator("h1")).to_have_text("Renewed connectors")
        assert opened.evaluate("window.mark") == 1
        assert names(opened) == left
        assert left == sorted(left, reverse=True)
        expect(opened.locator("#filter")).to_be_focused()
        expect(opened.get_by_text("Columns")).to_be_visible()


def test_what_a_list_of_cards_is_sorted_by_stands_side_by_side(http: str, opened: Page) -> None:
    opened.set_viewport_size({"width": 768, "height": 800})
    opened.goto(f"{http}threads/index.html")
    gaps = (
        opened.locator("thead")
        .first.locator("th")
        .evaluate_all(
            """all => all.slice(1).map((one, at) => {
          const words = document.createRange();
          words.selectNodeContents(all[at].querySelector("button"));
          return one.getBoundingClientRect().left - words.getBoundingClientRect().right;
        })"""
        )
    )
    assert len(gaps) == 3
    assert max(gaps) < 20
