"""What an edit leaves in `.doorstep/`, and what becomes of a save in the same moment."""

import fcntl
import os
import signal
import stat
from pathlib import Path

import pytest

from site_builder.editing import commit, edit_folder
from site_builder.editing.edit_errors import (
    ChangedOnDiskError,
    EditLockedError,
)
from site_builder.editing.log_event import Tidied, log_event, look_again
from site_builder.editing.replaced import Settled
from site_builder.exchange import exchange
from tests.editing.notes import LOG, NOW, NUDGED, PATH, ROW, log, vault
from tests.writing.folders import names

AFTER = f"{LOG}- {ROW}\n"


def replaced(root: Path) -> dict[str, list[str]]:
    """Return the ends of the names of what was displaced, and the texts."""
    folder = root / ".doorstep" / "replaced"
    texts = sorted(file.read_text() for file in folder.glob("*.md"))
    return {"ends": sorted(file.suffix for file in folder.iterdir()), "texts": texts}


def tidied(root: Path, now: float = NOW) -> Tidied:
    """Log an event and return what was found of earlier edits."""
    found: list[Tidied] = []
    log_event(root, PATH, NUDGED, now=now, tell=found.append)
    return found[0]


def test_what_was_displaced_is_kept_for_its_owner_alone_and_git_passes_it_over(
    tmp_path: Path,
) -> None:
    vault(tmp_path)
    log(tmp_path)
    assert replaced(tmp_path) == {"ends": [".done", ".md"], "texts": [LOG]}
    assert names(tmp_path / ".doorstep") == [".gitignore", "edit.lock", "replaced"]
    assert (tmp_path / ".doorstep" / ".gitignore").read_text() == "*\n"
    for kept in (tmp_path / ".doorstep", tmp_path / ".doorstep" / "replaced"):
        assert stat.S_IMODE(kept.stat().st_mode) == 0o700
    assert names(tmp_path / "intros") == ["tara-via-sam.md"]


def test_it_is_removed_after_thirty_days(tmp_path: Path) -> None:
    place = vault(tmp_path)
    log(tmp_path)
    written = place.stat().st_mtime
    log(tmp_path, now=written + 29 * 86_400)
    assert len(replaced(tmp_path)["texts"]) == 2
    mine = tmp_path / ".doorstep" / "replaced" / "mine.md"
    mine.write_text("not of an edit")
    log(tmp_path, now=written + 31 * 86_400)
    assert len(replaced(tmp_path)["texts"]) == 2
    assert mine.exists()


def test_a_save_into_a_file_that_an_editor_still_holds_open_is_told_once(tmp_path: Path) -> None:
    place = vault(tmp_path)
    with place.open("r+") as held:
        log(tmp_path)
        held.write("---\nEverything new.\n")
    ((path, text),) = tidied(tmp_path, now=place.stat().st_mtime + 31 * 86_400).late
    assert path == PATH
    assert "Everything new." in text.read_text()
    assert tidied(tmp_path).late == ()
    assert "Everything new." in text.read_text()


@pytest.mark.parametrize(("at", "end"), [("settle", Settled.MADE), ("exchange", Settled.UNMADE)])
def test_an_edit_that_was_killed_is_settled_and_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: str, end: Settled
) -> None:
    vault(tmp_path)
    child = os.fork()
    if not child:
        monkeypatch.setattr(commit, at, lambda *_: os.kill(os.getpid(), signal.SIGKILL))
        log(tmp_path)
    assert os.WTERMSIG(os.waitpid(child, 0)[1]) == signal.SIGKILL
    assert tidied(tmp_path).settled == ((PATH, end),)
    assert tidied(tmp_path).settled == ()


def test_a_save_in_the_very_moment_is_put_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = vault(tmp_path)

    def saved_before(one: Path, other: Path) -> bool:
        place.write_text("their save")
        return exchange(one, other)

    monkeypatch.setattr(commit, "exchange", saved_before)
    with pytest.raises(ChangedOnDiskError, match=r"tara-via-sam\.md was saved by somebody else"):
        log(tmp_path)
    assert place.read_text() == "their save"
    assert replaced(tmp_path) == {"ends": [], "texts": []}


def test_where_files_cannot_be_exchanged_a_save_before_is_kept_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(commit, "exchange", lambda *_: False)
    place = vault(tmp_path)
    log(tmp_path)
    assert place.read_text() == AFTER
    assert replaced(tmp_path) == {"ends": [".done", ".md"], "texts": [LOG]}
    monkeypatch.setattr(commit, "exchange", lambda *_: place.write_text("their save") and False)
    with pytest.raises(ChangedOnDiskError):
        log(tmp_path)
    assert place.read_text() == "their save"
    assert replaced(tmp_path) == {"ends": [".done", ".md"], "texts": [LOG]}


def test_where_there_are_no_second_names_either_a_copy_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(*_words: object, **_more: object) -> None:
        raise PermissionError

    monkeypatch.setattr(commit, "exchange", lambda *_: False)
    monkeypatch.setattr(os, "link", no_links)
    place = vault(tmp_path)
    log(tmp_path)
    assert place.read_text() == AFTER
    assert replaced(tmp_path) == {"ends": [".done", ".md"], "texts": [LOG]}


def test_a_file_that_goes_in_the_very_moment_stays_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = vault(tmp_path)

    def gone_before(one: Path, other: Path) -> bool:
        place.unlink()
        return exchange(one, other)

    monkeypatch.setattr(commit, "exchange", gone_before)
    with pytest.raises(ChangedOnDiskError):
        log(tmp_path)
    assert not place.exists()
    assert replaced(tmp_path) == {"ends": [], "texts": []}


def test_a_lock_that_is_held_is_waited_for_and_its_holder_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = vault(tmp_path)
    monkeypatch.setattr(edit_folder, "PATIENCE", 0.05)
    with edit_folder.edit_lock(tmp_path):
        with pytest.raises(EditLockedError) as locked:
            log(tmp_path)
        assert look_again(tmp_path, now=NOW) == Tidied()  # an edit that is made is not taken back
    assert f"(process {os.getpid()})" in str(locked.value)
    assert place.read_text() == LOG
    descriptor = os.open(tmp_path / ".doorstep" / "edit.lock", os.O_RDWR)
    fcntl.flock(descriptor, fcntl.LOCK_EX)
    os.ftruncate(descriptor, 0)
    with pytest.raises(EditLockedError, match="another command is editing"):
        log(tmp_path)
    os.close(descriptor)
    log(tmp_path)
    assert place.read_text() == AFTER
