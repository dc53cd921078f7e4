"""The browser that the tests of a module share."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture(scope="module")
def browser() -> Iterator["Browser"]:
    """Return Chromium."""
    from tests.preview.browser import chromium  # noqa: PLC0415 - 200 ms that few tests need

    with chromium() as started:
        yield started
