"""A small vault under watch."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from site_builder.app import watch
from tests.support.commands import write
from tests.watch.watched import VAULT, Watched


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Look more often than a user needs, so that a test ends soon."""
    monkeypatch.setattr(watch, "IDLE", 0.15)
    monkeypatch.setattr(watch, "POLL", 0.1)
    monkeypatch.setattr(watch, "SHARE", 1)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return the folder of a small vault."""
    folder = tmp_path / "vault"
    write(folder, VAULT)
    return folder


@pytest.fixture
def watched(root: Path) -> Iterator[Watched]:
    """Return a watch of the small vault."""
    watch = Watched(root)
    yield watch
    watch.stop()
    assert not watch.bugs
