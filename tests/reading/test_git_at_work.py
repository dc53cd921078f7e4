"""Git is at work while its lock is there, and a lock that was left behind is none."""

import subprocess
import time
from pathlib import Path

import pytest

from site_builder.reading.git_at_work import LEFT_BEHIND, LOCK, git_at_work
from tests.support.git import commit, git, new_repository


@pytest.mark.parametrize("vault", [".", "notes", "notes/doors"])
def test_git_is_at_work_while_its_lock_is_young(tmp_path: Path, vault: str) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / vault).mkdir(parents=True, exist_ok=True)
    later = 0.0
    is_at_work = git_at_work(tmp_path / vault, lambda: time.time() + later)
    assert not is_at_work()
    (tmp_path / ".git" / LOCK).touch()
    assert is_at_work()
    later = LEFT_BEHIND + 1
    assert not is_at_work()
    later = 0.0
    assert is_at_work()
    (tmp_path / ".git" / LOCK).unlink()
    assert not is_at_work()


def test_the_lock_of_a_worktree_is_its_own(tmp_path: Path) -> None:
    main, tree = tmp_path / "main", tmp_path / "tree"
    main.mkdir()
    new_repository(main)
    commit(main, "2026-01-01", {"contacts/ada.md": ""})
    git(main, "worktree", "add", "-q", "--detach", str(tree))
    said = subprocess.run(
        ["git", "-C", str(tree), "rev-parse", "--git-path", LOCK],
        check=True,
        capture_output=True,
        text=True,
    )
    locks = {main: main / ".git" / LOCK, tree: tree / said.stdout.strip()}
    for place, lock in locks.items():
        lock.touch()
        at_work = {each: git_at_work(each, time.time)() for each in locks}
        assert at_work == {each: each == place for each in locks}
        lock.unlink()


@pytest.mark.parametrize("said", [b"gitdir: a\0b\n", b"gitdir: \xff\n", b"", b"x" * 99_999])
def test_a_pointer_that_leads_nowhere_is_no_lock(tmp_path: Path, said: bytes) -> None:
    (tmp_path / ".git").write_bytes(said)
    assert not git_at_work(tmp_path, time.time)()
    (tmp_path / ".git").write_bytes(b"gitdir: ./here\n")
    (tmp_path / "here").mkdir()
    (tmp_path / "here" / LOCK).touch()
    assert git_at_work(tmp_path, time.time)()
