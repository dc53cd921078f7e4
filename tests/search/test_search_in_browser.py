"""Search as a person uses it, from disk and from a server, by keyboard alone."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.preview.browser import tab

FOUND = "[role=option]"
FROM_DISK = pytest.mark.parametrize("root", ["file"], indirect=True)
"""What is found in an index does not depend on how it came."""


def typed(shown: Page, query: str) -> list[str]:
    """Open search, type, wait until everything has been read, and return what is shown."""
    if not shown.locator("dialog[open]").count():
        shown.keyboard.press("/")
    shown.get_by_role("combobox").fill(query)
    expect(shown.get_by_role("status")).not_to_contain_text(re.compile("reading", re.IGNORECASE))
    return [" ".join(text.split()) for text in shown.locator(FOUND).all_inner_texts()]


def marked(shown: Page) -> list[str]:
    return shown.locator(f"{FOUND} >> nth=0 >> mark").all_inner_texts()


def test_a_person_is_found_and_opened_by_keyboard_alone(shown: Page, root: str) -> None:
    shown.keyboard.press("/")
    shown.keyboard.type("tara")
    expect(shown.locator(FOUND)).to_have_count(3)
    field = shown.get_by_role("combobox")
    expect(field).to_be_focused()
    expect(field).to_have_attribute("aria-expanded", "true")
    expect(field).to_have_attribute("aria-activedescendant", "found-0")
    shown.keyboard.press("ArrowUp")
    expect(shown.locator("[aria-selected=true]")).to_have_text(re.compile("introduction"))
    expect(field).to_have_attribute("aria-activedescendant", "found-2")
    shown.keyboard.press("ArrowDown")
    expect(shown.locator("[aria-selected=true]")).to_have_text(re.compile("person"))
    shown.keyboard.press("Enter")
    shown.wait_for_url(f"{root}contacts/tara-lindqvist.html")


def test_a_found_door_introduction_and_circle_have_pages(shown: Page) -> None:
    typed(shown, "tara")
    links = [link.get_attribute("href") for link in shown.locator(FOUND).all()]
    typed(shown, "oslo rowing")
    links.append(shown.locator(FOUND).first.get_attribute("href"))
    assert [re.sub(r".*/(\w+/)", r"\1", str(link)) for link in links] == [
        "contacts/tara-lindqvist.html",
        "threads/tara-lindqvist.html",
        "intros/2026-09-28-tara-via-sam.html",
        "groups/team-oslo-rowing.html",
    ]
    for link in links:
        shown.goto(str(link))
        expect(shown.locator("h1")).not_to_contain_text("No page")


def test_nothing_is_loaded_before_search_is_used(shown: Page) -> None:
    asked: list[str] = []
    shown.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    shown.reload()
    before = set(asked)
    typed(shown, "tara")
    later = {"minisearch.min.js", "words.js", "find.js", "reasons.js"}
    later |= {"search-index.js", "search-notes.js"}
    assert "search.js" in before
    assert not before & later
    assert later <= set(asked)


def test_control_k_and_the_button_open_it_and_escape_ends_it(shown: Page) -> None:
    shown.keyboard.press("Control+k")
    expect(shown.get_by_role("dialog", name="Search")).to_be_visible()
    shown.keyboard.press("Escape")
    expect(shown.get_by_role("dialog")).to_have_count(0)
    button = shown.get_by_role("button", name="Search")
    button.focus()
    shown.keyboard.press("Enter")
    expect(shown.get_by_role("combobox")).to_be_focused()
    shown.keyboard.press("Escape")
    expect(button).to_be_focused()
    button.click()
    shown.get_by_role("button", name="Close").click()
    expect(shown.get_by_role("dialog")).to_have_count(0)


def test_it_can_be_opened_again_at_once(shown: Page) -> None:
    for key in "/", "Escape", "/", "Escape", "/":
        shown.keyboard.press(key)
    shown.keyboard.type("tara")
    expect(shown.locator(FOUND)).to_have_count(3)
    expect(shown.locator("dialog")).to_have_count(1)


def test_a_slash_typed_into_a_field_is_a_slash(shown: Page) -> None:
    shown.keyboard.press("/")
    shown.keyboard.type("a/b")
    expect(shown.get_by_role("combobox")).to_have_value("a/b")


@FROM_DISK
@pytest.mark.parametrize(
    ("query", "first", "marks"),
    [
        ("soren", "Søren Ærø Müller", ["Søren"]),
        ("sören muller", "Søren Ærø Müller", ["Søren", "Müller"]),
        ("ær", "Søren Ærø Müller", ["Ærø"]),
        ("LIND", "Tara Lindqvist", ["Lind"]),
        ("小明", "王小明", ["小明"]),
        ("字体", "王小明", ["字体"]),
        ("김", "김민수", ["김"]),
        ("민수", "김민수", ["민수"]),
        ("\u1106\u1175\u11ab", "김민수", ["민"]),
        ("박서연", "박 서연", []),
        ("ヤマダ", "ﾔﾏﾀﾞ ﾊﾅｺ", ["ﾔﾏﾀﾞ"]),
        ("havel", "नुहा", ["Ｈａｖｅｌ"]),
        ("नुहा", "नुहा", ["नुहा"]),
        ("שיר", "שִׁירָה", ["שִׁירָה"]),
        ("northw stock", "Tara Lindqvist", ["Northw", "Stock"]),
        ("tara glass", "Tara Lindqvist", ["Tara", "glass"]),
        ("oslo mira", "Tara Lindqvist", ["Oslo", "Mira"]),
    ],
)
def test_the_letters_typed_are_marked(
    shown: Page, query: str, first: str, marks: list[str]
) -> None:
    assert typed(shown, query)[0].startswith(first)
    assert marked(shown) == marks


@FROM_DISK
@pytest.mark.parametrize(
    ("query", "why"),
    [
        ("rowing", "Circle: Oslo Rowing"),
        ("berg", "Also called: Mira Berg"),
        ("titti", "Also called: Titti"),
        ("coffee", "Goal: Thirty minutes over coffee"),
        ("#nor", "Tag: #nordics"),
        ("tara@north", "Reached at: tara@northwind.example"),
        ("0123", "Reached at: +46 555 0123"),
        ("harbour", "met at the harbour"),
        ("glassblowing", "hobby: glassblowing"),
        ("lunch", "Notes: We measured three tools · over lunch"),
        ("søren hut", "… rain, while the others waited in the hut and told"),
        ("gemalde", "Notes: Kauft Gemälde."),
    ],
)
def test_it_says_why_something_was_found(shown: Page, query: str, why: str) -> None:
    found = typed(shown, query)
    assert [one for one in found if why in one], found


@FROM_DISK
def test_a_tag_is_found_before_those_who_carry_it(shown: Page, root: str) -> None:
    assert typed(shown, "#nord")[0] == "#nordics 2 people tag"
    assert marked(shown) == ["#nord"]
    assert typed(shown, "nordics")[0].startswith("#nordics")
    shown.keyboard.press("Enter")
    shown.wait_for_url(f"{root}tags/nordics.html")


@FROM_DISK
def test_every_word_has_to_be_there(shown: Page) -> None:
    assert len(typed(shown, "northwind")) > len(typed(shown, "northwind projector")) == 1
    assert typed(shown, "northwind nowhere") == []
    expect(shown.get_by_role("status")).to_have_text("Nothing found for “northwind nowhere”.")
    expect(shown.get_by_role("combobox")).to_have_attribute("aria-expanded", "false")


@FROM_DISK
def test_a_misspelt_name_is_found_and_said_to_be_near(shown: Page) -> None:
    assert typed(shown, "linqvist")[0].startswith("Tara Lindqvist")
    expect(shown.get_by_role("status")).to_contain_text("nothing is spelled “linqvist”")
    typed(shown, "lindqvist")
    expect(shown.get_by_role("status")).to_have_text("3 found")


@FROM_DISK
def test_a_long_list_is_counted_and_cut(shown: Page) -> None:
    assert len(typed(shown, "guild")) == 30
    expect(shown.get_by_role("status")).to_have_text("40 found; the first 30 are shown")
    assert typed(shown, "guild member 07") == ["Guild Member 07 person"]


def test_text_from_files_stays_text(shown: Page) -> None:
    (found,) = typed(shown, "hostile")
    assert "</script><script>alert(1)</script> ${alert(2)} `alert(3)` \\u0041 <img" in found
    assert shown.locator("dialog img, dialog script").count() == 0
    assert typed(shown, "onerror")[0].startswith("Hostile & Sons")


@FROM_DISK
def test_it_fits_a_narrow_screen(shown: Page) -> None:
    shown.set_viewport_size({"width": 320, "height": 560})
    typed(shown, "guild")
    assert shown.evaluate("document.documentElement.scrollWidth") <= 320
    box = shown.get_by_role("dialog").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 320
    assert box["y"] + box["height"] <= 560


def test_without_script_there_is_no_button(browser: Browser, root: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    opened = context.new_page()
    opened.goto(f"{root}index.html")
    expect(opened.locator("[data-search]")).to_have_count(1)
    expect(opened.locator("[data-search]")).to_be_hidden()
    context.close()


def test_the_keyboard_opens_it_from_any_page(browser: Browser, root: str) -> None:
    with tab(browser) as opened:
        for page in ("index.html", "threads/tara-lindqvist.html", "problems.html"):
            opened.goto(root + page)
            assert typed(opened, "robin") == ["Robin Vale person"]


@FROM_DISK
def test_a_vowel_sign_tells_two_names_apart(shown: Page, root: str) -> None:
    assert [one.partition(" ")[0] for one in typed(shown, "नुहा")] == ["नुहा"]
    shown.goto(f"{root}contacts/index.html")
    for words in ("नुहा", "ﾔﾏﾀﾞ", "ヤマタ"):
        shown.locator("#filter").fill(words)
        expect(shown.locator("tbody tr")).to_have_count(1)
