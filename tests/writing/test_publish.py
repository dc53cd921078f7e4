"""What publishing leaves on disk."""

import hashlib
import json
import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from site_builder.writing.output_errors import OutputRefusedError, Refusal
from site_builder.writing.publish import Published, publish

from .folders import contents, names, site, snapshot


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    root = tmp_path / "vault"
    (root / "contacts").mkdir(parents=True)
    return root


@pytest.fixture(params=[0o000, 0o022, 0o077])
def _umask(request: pytest.FixtureRequest) -> Iterator[None]:
    before = os.umask(request.param)
    yield
    os.umask(before)


def test_a_first_site_is_written_whole(vault: Path) -> None:
    files = site("a")
    assert publish(vault / "site", files, source_root=vault) == Published(len(files), 0)
    assert contents(vault / "site") == files
    assert names(vault) == ["contacts", "site"]


def test_the_marker_lists_every_file_with_its_hash(vault: Path) -> None:
    files = site("a")
    publish(vault / "site", files, source_root=vault)
    marker = json.loads((vault / "site" / ".doorstep-output").read_bytes())
    assert (marker["schema"], marker["tool"]) == (1, "doorstep")
    assert list(marker["files"]) == sorted(files)
    assert "audience" not in marker
    assert marker["files"] == {name: hashlib.sha256(files[name]).hexdigest() for name in files}


def test_the_same_files_in_another_order_give_the_same_bytes(vault: Path) -> None:
    files = site("a")
    publish(vault / "one", files, source_root=vault)
    publish(vault / "two", dict(reversed(files.items())), source_root=vault)
    marker = ".doorstep-output"
    assert (vault / "one" / marker).read_bytes() == (vault / "two" / marker).read_bytes()


def test_the_same_site_again_touches_nothing(vault: Path) -> None:
    publish(vault / "site", site("a"), source_root=vault)
    before = snapshot(vault)
    done = publish(vault / "site", site("a"), source_root=vault)
    assert done == Published(0, 0, unchanged=True)
    after = snapshot(vault)
    assert {**after, ".": ()} == {**before, ".": ()}  # the lock file came and went beside it


def test_only_what_changed_is_written(vault: Path) -> None:
    files = site("a")
    publish(vault / "site", files, source_root=vault)
    for name in files:
        os.utime(vault / "site" / name, ns=(1, 1))
    changed = files | {"index.html": b"new", "contacts/new.html": b"new"}
    del changed["contacts/3.html"]
    assert publish(vault / "site", changed, source_root=vault) == Published(2, 1)
    assert contents(vault / "site") == changed
    times = {name: (vault / "site" / name).stat().st_mtime_ns for name in changed}
    assert {name for name, time in times.items() if time != 1} == {
        "index.html",
        "contacts/new.html",
    }


def test_a_file_of_equal_length_but_other_bytes_is_written(vault: Path) -> None:
    publish(vault / "site", {"x": b"one"}, source_root=vault)
    assert publish(vault / "site", {"x": b"two"}, source_root=vault) == Published(1, 0)
    assert contents(vault / "site") == {"x": b"two"}


def test_a_page_damaged_or_deleted_by_hand_is_made_again(vault: Path) -> None:
    files = site("a")
    publish(vault / "site", files, source_root=vault)
    (vault / "site" / "index.html").write_bytes(b"by hand")
    (vault / "site" / "contacts" / "1.html").unlink()
    assert publish(vault / "site", files, source_root=vault) == Published(2, 0)
    assert contents(vault / "site") == files


def test_folders_that_are_no_longer_needed_go(vault: Path) -> None:
    publish(vault / "site", {"a/b/c.html": b"", "d.html": b""}, source_root=vault)
    publish(vault / "site", {"d.html": b""}, source_root=vault)
    assert names(vault / "site") == [".doorstep-output", "d.html"]


def test_a_file_may_become_a_folder_and_a_folder_a_file(vault: Path) -> None:
    publish(vault / "site", {"a": b"", "b/c": b""}, source_root=vault)
    publish(vault / "site", {"a/c": b"", "b": b""}, source_root=vault)
    assert contents(vault / "site") == {"a/c": b"", "b": b""}


@pytest.mark.usefixtures("_umask")
def test_everything_is_for_the_owner_alone(vault: Path) -> None:
    for letter in "ab":
        publish(vault / "new" / "site", site(letter), source_root=vault)
        for entry in [vault / "new", *(vault / "new").rglob("*")]:
            mode = stat.S_IMODE(entry.stat().st_mode)
            assert mode == (0o700 if entry.is_dir() else 0o600)


def test_what_was_opened_to_others_is_closed_again(vault: Path) -> None:
    publish(vault / "site", site("a"), source_root=vault)
    (vault / "site" / "index.html").chmod(0o644)
    assert publish(vault / "site", site("a"), source_root=vault) == Published(1, 0)
    assert (vault / "site" / "index.html").stat().st_mode & 0o777 == 0o600
    (vault / "site").chmod(0o755)
    assert publish(vault / "site", site("a"), source_root=vault) == Published(0, 0)
    assert (vault / "site").stat().st_mode & 0o777 == 0o700


def test_an_empty_folder_is_taken(vault: Path) -> None:
    (vault / "site").mkdir()
    publish(vault / "site", {"x": b""}, source_root=vault)
    assert contents(vault / "site") == {"x": b""}


def test_a_site_without_pages_is_a_site(vault: Path) -> None:
    assert publish(vault / "site", {}, source_root=vault) == Published(0, 0)
    assert publish(vault / "site", {}, source_root=vault) == Published(0, 0, unchanged=True)
    assert publish(vault / "site", {"x": b""}, source_root=vault) == Published(1, 0)
    assert publish(vault / "site", {}, source_root=vault) == Published(0, 1)
    assert names(vault / "site") == [".doorstep-output"]


def test_what_file_managers_leave_is_no_obstacle(vault: Path) -> None:
    publish(vault / "site", site("a"), source_root=vault)
    for folder in ("", "contacts"):
        (vault / "site" / folder / ".DS_Store").touch()
    assert publish(vault / "site", site("a"), source_root=vault).unchanged
    publish(vault / "site", site("b"), source_root=vault)
    assert contents(vault / "site") == site("b")
    assert names(vault) == ["contacts", "site"]


def test_the_output_is_named_in_any_way(vault: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(vault)
    (vault / "inner").mkdir()
    for output in (Path("site"), Path("./inner/../site"), vault / "site" / "."):
        publish(output, {"x": bytes(output)}, source_root=vault)
        assert contents(vault / "site") == {"x": bytes(output)}
    monkeypatch.chdir(vault / "inner")
    publish(Path(), {"x": b"here"}, source_root=vault)
    assert contents(vault / "inner") == {"x": b"here"}


HOSTILE_LOOKING = ("-rf", "a b/ü.html", "a\nb", "\u202egpj", "x" * 255, ".htaccess", "%2e%2e")


def test_hostile_looking_names_are_just_names(vault: Path) -> None:
    files = dict.fromkeys(HOSTILE_LOOKING, b"x")
    publish(vault / "site", files, source_root=vault)
    assert contents(vault / "site") == files
    assert publish(vault / "site", files, source_root=vault).unchanged


def test_the_marker_names_the_audience_and_another_one_is_refused(vault: Path) -> None:
    publish(vault / "site", site("a"), source_root=vault, audience="team")
    before = snapshot(vault / "site")
    assert json.loads((vault / "site" / ".doorstep-output").read_bytes())["audience"] == "team"
    for other in ("private", "board"):
        with pytest.raises(OutputRefusedError) as caught:
            publish(vault / "site", site("b"), source_root=vault, audience=other)
        assert caught.value.refusal is Refusal.AUDIENCE
    assert snapshot(vault / "site") == before
    assert publish(vault / "site", site("a"), source_root=vault, audience="team").unchanged


def test_a_marker_with_an_odd_audience_is_damaged(vault: Path) -> None:
    publish(vault / "site", site("a"), source_root=vault)
    place = vault / "site" / ".doorstep-output"
    place.write_text(json.dumps({**json.loads(place.read_bytes()), "audience": ["team"]}))
    with pytest.raises(OutputRefusedError) as caught:
        publish(vault / "site", site("a"), source_root=vault)
    assert caught.value.refusal is Refusal.BAD_MARKER
