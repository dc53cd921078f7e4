"""One private file is written whole, or not at all."""

import errno
import os
import stat
from pathlib import Path

import pytest

from site_builder.writing import single_file
from site_builder.writing.output_errors import OutputRefusedError, Refusal
from site_builder.writing.single_file import write_single
from site_builder.writing.unwritable import naming

OURS = b"<!-- ours -->"


def write(path: Path, data: bytes) -> None:
    write_single(path, data, begins=OURS, vault=path.parent / "vault")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_new_file_is_for_its_owner_alone_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        write(tmp_path / "a.html", OURS + b"x")
    finally:
        os.umask(before)
    assert (tmp_path / "a.html").read_bytes() == OURS + b"x"
    assert stat.S_IMODE((tmp_path / "a.html").stat().st_mode) == 0o600


def test_one_of_its_own_kind_is_replaced(tmp_path: Path) -> None:
    for text in (b"one", b"two"):
        write(tmp_path / "a.html", OURS + text)
    assert (tmp_path / "a.html").read_bytes() == OURS + b"two"
    assert names(tmp_path) == ["a.html"]


def test_an_empty_one_is_replaced_only_where_ours_may_be_empty(tmp_path: Path) -> None:
    path, vault = tmp_path / "a.html", tmp_path / "vault"
    for data in (b"", b"", OURS):
        write_single(path, data, begins=OURS, vault=vault, empty=True)
    assert path.read_bytes() == OURS
    path.write_bytes(b"<!-- mine -->")
    with pytest.raises(OutputRefusedError):
        write_single(path, OURS, begins=OURS, vault=vault, empty=True)


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
        write(path, OURS)
    assert (names(tmp_path), path.lstat().st_ino) == (before[0], before[1].st_ino)


def test_a_disk_that_fails_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "a.html", OURS + b"old")

    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "rename", fail)
    with pytest.raises(OSError, match="the disk is full; make room"):
        write(tmp_path / "a.html", OURS + b"new")
    monkeypatch.setattr(single_file, "write_new", fail)
    with pytest.raises(OSError, match="the disk is full; make room"):
        write(tmp_path / "a.html", OURS + b"new")
    assert names(tmp_path) == ["a.html"]
    assert (tmp_path / "a.html").read_bytes() == OURS + b"old"


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write(tmp_path / "no" / "a.html", OURS)


@pytest.mark.parametrize(
    ("name", "refusal"),
    [
        ("contacts/new.md", Refusal.SOURCE_FILE),
        ("Intros/a/b.html", Refusal.SOURCE_FILE),
        ("templates", Refusal.SOURCE_FILE),
        ("doorstep.toml", Refusal.SOURCE_FILE),
        ("site/a.html", Refusal.IN_SITE),
        ("site/contacts/a.html", Refusal.IN_SITE),
        ("link/a.html", Refusal.IN_SITE),
        ("a.html", None),
        ("contacts-of-mine/a.html", None),
    ],
)
def test_no_file_joins_those_of_a_vault_or_a_site(
    tmp_path: Path, name: str, refusal: Refusal | None
) -> None:
    for folder in ("contacts", "Intros/a", "contacts-of-mine", "site/contacts"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "site" / ".doorstep-output").touch()
    (tmp_path / "link").symlink_to("site")
    try:
        write_single(tmp_path / name, OURS, begins=OURS, vault=tmp_path)
    except OutputRefusedError as error:
        assert error.refusal is refusal  # noqa: PT017 - what was refused is the parameter
        assert not (tmp_path / name).exists()
    else:
        assert refusal is None
        assert (tmp_path / name).read_bytes() == OURS


def test_a_long_name_in_any_letters_is_written(tmp_path: Path) -> None:
    name = "田" * 80 + ".html"
    write(tmp_path / name, OURS)
    assert names(tmp_path) == [name]


def test_a_name_that_no_folder_takes_is_named(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="name too long; choose another place") as failed:
        write(tmp_path / ("a" * 300), OURS)
    assert failed.value.filename == str(tmp_path / ("a" * 300))
    assert names(tmp_path) == []


def test_a_folder_that_takes_no_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(OSError, match='nothing can be made in "/proc"; choose another folder'):
        write_single(Path("/proc/x"), OURS, begins=OURS, vault=tmp_path)


def test_a_folder_in_which_one_may_not_write_is_named_also_for_a_file_that_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "a.html", OURS)

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(single_file, "write_new", refuse)
    with pytest.raises(PermissionError, match=f'you may not write in "{tmp_path}"; choose'):
        write(tmp_path / "a.html", OURS)


def test_the_folder_that_refuses_is_named_whether_the_site_is_there_or_not(tmp_path: Path) -> None:
    """Everything is made beside the site and put in its place."""
    (tmp_path / "site").mkdir()
    for place in (tmp_path / "site", tmp_path / "new", tmp_path / "far" / "new"):
        with pytest.raises(PermissionError) as told, naming(place):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        assert told.value.filename == str(place)
        assert f'you may not write in "{tmp_path}"; choose' in str(told.value.strerror)
