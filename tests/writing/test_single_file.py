"""One private file is written whole, or not at all."""

import os
import stat
from pathlib import Path

import pytest

from site_builder.writing import single_file
from site_builder.writing.output_errors import OutputRefusedError
from site_builder.writing.single_file import write_single

OURS = b"<!-- ours -->"


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_new_file_is_for_its_owner_alone_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        write_single(tmp_path / "a.html", OURS + b"x", begins=OURS)
    finally:
        os.umask(before)
    assert (tmp_path / "a.html").read_bytes() == OURS + b"x"
    assert stat.S_IMODE((tmp_path / "a.html").stat().st_mode) == 0o600


def test_one_of_its_own_kind_is_replaced(tmp_path: Path) -> None:
    for text in (b"one", b"two"):
        write_single(tmp_path / "a.html", OURS + text, begins=OURS)
    assert (tmp_path / "a.html").read_bytes() == OURS + b"two"
    assert names(tmp_path) == ["a.html"]


@pytest.mark.parametrize("kind", ["other", "empty", "folder", "link", "dangling", "pipe"])
def test_anything_else_is_left_alone(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "a.html"
    match kind:
        case "other":
            path.write_bytes(b"<!-- mine -->")
        case "empty":
            path.touch()
        case "folder":
            path.mkdir()
        case "link":
            (tmp_path / "b").write_bytes(OURS)
            path.symlink_to("b")
        case "dangling":
            path.symlink_to("nowhere")
        case _:
            os.mkfifo(path)
    before = names(tmp_path), path.lstat()
    with pytest.raises(OutputRefusedError):
        write_single(path, OURS, begins=OURS)
    assert (names(tmp_path), path.lstat().st_ino) == (before[0], before[1].st_ino)


def test_a_disk_that_fails_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_single(tmp_path / "a.html", OURS + b"old", begins=OURS)

    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "rename", fail)
    with pytest.raises(OSError, match="No space"):
        write_single(tmp_path / "a.html", OURS + b"new", begins=OURS)
    monkeypatch.setattr(single_file, "write_new", fail)
    with pytest.raises(OSError, match="No space"):
        write_single(tmp_path / "a.html", OURS + b"new", begins=OURS)
    assert names(tmp_path) == ["a.html"]
    assert (tmp_path / "a.html").read_bytes() == OURS + b"old"


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write_single(tmp_path / "no" / "a.html", OURS, begins=OURS)
