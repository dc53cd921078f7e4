"""The demo as a bundle, and Chromium to open it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.preview.browser import chromium

from .bundles import Bundle, make_bundle


@pytest.fixture(scope="session")
def demo_bundle(tmp_path_factory: pytest.TempPathFactory) -> Bundle:
    """Export the demo vault."""
    return make_bundle(tmp_path_factory.mktemp("bundle"))


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Return Chromium."""
    with chromium() as browser:
        yield browser


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Return where a changed copy may lie."""
    return tmp_path / "changed.html"
