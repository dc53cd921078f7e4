"""Keys: what they do, where they do nothing, and how they are switched off."""

import re

import pytest
from playwright.sync_api import Page, expect

NOON, LATER = "2026-11-04T12:00:00.000Z", "2026-11-04T12:00:02.000Z"


def focused(page: Page) -> str:
    """Return the text of what has the focus."""
    return str(page.evaluate("document.activeElement.textContent.trim()"))


def test_a_question_mark_opens_the_list_of_keys_and_escape_closes_it(
    site: str, opened: Page
) -> None:
    opened.goto(f"{site}contacts/tara-lindqvist.html")
    opened.locator("h1").wait_for()
    opened.get_by_role("link", name="Contacts").first.focus()
    opened.keyboard.press("?")
    sheet = opened.get_by_role("dialog", name="Keys")
    expect(sheet).to_be_visible()
    expect(sheet.get_by_role("button", name="Close")).to_be_focused()
    expect(sheet).to_contain_text("g c")
    expect(sheet).to_contain_text("/ search the site")
    expect(sheet).not_to_contain_text("filter")
    opened.keyboard.press("Escape")
    expect(sheet).to_have_count(0)
    assert focused(opened).startswith("Contacts")


def test_the_list_of_keys_names_only_what_the_page_has(site: str, opened: Page) -> None:
    opened.goto(f"{site}contacts/index.html")
    opened.keyboard.press("?")
    expect(opened.get_by_role("dialog")).to_contain_text("filter the list")


@pytest.mark.parametrize(
    ("keys", "address"),
    [
        ("gc", "contacts/index.html"),
        ("gd", "threads/index.html"),
        ("gi", "intros/index.html"),
        ("gt", "index.html"),
        ("gr", "groups/index.html"),
    ],
)
def test_g_and_a_letter_go_to_a_page(site: str, opened: Page, keys: str, address: str) -> None:
    opened.clock.set_fixed_time(NOON)  # two keys on a busy machine, and no time passes
    opened.goto(f"{site}contacts/tara-lindqvist.html")
    opened.keyboard.type(keys)
    opened.wait_for_url(re.compile(re.escape(site + address)))


def test_a_letter_long_after_g_goes_nowhere(http: str, opened: Page) -> None:
    opened.clock.set_fixed_time(NOON)
    opened.goto(f"{http}contacts/tara-lindqvist.html")
    opened.keyboard.press("g")
    opened.clock.set_fixed_time(LATER)
    opened.keyboard.press("c")
    assert opened.evaluate("new Date().toISOString()") == LATER
    opened.keyboard.press("?")
    expect(opened.get_by_role("dialog", name="Keys")).to_be_visible()
    assert opened.url.endswith("contacts/tara-lindqvist.html")


def test_a_letter_alone_goes_nowhere(site: str, opened: Page) -> None:
    opened.goto(f"{site}contacts/tara-lindqvist.html")
    opened.keyboard.type("cdi")
    opened.keyboard.press("Control+g")
    opened.keyboard.press("c")
    assert opened.url.endswith("contacts/tara-lindqvist.html")


@pytest.mark.parametrize("address", ["index.html", "contacts/index.html", "intros/index.html"])
def test_j_and_k_walk_through_the_rows(site: str, opened: Page, address: str) -> None:
    opened.goto(site + address)
    opened.keyboard.press("j")
    first = focused(opened)
    opened.keyboard.press("j")
    second = focused(opened)
    assert first
    assert second
    opened.keyboard.press("j")
    opened.keyboard.press("k")
    assert focused(opened) == second
    opened.keyboard.press("k")
    opened.keyboard.press("k")
    assert focused(opened) == first
    opened.keyboard.press("Enter")
    opened.wait_for_url(lambda url: not url.endswith(address))


def test_keys_typed_into_a_field_stay_there(site: str, opened: Page) -> None:
    opened.goto(f"{site}contacts/index.html")
    opened.keyboard.press("f")
    opened.keyboard.type("gc?j")
    expect(opened.locator("#filter")).to_have_value("gc?j")
    expect(opened.get_by_role("dialog")).to_have_count(0)


def test_keys_can_be_switched_off_and_on_again(site: str, opened: Page) -> None:
    opened.clock.set_fixed_time(NOON)
    opened.goto(f"{site}contacts/index.html")
    opened.get_by_role("button", name="Keys").press("Enter")
    opened.get_by_role("checkbox", name="Use these keys").press("Space")
    opened.keyboard.press("Escape")
    opened.reload()
    opened.keyboard.type("?gd")
    expect(opened.get_by_role("dialog")).to_have_count(0)
    assert opened.url.endswith("contacts/index.html")
    opened.get_by_role("button", name="Keys").press("Enter")
    opened.get_by_role("checkbox", name="Use these keys").press("Space")
    opened.keyboard.press("Escape")
    opened.keyboard.type("gd")
    opened.wait_for_url("**/threads/index.html")
