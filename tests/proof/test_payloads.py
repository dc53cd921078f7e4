"""Hostile text in every field stays text in real Chromium, with the page's policy and without.

The control is the same site with one layer of escaping taken off: there, payloads must run or be
stopped by the policy, else the harness sees nothing.
"""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from site_builder.app.build import look_of
from site_builder.app.run import Run, settings_of
from site_builder.compiler import compile_site
from tests.proof.hostile_vault import write_vault
from tests.proof.long_form import LONG, naughty_strings, sample
from tests.proof.payloads import PAYLOADS
from tests.proof.watched_browser import Seen, walk, without_escaping, without_policy
from tests.support.figures import Count

pytestmark = pytest.mark.proves("payloads")

SHORT = 30
"""Pages of the short form."""
THEMES = ("default", "plain")
EVERY_PAGE = "default without policy"
"""Of which the long form opens every page: nothing but escaping protects it."""


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, bytes]]:
    """Return the pages and other files of the hostile vault, by theme."""
    root = tmp_path_factory.mktemp("hostile")
    write_vault(root, [*PAYLOADS, *(naughty_strings() if LONG else ())])
    run = Run(root=root, today=date(2026, 11, 22), settings=settings_of(root))
    made = {}
    for theme in THEMES:
        site = compile_site(run.inputs(), look_of(run, theme), run.memo)
        assert site.files, [found for found in site.diagnostics if found.severity == "error"][:5]
        made[theme] = dict(site.files)
    return made


def shown(
    browser: Browser,
    files: dict[str, bytes],
    folder: Path,
    change: Callable[[bytes], bytes] = bytes,
    most: int = SHORT,
) -> Seen:
    """Write a site, its pages changed, and walk through a sample of them."""
    pages = sorted(path for path in files if path.endswith(".html"))
    for path, data in files.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(change(data) if path in pages else data)
    lists = [path for path in pages if "/" not in path or path.endswith("/index.html")]
    rest = sorted(set(pages) - set(lists))
    return walk(browser, folder, [*lists, *sample(rest, most)])


@pytest.mark.parametrize("variant", [*THEMES, *(f"{theme} without policy" for theme in THEMES)])
def test_nothing_runs_asks_or_is_even_tried(
    browser: Browser,
    sites: dict[str, dict[str, bytes]],
    tmp_path: Path,
    variant: str,
    count: Count,
) -> None:
    theme, _, bare = variant.partition(" ")
    most = len(sites[theme]) if LONG and variant == EVERY_PAGE else SHORT
    seen = shown(browser, sites[theme], tmp_path, without_policy if bare else bytes, most)
    assert seen.pages > SHORT
    assert (seen.executed, seen.asked, seen.violations, seen.dangerous) == ([], [], [], [])
    count(seen.pages)


@pytest.mark.control
def test_the_harness_sees_what_runs_where_escaping_was_forgotten(
    browser: Browser,
    sites: dict[str, dict[str, bytes]],
    tmp_path: Path,
    count: Count,
) -> None:
    def bare(page: bytes) -> bytes:
        return without_escaping(without_policy(page))

    seen = shown(browser, sites["plain"], tmp_path, bare, most=10)
    assert seen.executed
    assert seen.asked
    assert seen.dangerous
    count(seen.pages, seen.struck)


def test_the_policy_stops_what_forgotten_escaping_lets_through(
    browser: Browser, sites: dict[str, dict[str, bytes]], tmp_path: Path
) -> None:
    seen = shown(browser, sites["plain"], tmp_path, without_escaping, most=10)
    assert not [each for each in seen.executed if each.startswith("dialog")]
    assert seen.violations


def test_names_stand_on_their_pages_as_they_were_typed(
    browser: Browser, sites: dict[str, dict[str, bytes]]
) -> None:
    tab = browser.new_page()
    for number, payload in sample(list(enumerate(PAYLOADS)), SHORT):
        tab.set_content(sites["plain"][f"contacts/p{number}.html"].decode())
        heading = tab.locator("h1").first.evaluate("one => one.textContent")
        assert " ".join(payload.split()) in " ".join(heading.split())
    tab.close()
