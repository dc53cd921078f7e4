"""The Tab key reaches everything that can be used, and without scripts everything can be read."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.demo_site import demo_site, write_site
from tests.browser.host import hosted
from tests.browser.kinds import ADDRESSES
from tests.browser.reach import lost_without_script, unreached
from tests.browser.tab_watch import watched

THEMES = ("default", "paper", "plain")


@pytest.fixture(scope="module")
def host() -> Iterator[str]:
    """Return the address below which every theme's site stands."""
    files = {f"{theme}/{name}": data for theme in THEMES for name, data in demo_site(theme).items()}
    with hosted({**files, "favicon.ico": b""}) as url:
        yield url


@pytest.mark.parametrize(
    ("theme", "width"),
    [("default", 1280), ("default", 320), ("paper", 1280), ("paper", 320), ("plain", 1280)],
)
def test_the_tab_key_reaches_everything_and_shows_where_it_is(
    theme: str, width: int, browser: Browser, host: str
) -> None:
    found = []
    with watched(browser, f"{host}{theme}/", width) as tab:
        for address in ADDRESSES:
            tab.visit(address)
            found += [f"{address}: {fault}" for fault in unreached(tab.page)]
    assert found == []


@pytest.mark.parametrize(
    ("theme", "place"), [*((theme, "http") for theme in THEMES), ("default", "disk")]
)
def test_without_scripts_every_kind_of_page_is_read_whole(
    theme: str, place: str, browser: Browser, host: str, tmp_path: Path
) -> None:
    found = []
    disk = place == "disk"
    home = write_site(demo_site(theme), tmp_path).as_uri() if disk else f"{host}{theme}"
    with watched(browser, f"{home}/", script=False) as tab:
        for address in ADDRESSES:
            tab.page.goto(f"{home}/{address}")
            found += [f"{address}: {fault}" for fault in lost_without_script(tab.page)]
            found += tab.faults()
    assert found == []


@pytest.mark.parametrize(
    ("html", "said"),
    [
        ('<main><a href="x" tabindex="-1">Passed by</a>', "not reached: <a href"),
        ('<p style="clip-path: inset(50%)"><a href="x">Cut</a></p>', "reached unseen: <a href"),
        ('<style>a { outline: none }</style><a href="x">Dim</a>', "reached unseen: <a href"),
    ],
)
def test_what_the_tab_key_misses_is_caught(html: str, said: str, browser: Browser) -> None:
    with watched(browser, "") as tab:
        tab.page.set_content(f"<!doctype html>{html}<button>Seen</button>")
        found = unreached(tab.page)
    assert len(found) == 1
    assert said in found[0]


def test_what_is_lost_without_scripts_is_caught(browser: Browser) -> None:
    with watched(browser, "", script=False) as tab:
        tab.page.set_content(
            "<!doctype html><main><p style='display: none'>One.</p><p style='opacity: 0'>Two.</p>"
            "<p hidden>Meant.</p><p>Shown.</p><button>Nothing</button>"
            "<figure><svg><text y='9'>Wide.</text></svg>"
            "<svg style='display: none'><text>Narrow.</text></svg></figure>"
            "<figure><svg style='display: none'><text>Lost.</text></svg></figure></main>"
        )
        found = lost_without_script(tab.page)
    assert [fault.partition(":")[0] for fault in found] == [
        "does not show",
        "does not show",
        "does not show",
        "does nothing",
    ]
