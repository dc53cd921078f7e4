"""What an edit keeps of a file, and which files it leaves as they are."""

import os
import stat
from pathlib import Path

import pytest

from site_builder.editing.edit_errors import EditRefusedError, Refusal
from tests.editing.notes import LOG, ROW, log, vault

AFTER = f"{LOG}- {ROW}\n"


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o664, 0o640])
def test_the_mode_stays(tmp_path: Path, mode: int) -> None:
    place = vault(tmp_path)
    place.chmod(mode)
    log(tmp_path)
    assert stat.S_IMODE(place.stat().st_mode) == mode
    assert place.read_text() == AFTER


def test_the_owner_stays(tmp_path: Path) -> None:
    place = vault(tmp_path)
    made, before = place.stat(), given_away(place)
    assert (before.st_uid, before.st_gid) != (made.st_uid, made.st_gid)
    log(tmp_path)
    after = place.stat()
    assert (after.st_uid, after.st_gid) == (before.st_uid, before.st_gid)


def given_away(place: Path) -> os.stat_result:
    """Give a file to somebody else, which root may, or to another group that this user is in."""
    others = set(os.getgroups()) - {place.stat().st_gid}
    if os.geteuid() == 0:
        os.chown(place, 4711, 4712)
    elif others:
        os.chown(place, -1, min(others))
    else:
        pytest.skip("this user is in one group, and can give a file to no other")
    return place.stat()


def test_a_file_of_another_user_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = vault(tmp_path)
    monkeypatch.setattr(os, "geteuid", lambda: place.stat().st_uid + 1)
    with pytest.raises(EditRefusedError) as refused:
        log(tmp_path)
    assert refused.value.refusal is Refusal.FOREIGN


def test_extended_attributes_are_copied_as_far_as_the_system_allows_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied: dict[str, bytes] = {}

    def keep(descriptor: int, key: str, value: bytes) -> None:
        assert os.fstat(descriptor).st_size == len(AFTER)
        if key.startswith("security."):
            raise PermissionError
        copied[key] = value

    keys = ["security.mine", "user.colour", "system.posix_acl_access"]
    monkeypatch.setattr(os, "listxattr", lambda _: keys, raising=False)
    monkeypatch.setattr(os, "getxattr", lambda _, key: key.encode(), raising=False)
    monkeypatch.setattr(os, "setxattr", keep, raising=False)
    vault(tmp_path)
    log(tmp_path)
    assert copied == {key: key.encode() for key in keys[1:]}


def test_a_link_inside_the_vault_stays_and_its_file_is_edited(tmp_path: Path) -> None:
    place = vault(tmp_path)
    kept = tmp_path / "archive" / "tara.md"
    kept.parent.mkdir()
    place.rename(kept)
    place.symlink_to("../archive/tara.md")
    log(tmp_path)
    assert place.is_symlink()
    assert kept.read_text() == AFTER


def outside(place: Path) -> None:
    away = place.parents[2] / "away.md"
    place.rename(away)
    place.symlink_to(away)


def second_name(place: Path) -> None:
    place.with_name("same.txt").hardlink_to(place)


def read_only(place: Path) -> None:
    place.chmod(0o444)


def folder(place: Path) -> None:
    place.unlink()
    place.mkdir()


def pipe(place: Path) -> None:
    place.unlink()
    os.mkfifo(place)


@pytest.mark.parametrize(
    ("make", "refusal"),
    [
        (outside, Refusal.OUTSIDE),
        (second_name, Refusal.HARD_LINKED),
        (read_only, Refusal.READ_ONLY),
        (folder, Refusal.NO_FILE),
        (pipe, Refusal.NO_FILE),
    ],
)
def test_an_odd_file_is_left_as_it_is(tmp_path: Path, make: object, refusal: Refusal) -> None:
    root = tmp_path / "vault"
    assert callable(make)
    make(vault(root))
    before = sorted((path, path.lstat().st_mtime_ns) for path in tmp_path.rglob("*.md"))
    with pytest.raises(EditRefusedError) as refused:
        log(root)
    assert refused.value.refusal is refusal
    assert str(refused.value).endswith(f'in its section "## Log": - {ROW}')
    assert before == sorted((path, path.lstat().st_mtime_ns) for path in tmp_path.rglob("*.md"))


def test_a_file_on_another_disk_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = vault(tmp_path)
    plain = os.fstat

    def elsewhere(descriptor: int) -> os.stat_result:
        found = list(plain(descriptor))
        found[2] += 1
        return os.stat_result(found)

    monkeypatch.setattr(os, "fstat", elsewhere)
    with pytest.raises(EditRefusedError) as refused:
        log(tmp_path)
    assert refused.value.refusal is Refusal.OTHER_DISK
    assert place.read_text() == LOG
