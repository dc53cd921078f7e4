"""A new file is there whole or not at all, once, and in the place of no other."""

import os
import stat
from pathlib import Path

import pytest

from site_builder.editing import edit_folder
from site_builder.editing.edit_errors import EditRefusedError, Refusal
from site_builder.editing.new_file import make_file
from tests.editing.notes import LOG, NOW, PATH
from tests.editing.test_interruptions import BLOWS, STEP, TRACED, wrong
from tests.support.figures import Count
from tests.writing.folders import names
from tests.writing.started import outcome, start


def make(root: Path, data: bytes = LOG.encode()) -> Path:
    """Make the introduction and return its place."""
    make_file(root, PATH, data, now=NOW, tell=lambda _: None)
    return root / PATH


@pytest.mark.parametrize(("mask", "mode"), [(0o022, 0o644), (0o077, 0o600)])
def test_its_mode_is_what_the_user_sets(tmp_path: Path, mask: int, mode: int) -> None:
    before = os.umask(mask)
    try:
        place = make(tmp_path)
    finally:
        os.umask(before)
    assert stat.S_IMODE(place.stat().st_mode) == mode
    assert place.read_text() == LOG
    assert place.stat().st_nlink == 1
    assert names(tmp_path / ".doorstep" / "replaced") == []


@pytest.mark.parametrize("there", ["file", "folder", "link", "link to nothing"])
@pytest.mark.parametrize("links", [True, False])
def test_what_is_there_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, there: str, *, links: bool
) -> None:
    if not links:
        monkeypatch.setattr(os, "link", no_links)
    place, other = tmp_path / PATH, tmp_path / "other.md"
    place.parent.mkdir()
    other.write_text("mine")
    if there == "file":
        place.write_text("mine")
    elif there == "folder":
        place.mkdir()
    else:
        place.symlink_to(other if there == "link" else "nowhere")
    before = place.lstat()
    with pytest.raises(EditRefusedError) as refused:
        make(tmp_path)
    assert refused.value.refusal is Refusal.EXISTS
    assert place.lstat() == before
    assert other.read_text() == "mine"
    assert names(tmp_path / ".doorstep" / "replaced") == []


def no_links(*_words: object, **_more: object) -> None:
    raise PermissionError


def test_it_is_made_where_there_are_no_second_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "link", no_links)
    assert make(tmp_path).read_text() == LOG


def test_a_folder_that_is_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "away").mkdir()
    (tmp_path / "intros").symlink_to("away")
    with pytest.raises(EditRefusedError) as refused:
        make(tmp_path)
    assert refused.value.refusal is Refusal.LINKED_FOLDER
    assert names(tmp_path / "away") == []


def test_of_eight_that_make_it_at_once_one_does(
    quick_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(edit_folder, "PATIENCE", 60.0)  # where much else runs, each takes long
    children = [started(quick_path, number) for number in range(8)]
    codes = sorted(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children)
    assert codes == [0] + [1] * 7
    assert len(set((quick_path / PATH).read_text())) == 1


def started(root: Path, number: int) -> int:
    """Make the file in a process of its own; return its number."""
    child = os.fork()
    if not child:
        code = 2
        try:
            make(root, str(number).encode() * 5_000)
            code = 0
        except EditRefusedError:
            code = 1
        finally:
            os._exit(code)
    return child


@pytest.mark.parametrize("blow", [pytest.param("kill", marks=TRACED), *BLOWS])
def test_struck_at_each_step_it_is_there_whole_or_not_at_all(
    quick_path: Path, blow: str, count: Count
) -> None:
    seen = outcome(start("editing.sweep_new", quick_path, blow, STEP))
    assert seen["unharmed"] == 1
    assert seen["none"] > 1
    count(seen.get("killed", 0) + seen.get("failed", 0) + seen.get("coped", 0), wrong(seen))
