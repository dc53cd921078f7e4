"""Files that go, change or misbehave between being listed and being read."""

import errno
import os
from pathlib import Path

from site_builder.reading.file_read import read_found
from site_builder.reading.folder_read import is_any
from site_builder.reading.folder_walk import Found, walk
from site_builder.reading.reasons import reason_of
from site_builder.reading.settings_read import read_settings_source
from site_builder.reading.vault_read import read_vault
from site_builder.reading.vault_root import find_root
from site_builder.source import Source


def test_a_file_that_is_gone_is_not_there(tmp_path: Path) -> None:
    assert read_found(Found("x.md", str(tmp_path / "x.md")), 10) is None


def test_a_file_that_became_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "x.md").symlink_to("/etc/passwd")
    found = read_found(Found("x.md", str(tmp_path / "x.md")), 10)
    assert found == Source("x.md", unreadable="it became a link while it was being read")


def test_a_file_that_became_a_pipe_does_not_block(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "x.md")
    found = read_found(Found("x.md", str(tmp_path / "x.md")), 10)
    assert found == Source("x.md", unreadable="it is a pipe, not a file")


def test_a_file_that_grows_is_read_to_its_end() -> None:
    found = read_found(Found("x.md", "/proc/self/status"), 1_000_000)  # says that it has 0 bytes
    assert found is not None
    assert b"VmRSS" in found.data


def test_a_file_that_cannot_be_read_says_why() -> None:
    found = read_found(Found("x.md", "/proc/self/mem"), 10)
    assert found == Source("x.md", unreadable="input/output error")


def test_a_folder_that_goes_while_the_vault_is_listed_is_empty(tmp_path: Path) -> None:
    (tmp_path / "contacts" / "late").mkdir(parents=True)
    (tmp_path / "contacts" / "x.md").touch()
    walking = walk(str(tmp_path), "contacts", is_any)
    assert next(walking).path == "contacts/x.md"
    (tmp_path / "contacts" / "late").rmdir()
    assert list(walking) == []


def test_a_root_that_is_a_file_comes_back_with_a_reason(tmp_path: Path) -> None:
    (tmp_path / "root").touch()
    assert read_vault(tmp_path / "root") == (
        Source("contacts", unreadable="not a directory"),
        Source("intros", unreadable="not a directory"),
    )
    assert read_settings_source(tmp_path / "root") == Source(
        "doorstep.toml", unreadable="not a directory"
    )


def test_a_folder_that_cannot_be_looked_into_is_no_vault(tmp_path: Path) -> None:
    (tmp_path / "contacts").mkdir()
    assert find_root(tmp_path / ("x" * 300)) == tmp_path


def test_a_lack_of_permission_is_said_in_our_words() -> None:
    assert reason_of(PermissionError(errno.EPERM, "Nope")) == "no permission to read it"
