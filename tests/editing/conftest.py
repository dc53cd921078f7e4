"""A folder on a disk that is quick to confirm what is written, and commands on notes of friends."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.editing.friends import FILES
from tests.editing.notes import MEMORY
from tests.support.commands import Commands


@pytest.fixture
def quick_path(tmp_path: Path) -> Iterator[Path]:
    """Return a folder in memory where the system has one, else any."""
    if MEMORY is None:
        yield tmp_path
        return
    with tempfile.TemporaryDirectory(dir=MEMORY) as folder:
        yield Path(folder)


@pytest.fixture
def friends(build: Commands, monkeypatch: pytest.MonkeyPatch) -> Commands:
    """Return commands that run in a vault of notes that name each other, on 4 November 2026."""
    monkeypatch.setenv("DOORSTEP_TODAY", "2026-11-04")
    build.write(FILES)
    return build
