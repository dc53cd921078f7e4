"""What a renaming leaves in `.doorstep/`, what becomes of saves, and what forbids it."""

import os
import signal
from pathlib import Path

import pytest

from site_builder.editing import commit, move_commit, move_journal
from site_builder.editing.edit_errors import (
    ChangedOnDiskError,
    EditRefusedError,
    MoveRefusedError,
)
from site_builder.editing.replaced import Settled
from site_builder.exchange import exchange, rename_alone
from tests.editing.moves import (
    BERG,
    NEW,
    OLD,
    TARA,
    held,
    kept,
    logged,
    move,
    planned,
    settled,
    vault,
)
from tests.editing.notes import PATH

SAM = "contacts/sam.md"


def killed_at(root: Path, monkeypatch: pytest.MonkeyPatch, place: object, name: str) -> None:
    """Rename in a child that is killed when it calls this."""
    plan = planned(vault(root))
    child = os.fork()
    if not child:
        monkeypatch.setattr(place, name, lambda *_: os.kill(os.getpid(), signal.SIGKILL))
        move(root, plan)
    assert os.WTERMSIG(os.waitpid(child, 0)[1]) == signal.SIGKILL


def test_what_was_displaced_is_kept_and_nothing_else(tmp_path: Path) -> None:
    move(vault(tmp_path), planned(tmp_path))
    assert held(tmp_path) == NEW
    assert kept(tmp_path) == [".done"] * 3 + [".md"] * 3
    texts = (tmp_path / ".doorstep" / "replaced").glob("*.md")
    assert {text.read_text() for text in texts} == set(OLD.values())


@pytest.mark.parametrize(
    ("name", "end"), [("move_file", Settled.UNMADE), ("settle_move", Settled.MADE)]
)
def test_one_that_was_killed_is_settled_and_told_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, end: Settled
) -> None:
    killed_at(tmp_path, monkeypatch, move_commit, name)
    assert held(tmp_path) != OLD
    (told,) = settled(tmp_path).moves
    assert (told.path, told.new_path, told.end, told.kept) == (TARA, BERG, end, ())
    assert held(tmp_path) == logged(NEW if end is Settled.MADE else OLD)
    assert settled(tmp_path).moves == ()


def test_what_was_saved_after_a_kill_stays_and_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    killed_at(tmp_path, monkeypatch, move_commit, "digest_at")
    (tmp_path / SAM).write_text("their save")
    (tmp_path / BERG).write_text("another save")
    (told,) = settled(tmp_path).moves
    assert sorted(told.kept) == [BERG, SAM]
    mine = {SAM: "their save", TARA: "another save"}
    assert held(tmp_path) == {**logged(OLD), **mine}


def test_a_note_that_comes_back_under_its_old_name_after_a_kill_stays_beside_the_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    killed_at(tmp_path, monkeypatch, move_commit, "digest_at")
    (tmp_path / TARA).write_text("their save")
    (told,) = settled(tmp_path).moves
    assert told.kept == (BERG, BERG)
    assert held(tmp_path) == {**logged(OLD), TARA: "their save", BERG: NEW[BERG]}


@pytest.mark.parametrize(
    ("saved", "moment"),
    [(SAM, "exchange"), (PATH, "exchange"), (TARA, "exchange"), (TARA, "rename")],
)
def test_a_save_in_the_very_moment_stands_and_all_else_is_undone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, saved: str, moment: str
) -> None:
    plan = planned(vault(tmp_path))
    times: list[int] = []

    def save_once() -> None:
        if not times:
            (tmp_path / saved).write_text("their save")
        times.append(1)

    def exchanging(one: Path, other: Path) -> bool:
        if other == tmp_path / saved:
            save_once()
        return exchange(one, other)

    def moving(one: Path, other: Path) -> bool:
        save_once()
        return rename_alone(one, other)

    if moment == "exchange":
        monkeypatch.setattr(commit, "exchange", exchanging)
    else:
        monkeypatch.setattr(move_journal, "rename_alone", moving)
    with pytest.raises(ChangedOnDiskError):
        move(tmp_path, plan)
    assert held(tmp_path) == {**OLD, saved: "their save"}


def test_a_save_while_the_file_has_both_names_keeps_the_old_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan, link = planned(vault(tmp_path)), os.link

    def linking(one: Path, other: Path) -> None:
        link(one, other)
        if other == tmp_path / BERG:
            (tmp_path / "saved").write_text("their save")
            (tmp_path / "saved").replace(tmp_path / TARA)

    monkeypatch.setattr(move_journal, "rename_alone", lambda *_: False)
    monkeypatch.setattr(os, "link", linking)
    move(tmp_path, plan)
    assert held(tmp_path) == {**NEW, TARA: "their save"}


@pytest.mark.parametrize("path", [SAM, TARA])
def test_what_is_not_what_was_read_is_left(tmp_path: Path, path: str) -> None:
    plan = planned(vault(tmp_path))
    (tmp_path / path).write_text("their save")
    with pytest.raises(ChangedOnDiskError, match=path):
        move(tmp_path, plan)
    (tmp_path / path).unlink()
    with pytest.raises(ChangedOnDiskError, match=path):
        move(tmp_path, plan)
    assert held(tmp_path) == {key: text for key, text in OLD.items() if key != path}


@pytest.mark.parametrize("there", ["file", "link to nothing", "folder"])
@pytest.mark.parametrize("alone", [True, False])
def test_a_name_that_is_taken_is_refused_and_all_is_undone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, there: str, *, alone: bool
) -> None:
    if not alone:
        monkeypatch.setattr(move_journal, "rename_alone", lambda *_: False)
    plan, place = planned(vault(tmp_path)), tmp_path / BERG
    place.parent.mkdir()
    if there == "file":
        place.write_text("mine")
    elif there == "folder":
        place.mkdir()
    else:
        place.symlink_to("nowhere")
    with pytest.raises(MoveRefusedError, match="its new name is taken"):
        move(tmp_path, plan)
    assert {key: text for key, text in held(tmp_path).items() if key != BERG} == OLD
    assert os.path.lexists(place)
    assert kept(tmp_path) == []


def test_one_read_only_note_keeps_all_as_they_are(tmp_path: Path) -> None:
    plan = planned(vault(tmp_path))
    (tmp_path / SAM).chmod(0o444)
    with pytest.raises(EditRefusedError, match=r"sam\.md was left as it is: it is read-only"):
        move(tmp_path, plan)
    assert held(tmp_path) == OLD
    assert kept(tmp_path) == []


def test_a_link_is_not_renamed_and_a_note_of_two_names_not_changed(tmp_path: Path) -> None:
    vault(tmp_path)
    (tmp_path / TARA).rename(tmp_path / "tara.md")
    (tmp_path / TARA).symlink_to("../tara.md")
    with pytest.raises(MoveRefusedError, match="it is a link"):
        move(tmp_path, planned(tmp_path))
    (tmp_path / TARA).unlink()
    (tmp_path / "tara.md").rename(tmp_path / TARA)
    (tmp_path / "contacts" / "sam2.md").symlink_to("sam.md")
    with pytest.raises(MoveRefusedError, match=r"contacts/sam2\.md and contacts/sam\.md are one"):
        move(tmp_path, planned(tmp_path))
    assert (tmp_path / SAM).read_text() == OLD[SAM]


def test_a_folder_that_is_a_link_is_not_followed(tmp_path: Path) -> None:
    plan = planned(vault(tmp_path))
    (tmp_path / "away").mkdir()
    (tmp_path / "contacts" / "old").symlink_to("../away")
    with pytest.raises(EditRefusedError, match="its folder is a link"):
        move(tmp_path, plan)
    assert held(tmp_path) == OLD
