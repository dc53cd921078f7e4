"""The demo as a bundle, and Chromium to open it."""

from pathlib import Path

import pytest

from tests.support.commands import Commands

from .bundles import Bundle, make_bundle
from .every_key import FILES


@pytest.fixture(scope="session")
def demo_bundle(tmp_path_factory: pytest.TempPathFactory) -> Bundle:
    """Export the demo vault."""
    return make_bundle(tmp_path_factory.mktemp("bundle"))


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Return where a changed copy may lie."""
    return tmp_path / "changed.html"


@pytest.fixture
def build(build: Commands, monkeypatch: pytest.MonkeyPatch) -> Commands:
    """Return commands in an empty folder, on 22 November 2026."""
    monkeypatch.setenv("DOORSTEP_TODAY", "2026-11-22")
    return build


@pytest.fixture
def bare(build: Commands) -> Commands:
    """Return commands in a vault without a note."""
    for folder in ("contacts", "intros"):
        (build.root / folder).mkdir()
    return build


@pytest.fixture
def keys(build: Commands) -> Commands:
    """Return commands in a vault in which every key is used."""
    build.write(FILES)
    return build
