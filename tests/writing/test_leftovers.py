"""What dead builders leave is cleared up; what only looks like it stays."""

import errno
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from site_builder.exchange import exchange
from site_builder.writing.file_bytes import keep_file
from site_builder.writing.folder_swap import rename_both, swap_folders
from site_builder.writing.generation import opened_folder, remove_generation
from site_builder.writing.leftovers import clear_leftovers
from site_builder.writing.publish import Published, publish
from site_builder.writing.staging import staging_beside
from tests.support.privilege import drop_roots_privilege

from .folders import contents, names, site, snapshot


@pytest.fixture(scope="module")
def dead() -> int:
    """Return the number of a process that has ended."""
    process = subprocess.Popen(["true"])
    process.wait()
    return process.pid


def published(place: Path, letter: str = "a") -> Path:
    publish(place, site(letter), source_root=place.parent / "vault")
    return place


def test_a_half_written_site_of_a_dead_builder_goes(tmp_path: Path, dead: int) -> None:
    left = tmp_path / f".site.doorstep-staging-{dead}-abcd1234"
    published(tmp_path / "x").rename(left)
    (left / "contacts" / "3.html").unlink()
    assert published(tmp_path / "site").exists()
    assert names(tmp_path) == ["site"]


def test_a_site_that_was_made_read_only_is_replaced_and_leaves_nothing(tmp_path: Path) -> None:
    place = published(tmp_path / "site", "a")
    for folder in (place / "contacts", place):
        folder.chmod(0o500)
    script = (
        "import sys; from pathlib import Path\n"
        "from site_builder.writing.publish import publish\n"
        "publish(Path(sys.argv[1]), {'index.html': b'new'}, source_root=Path(sys.argv[2]))"
    )
    subprocess.run(
        [sys.executable, "-c", script, place, tmp_path / "vault"],
        env={"PYTHONPATH": str(Path(__file__).parents[2])},
        preexec_fn=drop_roots_privilege,
        check=True,
    )
    assert (place / "index.html").read_bytes() == b"new"
    assert names(tmp_path) == ["site"]


def test_what_keeps_a_leftover_is_told_with_its_place(
    tmp_path: Path, dead: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = tmp_path / f".site.doorstep-staging-{dead}-abcd1234"
    published(tmp_path / "x").rename(left)

    def refuse(name: str, **_: int) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted", name)

    monkeypatch.setattr(os, "unlink", refuse)
    with pytest.raises(PermissionError) as told:
        clear_leftovers(tmp_path / "site")
    assert told.value.filename == str(left)


@pytest.mark.parametrize("marker", [None, b"", b'{"schema": 1, "to'])
def test_a_staging_folder_whose_maker_died_at_once_goes(
    tmp_path: Path, dead: int, marker: bytes | None
) -> None:
    left = tmp_path / f".site.doorstep-staging-{dead}-abcd1234"
    left.mkdir()
    if marker is not None:
        (left / ".doorstep-output").write_bytes(marker)
    clear_leftovers(tmp_path / "site")
    assert names(tmp_path) == []


def test_foreign_files_in_a_leftover_stay_and_the_rest_goes(tmp_path: Path, dead: int) -> None:
    left = tmp_path / f".site.doorstep-staging-{dead}-abcd1234"
    published(tmp_path / "x").rename(left)
    (left / "contacts" / "mine.md").write_text("precious")
    for _ in range(2):
        clear_leftovers(tmp_path / "site")
        assert contents(left) == {"contacts/mine.md": b"precious"}
    (left / "contacts" / "mine.md").unlink()
    clear_leftovers(tmp_path / "site")
    assert names(tmp_path) == []


def test_what_only_looks_like_a_leftover_stays(tmp_path: Path, dead: int) -> None:
    for name in (
        f".site.doorstep-staging-{dead}-abcd1234",  # has no marker, but something in it
        f".site.doorstep-staging-{dead}-ABCD1234",
        f".site.doorstep-staging-{dead}-abcd12345",
        f".other.doorstep-staging-{dead}-abcd1234",
        f".site.doorstep-backup-{dead}-abcd1234",
        "site.doorstep-staging-1-abcd1234",
    ):
        (tmp_path / name).mkdir()
        (tmp_path / name / "precious").touch()
    (tmp_path / f".site.doorstep-staging-{dead}-filefile").touch()
    (tmp_path / f".site.doorstep-staging-{dead}-linklink").symlink_to(tmp_path)
    before = snapshot(tmp_path)
    clear_leftovers(tmp_path / "site")
    assert snapshot(tmp_path) == before


def test_a_living_builders_staging_folder_stays(tmp_path: Path) -> None:
    for pid in {1, os.getppid()}:
        published(tmp_path / "x").rename(tmp_path / f".site.doorstep-staging-{pid}-abcd1234")
    before = snapshot(tmp_path)
    clear_leftovers(tmp_path / "site")
    assert snapshot(tmp_path) == before


def test_a_leftover_with_our_own_number_is_another_ones(tmp_path: Path) -> None:
    (tmp_path / f".site.doorstep-staging-{os.getpid()}-abcd1234").mkdir()
    clear_leftovers(tmp_path / "site")
    assert names(tmp_path) == []


def test_folders_are_exchanged_in_one_step(tmp_path: Path) -> None:
    one, other = published(tmp_path / "one", "a"), published(tmp_path / "other", "b")
    assert exchange(one, other)
    assert (contents(one), contents(other)) == (site("b"), site("a"))
    assert not exchange(one, tmp_path / "missing")
    assert contents(one) == site("b")


def test_without_exchange_two_renames_publish_the_same(tmp_path: Path) -> None:
    place, new = published(tmp_path / "site", "a"), published(tmp_path / "new", "b")
    rename_both(new, place, previous=tmp_path / "old")
    assert (contents(place), contents(tmp_path / "old")) == (site("b"), site("a"))


def test_a_failed_second_rename_brings_the_old_site_back(tmp_path: Path) -> None:
    place = published(tmp_path / "site")
    with pytest.raises(FileNotFoundError):
        swap_folders(tmp_path / "missing", place, previous=tmp_path / "old")
    assert contents(place) == site("a")
    assert names(tmp_path) == ["site"]


def test_a_builder_that_died_between_two_renames_loses_nothing(tmp_path: Path, dead: int) -> None:
    published(tmp_path / "site", "a").rename(tmp_path / f".site.doorstep-previous-{dead}-abcd1234")
    published(tmp_path / "x", "b").rename(tmp_path / f".site.doorstep-staging-{dead}-abcd1234")
    done = publish(tmp_path / "site", site("a"), source_root=tmp_path / "vault")
    assert done == Published(0, 0, unchanged=True)
    assert names(tmp_path) == ["site"]


def test_the_old_site_of_a_builder_that_died_after_two_renames_goes(
    tmp_path: Path, dead: int
) -> None:
    published(tmp_path / "x", "a").rename(tmp_path / f".site.doorstep-previous-{dead}-abcd1234")
    published(tmp_path / "site", "b")
    assert names(tmp_path) == ["site"]
    assert contents(tmp_path / "site") == site("b")


def test_the_only_copy_of_the_old_site_is_never_removed(tmp_path: Path) -> None:
    place = published(tmp_path / "site")
    with staging_beside(place) as staging:
        place.rename(staging.previous)  # as if the second rename and its undoing had failed
    assert contents(staging.previous) == site("a")
    place.mkdir()
    with staging_beside(place) as staging:
        published(tmp_path / "x").rename(staging.previous)
    assert not staging.previous.exists()


def test_removing_a_site_needs_its_marker(tmp_path: Path) -> None:
    place = published(tmp_path / "site")
    (place / ".doorstep-output").unlink()
    before = snapshot(tmp_path)
    remove_generation(place)
    assert snapshot(tmp_path) == before


def cannot_link(*_: object, **__: object) -> None:
    raise OSError(errno.EXDEV, "Invalid cross-device link")


def test_where_files_cannot_be_linked_a_copy_keeps_its_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shared = Path("/dev/shm")  # noqa: S108 - a second file system, for one file
    if not os.access(shared, os.W_OK | os.X_OK) or shared.stat().st_dev == tmp_path.stat().st_dev:
        shared = tmp_path  # without a second one, what linking across them says
        monkeypatch.setattr(os, "link", cannot_link)
    far = shared / f"doorstep-test-{os.getpid()}"
    far.mkdir()
    try:
        (far / "x").write_bytes(b"data")
        os.utime(far / "x", ns=(5, 7))
        with opened_folder(far) as old, opened_folder(tmp_path) as new:
            keep_file(old, new, "x")
    finally:
        shutil.rmtree(far)
    assert (tmp_path / "x").read_bytes() == b"data"
    assert (tmp_path / "x").stat().st_mtime_ns == 7
