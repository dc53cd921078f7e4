"""Chromium, and the small site from disk and from the preview."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from site_builder.preview.live import Live
from site_builder.preview.shown import Built
from tests.preview.browser import EMPTY, served, tab
from tests.search.found_site import FILES, build
from tests.support.commands import write


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the site's folder."""
    root = tmp_path_factory.mktemp("vault")
    write(root, FILES)
    return build(root)


@pytest.fixture(scope="module")
def preview(folder: Path) -> Iterator[str]:
    """Return the address of the same site in the preview."""
    live = Live("abcd")
    paths = [path for path in folder.rglob("*") if path.is_file()]
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}
    live.show(Built(files=files, problems=EMPTY))
    with served(live) as listening:
        yield listening.url


@pytest.fixture(params=["file", "http"])
def root(request: pytest.FixtureRequest, folder: Path, preview: str) -> str:
    """Return where the site begins: a folder on disk or an address."""
    return preview if request.param == "http" else f"{folder.as_uri()}/"


@pytest.fixture
def shown(browser: Browser, root: str) -> Iterator[Page]:
    """Return a tab on a page inside a folder, in which no error passes unseen."""
    with tab(browser) as opened:
        errors: list[str] = []
        opened.on(
            "console", lambda said: errors.append(said.text) if said.type == "error" else None
        )
        opened.goto(f"{root}contacts/sam-okafor.html")
        yield opened
        assert not errors
