"""A long name is whole where there is room for it, and never over the edge of its box."""

import re
from pathlib import Path
from typing import cast

import pytest
from msgspec.structs import replace
from playwright.sync_api import Browser

from site_builder.pages.door import DoorView, door_page
from site_builder.pages.door_picture import picture_of
from site_builder.pages.door_ways import Way
from tests.browser.demo_site import demo_site, write_site
from tests.preview.browser import tab
from tests.support.insights_sample import door_in, sample_insights
from tests.support.theme_files import html_of

OVER = """
all => all.filter((name) => {
  const box = name.previousElementSibling.getBBox(), text = name.getBBox();
  return text.x + text.width > box.x + box.width;
}).map((name) => name.textContent)
"""
"""Names that are wider than their boxes."""


def test_a_long_word_of_a_name_is_not_broken_on_a_wide_today(
    browser: Browser, tmp_path: Path
) -> None:
    long = "Wickramasinghearachchi"
    files = dict(demo_site())
    files["index.html"] = files["index.html"].replace(b">Noor Haddad<", f">{long}<".encode())
    home = write_site(files, tmp_path).as_uri()
    with tab(browser) as opened:
        for width in (1280, 1600):
            opened.set_viewport_size({"width": width, "height": 800})
            opened.goto(f"{home}/index.html")
            name = opened.locator(".row-name a", has_text=long).first
            assert name.evaluate("one => one.getClientRects().length") == 1, width


def test_a_long_name_stays_within_its_box_of_a_door(browser: Browser, tmp_path: Path) -> None:
    ways = tuple(
        Way(name, "old friend", "suggested", mine=4, theirs=3, rank=rank)
        for rank, name in enumerate(("Wickramasinghe Hannah Noorunnisa", "N" * 40, "n" * 40), 1)
    )
    picture = picture_of(ways, "Tara")
    assert picture
    found = sample_insights()
    page = door_page(found, door_in(found, "tara-lindqvist"))
    view = replace(cast("DoorView", page.view), picture=picture)
    html = html_of(replace(page, view=view))
    home = write_site({**demo_site(), page.address: html.encode()}, tmp_path).as_uri()
    with tab(browser) as opened:
        for width in (360, 1280):
            opened.set_viewport_size({"width": width, "height": 800})
            opened.goto(f"{home}/{page.address}")
            names = opened.locator(".box-name:visible")
            assert names.count() == len(ways)
            assert names.evaluate_all(OVER) == [], width


def test_a_long_title_and_the_years_of_a_circle_stay_in_their_places(
    browser: Browser, tmp_path: Path
) -> None:
    title, circle = b"Handschriftenforscherinnen", b"Comparative Studies of Manuscripts " * 3
    page = demo_site()["groups/index.html"].replace(b"</svg>Doorstep<", b"</svg>" + title + b"<")
    page = page.replace(b">Build engineering<", b">" + circle + b"<")
    home = write_site({**demo_site(), "groups/index.html": page}, tmp_path).as_uri()
    with tab(browser) as opened:
        opened.set_viewport_size({"width": 1280, "height": 800})
        opened.goto(f"{home}/groups/index.html")
        assert opened.locator(".side").evaluate("one => one.scrollWidth - one.clientWidth") == 0
        heights = "all => all.map(one => one.getBoundingClientRect().height)"
        assert max(opened.locator("td .badge").evaluate_all(heights)) < 24


def test_long_words_of_a_state_begin_beside_its_glyph(browser: Browser, tmp_path: Path) -> None:
    name, words = "groups/team-oslo-rowing.html", b"introduced, your turn, for sixteen days"
    page = re.sub(rb"stalled 16\S+days", words, demo_site()[name])
    assert words in page
    home = write_site({**demo_site(), name: page}, tmp_path).as_uri()
    with tab(browser) as opened:
        opened.set_viewport_size({"width": 360, "height": 800})
        opened.goto(f"{home}/{name}")
        apart = opened.locator(".row-mark .badge").evaluate("""one => {
          const words = document.createRange();
          words.selectNodeContents(one.lastChild);
          const right = one.firstElementChild.getBoundingClientRect().right;
          return [...words.getClientRects()].map(row => row.left - right);
        }""")
    assert len(apart) > 1
    assert all(4 < one < 12 for one in apart)


def test_a_button_is_no_wider_than_the_page_whatever_the_name(
    browser: Browser, tmp_path: Path
) -> None:
    long = b">Words for " + b"W" * 40 + b"<"
    files = dict(demo_site())
    for name in ("index.html", "threads/tara-lindqvist.html"):
        files[name], found = re.subn(rb">Words for [^<]+<", long, files[name])
        assert found, name
    home = write_site(files, tmp_path).as_uri()
    with tab(browser) as opened:
        for width, name in ((360, "index"), (1280, "index"), (360, "threads/tara-lindqvist")):
            opened.set_viewport_size({"width": width, "height": 800})
            opened.goto(f"{home}/{name}.html")
            wide = opened.evaluate("document.documentElement.scrollWidth")
            assert wide <= width, (width, name)
            button = opened.locator(".button", has_text="WWW").first
            assert button.evaluate("one => one.scrollWidth <= one.clientWidth"), (width, name)


@pytest.mark.parametrize("theme", ["default", "paper", "plain"])
def test_a_line_to_type_is_not_broken_behind_its_dash(
    theme: str, browser: Browser, tmp_path: Path
) -> None:
    home = write_site(demo_site(theme), tmp_path).as_uri()
    with tab(browser) as opened:
        opened.goto(f"{home}/problems.html")
        typed = opened.locator("p > code", has_text="- 2026-")
        assert typed.count() == 3
        for width in range(320, 480, 20):
            opened.set_viewport_size({"width": width, "height": 800})
            lines = typed.evaluate_all("all => all.map(one => one.getClientRects().length)")
            assert lines == [1, 1, 1], width
