"""No page scrolls sideways, and nothing on it does, from phones to wide screens."""

from collections.abc import Collection, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.demo_site import demo_site, write_site
from tests.browser.kinds import ADDRESSES
from tests.browser.long_vault import LONG as ENDLESS
from tests.browser.long_vault import long_site
from tests.browser.sideways import WIDTHS, sideways
from tests.browser.site_faults import Files
from tests.browser.tab_watch import watched
from tests.browser.test_site import generated

WIDE_TABLE = "<table><tr>" + 12 * "<td>unbreakable</td>" + "</tr></table>"
LONG = "Wolfeschlegelsteinhausenbergerdorff"
SHORT = "Ito"


EVERY = 12
"""How many pages of a larger vault stand for one that is looked at."""


def faults(
    browser: Browser, files: Files, folder: Path, addresses: Collection[str] = ADDRESSES
) -> Iterator[str]:
    """Yield what is wider than its room, or else not sound, on each kind of page."""
    home = f"{write_site(files, folder).as_uri()}/"
    with watched(browser, home) as tab:
        for address in addresses:
            tab.visit(address)
            yield from (f"{address} {fault}" for fault in (*tab.faults(), *sideways(tab.page)))


@pytest.mark.parametrize("theme", ["default", "paper", "plain"])
def test_nothing_scrolls_sideways_and_every_page_is_sound_from_disk(
    theme: str, browser: Browser, tmp_path: Path
) -> None:
    assert list(faults(browser, demo_site(theme), tmp_path)) == []


def test_names_without_a_space_do_not_widen_a_page(browser: Browser, tmp_path: Path) -> None:
    files = {
        name: data.replace(f" {SHORT}<".encode(), f" {LONG}<".encode())
        for name, data in demo_site().items()
    }
    shown = [address for address in ADDRESSES if LONG.encode() in files[address]]
    assert "connectors.html" in shown
    assert list(faults(browser, files, tmp_path, shown)) == []


@pytest.mark.parametrize("theme", ["default", "paper", "plain"])
def test_texts_of_one_endless_word_do_not_widen_a_page(
    theme: str, browser: Browser, tmp_path: Path
) -> None:
    files = long_site(tmp_path / "vault", theme)
    pages = sorted(address for address in files if address.endswith(".html"))
    assert sum(ENDLESS.encode() in files[address] for address in pages) > len(pages) / 2
    assert list(faults(browser, files, tmp_path / "site", pages)) == []


def test_the_pages_of_a_larger_vault_do_not_either(browser: Browser, tmp_path: Path) -> None:
    files = generated(tmp_path / "vault")
    pages = [address for address in files if address.endswith(".html")]
    some = {*pages[::EVERY], "threads/index.html", "connectors.html", "network.html"}
    assert list(faults(browser, files, tmp_path / "site", sorted(some))) == []


@pytest.mark.parametrize(
    ("html", "said", "widths"),
    [
        (f"<div style='overflow-x: auto'>{WIDE_TABLE}</div>", "div holds", 10),
        (f"<div style='overflow: hidden'>{WIDE_TABLE}</div>", "div holds", 10),
        ("<p style='width: 700px'>Wide.</p>", "html holds", 5),
        ("<p style='white-space: nowrap'>" + 20 * "a word and " + "</p>", "html holds", 12),
    ],
)
def test_what_is_too_wide_is_caught(html: str, said: str, widths: int, browser: Browser) -> None:
    with watched(browser, "") as tab:
        tab.page.set_content(f"<!doctype html><body>{html}")
        found = list(sideways(tab.page))
    assert all(said in fault for fault in found)
    assert 0 < len(found) < len(WIDTHS)
    assert len(found) >= widths
