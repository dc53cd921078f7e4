"""A preview of a small site, and the control."""

import time
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from site_builder.preview.listen import Listening, listen
from site_builder.preview.live import Live
from site_builder.preview.shown import Built
from tests.preview.asking import SITE, TOKEN, PythonsOwn
from tests.preview.browser import hears, site, tab


@pytest.fixture(scope="module")
def live() -> Live:
    """Return a preview's state after one build."""
    live = Live("abcd")
    live.show(Built(files=SITE, problems=b"{}"))
    return live


@pytest.fixture(scope="module")
def preview(live: Live) -> Iterator[Listening]:
    """Return an open port on loopback."""
    listening = listen(live, host="127.0.0.1", port=0, token=TOKEN, clock=time.monotonic)
    listening.server.start()
    yield listening
    listening.server.stop()


@pytest.fixture(scope="module")
def control(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PythonsOwn]:
    """Return Python's own server of the same site."""
    server = PythonsOwn(tmp_path_factory.mktemp("site"))
    yield server
    server.stop()


@pytest.fixture
def unbuilt(preview: Listening) -> Iterator[Live]:
    """Return a state of the server's own for one test, with nothing built."""
    kept = preview.server.live
    live = preview.server.live = Live("abcd")
    yield live
    live.close()
    preview.server.live = kept


@pytest.fixture
def fresh(unbuilt: Live) -> Live:
    """Return a state for one test, after one build."""
    unbuilt.show(Built(files=SITE, problems=b"{}"))
    return unbuilt


@pytest.fixture
def shown(browser: Browser, fresh: Live, preview: Listening) -> Iterator[Page]:
    """Return a tab that shows the first build of a small site and hears of later ones."""
    fresh.show(site("first"))
    with tab(browser) as opened:
        opened.goto(preview.url)
        hears(preview, 1)
        yield opened
