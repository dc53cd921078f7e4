"""Chromium, and the demo's site from a server and from disk."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from site_builder.preview.live import Live
from site_builder.preview.shown import Built
from tests.browser.demo_site import demo_site, write_site
from tests.preview.browser import EMPTY, served, tab


@pytest.fixture(scope="module")
def preview() -> Live:
    """Return what the server shows; a test may show it something newer."""
    live = Live("abcd")
    live.show(Built(files=demo_site(), problems=EMPTY))
    return live


@pytest.fixture(scope="module")
def http(preview: Live) -> Iterator[str]:
    """Return the address of the site on a server."""
    with served(preview) as listening:
        yield listening.url


@pytest.fixture(scope="module")
def disk(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the address of the site on disk."""
    folder: Path = write_site(demo_site(), tmp_path_factory.mktemp("site"))
    return f"{folder.as_uri()}/"


@pytest.fixture(params=["http", "disk"])
def site(request: pytest.FixtureRequest) -> str:
    """Return the address of the site, from a server and from disk."""
    return str(request.getfixturevalue(request.param))


@pytest.fixture
def opened(browser: Browser) -> Iterator[Page]:
    """Return a tab in which no error and no breach of the policy passes unseen."""
    with tab(browser) as opened:
        yield opened
