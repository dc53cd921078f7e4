"""Options of our own: accept what the golden tests see; hold a theme to the contract."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--accept`, which `make golden` uses, and `--theme`."""
    parser.addoption("--accept", action="store_true", help="rewrite the golden files")
    parser.addoption("--theme", help="a theme's folder, to be held to the contract of themes")
