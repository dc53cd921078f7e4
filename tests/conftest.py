"""The one option of our own: accept what the golden tests see."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--accept`, which `make golden` uses."""
    parser.addoption("--accept", action="store_true", help="rewrite the golden files")
