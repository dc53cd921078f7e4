"""Git is at work while its lock is there, and a lock that was left behind is none."""

import time
from pathlib import Path

import pytest

from site_builder.reading.git_at_work import LEFT_BEHIND, LOCK, git_at_work


@pytest.mark.parametrize("vault", [".", "notes", "notes/doors"])
def test_git_is_at_work_while_its_lock_is_young(tmp_path: Path, vault: str) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / vault).mkdir(parents=True, exist_ok=True)
    later = 0.0
    is_at_work = git_at_work(tmp_path / vault, lambda: time.time() + later)
    assert not is_at_work()
    (tmp_path / LOCK).touch()
    assert is_at_work()
    later = LEFT_BEHIND + 1
    assert not is_at_work()
    later = 0.0
    assert is_at_work()
    (tmp_path / LOCK).unlink()
    assert not is_at_work()
