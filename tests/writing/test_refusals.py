"""A builder never deletes what it did not make: places that are refused, and stay as they are."""

import json
import os
import pwd
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from site_builder.writing.output_errors import OutputRefusedError, Refusal
from site_builder.writing.output_place import settle_place
from site_builder.writing.publish import publish

from .folders import site
from .refusing import refused

pytestmark = pytest.mark.proves("foreign")


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    root = tmp_path / "home" / "vault"
    for name in ("contacts", "intros", "themes/mine", "attachments", ".git", ".doorstep"):
        (root / name).mkdir(parents=True)
        (root / name / "precious.md").write_text("precious")
    return root


def test_the_vault_and_what_is_above_it(vault: Path) -> None:
    assert refused(vault, vault) is Refusal.VAULT
    assert refused(vault, vault / "contacts" / "..") is Refusal.VAULT
    assert refused(vault, vault.parent) is Refusal.ABOVE_VAULT
    assert settled(Path("/")) is Refusal.ROOT


def test_the_home_folder() -> None:
    assert settled(Path(pwd.getpwuid(os.getuid()).pw_dir)) is Refusal.HOME


def test_a_mount_point() -> None:
    assert settled(Path("/proc")) is Refusal.MOUNT


def settled(place: Path) -> Refusal:
    """Only ask; were the answer wrong, nothing would be written either."""
    with pytest.raises(OutputRefusedError) as caught:
        settle_place(place, Path("/nowhere/vault"))
    return caught.value.refusal


VAULT_FOLDERS = (
    *("contacts", "contacts/site", "intros", "themes/mine/static", "templates", "attachments/x"),
    *(".git/site", ".doorstep", "Contacts", "INTROS/x"),
)


@pytest.mark.parametrize("output", VAULT_FOLDERS)
def test_the_folders_of_the_vault_and_all_below_them(vault: Path, output: str) -> None:
    assert refused(vault, vault / output) is Refusal.SOURCE


def test_a_folder_in_a_site_that_is_there(vault: Path) -> None:
    publish(vault / "site", site("a"), source_root=vault)
    assert refused(vault, vault / "site" / "team") is Refusal.IN_SITE
    assert refused(vault, vault / "site" / "contacts" / "team") is Refusal.IN_SITE


def test_folders_that_the_vault_only_links_to(vault: Path) -> None:
    people = vault.parent / "people"
    (people / "team").mkdir(parents=True)
    (vault / "templates").symlink_to(people / "team")
    assert refused(vault, people / "team") is Refusal.SOURCE
    assert refused(vault, people / "team" / "site") is Refusal.SOURCE
    assert refused(vault, people) is Refusal.SOURCE
    assert refused(vault, vault / "templates" / "site") is Refusal.SOURCE


def make_file(place: Path) -> None:
    place.write_text("precious")


def make_link(place: Path) -> None:
    publish(place.parent / "real", site("a"), source_root=place.parent / "vault")
    place.symlink_to("real")


def make_dangling_link(place: Path) -> None:
    place.symlink_to("gone")


def make_pipe(place: Path) -> None:
    os.mkfifo(place)


def make_home_like(place: Path) -> None:
    (place / ".ssh").mkdir(parents=True)
    (place / ".ssh" / "id").write_text("precious")


def make_empty_folders(place: Path) -> None:
    (place / "photos").mkdir(parents=True)


@pytest.mark.parametrize(
    ("make", "why"),
    [
        (make_file, Refusal.NOT_A_FOLDER),
        (make_pipe, Refusal.NOT_A_FOLDER),
        (make_link, Refusal.LINK),
        (make_dangling_link, Refusal.LINK),
        (make_home_like, Refusal.NO_MARKER),
        (make_empty_folders, Refusal.NO_MARKER),
    ],
)
def test_a_place_that_is_not_ours(vault: Path, make: Callable[[Path], None], why: Refusal) -> None:
    place = vault.parent / "site"
    make(place)
    assert refused(vault, place) is why


@pytest.mark.parametrize(
    "marker",
    [
        b"",
        b"\0" * 100,
        b"[]",
        b"[" * 100_000,
        b'{"schema": 1, "tool": "other", "files": {}}',
        b'{"schema": 2, "tool": "doorstep", "files": {}}',
        b'{"schema": 1, "tool": "doorstep"}',
        b'{"schema": 1, "tool": "doorstep", "files": {"../contacts/precious.md": ""}}',
        b'{"schema": 1, "tool": "doorstep", "files": {"/etc/passwd": ""}}',
    ],
)
def test_a_folder_with_a_marker_that_we_did_not_write(vault: Path, marker: bytes) -> None:
    (vault / "site").mkdir()
    (vault / "site" / ".doorstep-output").write_bytes(marker)
    (vault / "site" / "index.html").write_text("precious")
    assert refused(vault, vault / "site") is Refusal.BAD_MARKER


def test_a_marker_that_is_a_link_is_none(vault: Path) -> None:
    publish(vault / "other", site("a"), source_root=vault)
    (vault / "site").mkdir()
    (vault / "site" / ".doorstep-output").symlink_to("../other/.doorstep-output")
    assert refused(vault, vault / "site") is Refusal.NO_MARKER


def add_file(place: Path) -> None:
    (place / "contacts" / "notes.md").write_text("precious")


def add_folder(place: Path) -> None:
    (place / "photos").mkdir()


def add_link(place: Path) -> None:
    (place / "link").symlink_to("/etc")


def add_pipe(place: Path) -> None:
    os.mkfifo(place / "pipe")


def swap_a_page_for_a_link(place: Path) -> None:
    (place / "index.html").unlink()
    (place / "index.html").symlink_to("../contacts/precious.md")


def swap_a_folder_for_a_link(place: Path) -> None:
    (place / "contacts").rename(place.parent / "moved")
    (place / "contacts").symlink_to("../moved")


def swap_a_page_for_a_folder(place: Path) -> None:
    (place / "index.html").unlink()
    (place / "index.html").mkdir()


@pytest.mark.parametrize(
    ("change", "named"),
    [
        (add_file, "contacts/notes.md"),
        (add_folder, "photos"),
        (add_link, "link"),
        (add_pipe, "pipe"),
        (swap_a_page_for_a_link, "index.html"),
        (swap_a_folder_for_a_link, "contacts"),
        (swap_a_page_for_a_folder, "index.html"),
    ],
)
def test_our_folder_with_something_foreign_in_it(
    vault: Path, change: Callable[[Path], None], named: str
) -> None:
    publish(vault / "site", site("a"), source_root=vault)
    change(vault / "site")
    assert refused(vault, vault / "site") is Refusal.FOREIGN
    with pytest.raises(OutputRefusedError, match=f'/site/{named}": Doorstep did not write this'):
        publish(vault / "site", site("a"), source_root=vault)


def test_the_first_foreign_file_is_named(vault: Path) -> None:
    publish(vault / "site", site("a"), source_root=vault)
    for name in ("b", "a", "c"):
        (vault / "site" / name).touch()
    with pytest.raises(OutputRefusedError) as caught:
        publish(vault / "site", site("a"), source_root=vault)
    assert caught.value.place == vault / "site" / "a"


def test_a_name_that_leaves_no_room_for_temporary_folders(vault: Path) -> None:
    assert refused(vault, vault / ("x" * 201)) is Refusal.LONG_NAME


def test_a_user_without_an_entry_has_no_home_to_protect(
    vault: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = Path(pwd.getpwuid(os.getuid()).pw_dir)
    with pytest.raises(OutputRefusedError, match="home folder"):
        settle_place(home, vault)
    monkeypatch.setattr(os, "getuid", lambda: 2_000_000_011)
    with pytest.raises(KeyError):
        pwd.getpwuid(os.getuid())
    assert settle_place(home, vault) == home.resolve()


@pytest.mark.control
@pytest.mark.parametrize("make", [make_file, make_link, make_home_like, make_empty_folders])
def test_a_builder_that_removes_before_it_refuses_is_caught(
    vault: Path, make: Callable[[Path], None]
) -> None:
    def careless(output: Path, *_: object, **__: object) -> None:
        subprocess.run(["rm", "-rf", output], check=True)
        raise OutputRefusedError(output, Refusal.NO_MARKER)

    place = vault.parent / "site"
    make(place)
    with pytest.raises(AssertionError):
        refused(vault, place, careless)


def test_a_marker_of_a_hostile_repository_cannot_reach_outside(vault: Path) -> None:
    (vault / "site").mkdir()
    listed = {"x/../../contacts/precious.md": "", "index.html": ""}
    marker = {"schema": 1, "tool": "doorstep", "files": listed}
    (vault / "site" / ".doorstep-output").write_text(json.dumps(marker))
    (vault / "site" / "index.html").write_text("x")
    assert refused(vault, vault / "site") is Refusal.BAD_MARKER
