"""The vault as it was committed, read by git's plumbing; no working tree, no network."""

import subprocess
from datetime import date
from pathlib import Path

import pytest

from site_builder.reading import git_history
from site_builder.reading.git_history import GitError, GitHistory
from tests.support.git import commit, git, new_repository


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Return a repository with two states of a vault and one commit that does not touch it."""
    new_repository(tmp_path)
    commit(tmp_path, "2026-01-05", {"contacts/tara.md": "one\n", "intros/x.md": "intro\n"})
    commit(tmp_path, "2026-02-01", {"README.md": "no vault file\n"})
    commit(tmp_path, "2026-03-10", {"contacts/tara.md": "two\n", "contacts/a/ben.md": "ben\n"})
    return tmp_path


def texts(history: GitHistory, commit_id: str) -> dict[str, bytes]:
    files = history.files(commit_id)
    data = history.read(blob.id for blob in files)
    return {blob.path: data[blob.id] for blob in files}


def test_commits_that_touched_the_vault_come_latest_first(repository: Path) -> None:
    days = [one.day for one in GitHistory(repository).commits()]
    assert days == [date(2026, 3, 10), date(2026, 1, 5)]


def test_each_commit_has_the_files_of_its_day(repository: Path) -> None:
    history = GitHistory(repository)
    latest, first = history.commits()
    assert texts(history, first.id) == {"contacts/tara.md": b"one\n", "intros/x.md": b"intro\n"}
    assert texts(history, latest.id) == {
        "contacts/a/ben.md": b"ben\n",
        "contacts/tara.md": b"two\n",
        "intros/x.md": b"intro\n",
    }


def test_the_working_tree_is_neither_read_nor_touched(repository: Path) -> None:
    (repository / "contacts/tara.md").write_text("not committed")
    history = GitHistory(repository)
    assert texts(history, history.commits()[0].id)["contacts/tara.md"] == b"two\n"
    assert (repository / "contacts/tara.md").read_text() == "not committed"


def test_a_vault_in_a_folder_of_a_repository_sees_its_own_files(tmp_path: Path) -> None:
    new_repository(tmp_path)
    commit(tmp_path, "2026-01-05", {"doors/contacts/t.md": "t", "contacts/other.md": "o"})
    history = GitHistory(tmp_path / "doors")
    assert texts(history, history.commits()[0].id) == {"contacts/t.md": b"t"}


def test_links_hidden_files_and_other_kinds_are_left_out(repository: Path) -> None:
    (repository / "contacts/link.md").symlink_to("tara.md")
    commit(
        repository,
        "2026-04-01",
        {"contacts/.x.md": "", "contacts/photo.png": "", "intros/å.md": "å"},
    )
    history = GitHistory(repository)
    names = set(texts(history, history.commits()[0].id))
    assert names == {"contacts/a/ben.md", "contacts/tara.md", "intros/x.md", "intros/å.md"}


def test_a_file_past_the_limit_is_cut_one_byte_after_it(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(git_history, "LARGEST_FILE", 2)
    history = GitHistory(repository)
    data = texts(history, history.commits()[0].id)
    assert data["intros/x.md"] == b"int"
    assert data["contacts/a/ben.md"] == b"ben"


def test_equal_files_are_read_once(repository: Path) -> None:
    history = GitHistory(repository)
    (blob, *_) = history.files(history.commits()[0].id)
    assert history.read([blob.id, blob.id]) == {blob.id: b"ben\n"}
    assert history.read([]) == {}


def test_a_folder_without_history_says_so(tmp_path: Path) -> None:
    with pytest.raises(GitError, match="not a git repository"):
        GitHistory(tmp_path).commits()


def test_a_repository_without_a_commit_says_so(tmp_path: Path) -> None:
    new_repository(tmp_path)
    with pytest.raises(GitError, match="nothing has been committed yet"):
        GitHistory(tmp_path).commits()


def test_a_machine_without_git_says_so(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(GitError, match="git is not installed"):
        GitHistory(repository).commits()


def test_git_that_never_answers_is_given_up(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slow(*_words: object, **_more: object) -> None:
        raise subprocess.TimeoutExpired("git", git_history.PATIENCE)

    monkeypatch.setattr(subprocess, "run", slow)
    with pytest.raises(GitError, match="longer than 60 seconds"):
        GitHistory(repository).commits()


def test_a_file_that_is_not_on_this_machine_is_no_crash(repository: Path) -> None:
    with pytest.raises(GitError, match="not on this machine"):
        GitHistory(repository).read(["0" * 40])


def test_a_failure_without_words_is_told_as_one() -> None:
    assert git_history._reason("") == "git failed"  # noqa: SLF001 - git always says something


def test_a_hook_of_another_repository_does_not_lead_astray(
    repository: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path_factory.mktemp("other")
    new_repository(other)
    monkeypatch.setenv("GIT_DIR", str(other / ".git"))
    assert len(GitHistory(repository).commits()) == 2
    with pytest.raises(subprocess.CalledProcessError):
        git(repository, "rev-parse", "HEAD")


def test_what_was_merged_counts_from_the_day_of_the_merge(repository: Path) -> None:
    git(repository, "checkout", "-qb", "side")
    commit(repository, "2026-03-15", {"contacts/side.md": "side"})
    git(repository, "checkout", "-q", "-")
    commit(repository, "2026-04-01", {"contacts/main.md": "main"})
    git(repository, "merge", "-q", "--no-ff", "side", day="2026-05-01")
    days = [one.day for one in GitHistory(repository).commits()]
    assert days == [date(2026, 5, 1), date(2026, 4, 1), date(2026, 3, 10), date(2026, 1, 5)]
