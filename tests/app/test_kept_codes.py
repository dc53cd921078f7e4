"""The code of the program's own templates is kept where Python keeps that of its modules."""

import os
import sys
from errno import EROFS
from pathlib import Path

import pytest

from site_builder.app import kept_codes
from site_builder.app.kept_codes import keep, place_of, recall
from site_builder.rendering.codes import Codes

CODES = Codes({"page": b"code"}, {"draft": b"other code"})


@pytest.fixture(autouse=True)
def place(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Have Python keep what it compiles below a folder of the test."""
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return place_of("default")


def test_what_was_kept_is_recalled_by_theme(place: Path, tmp_path: Path) -> None:
    assert recall("default") is None
    keep("default", CODES)
    keep("paper", Codes({"page": b"paper"}))
    assert recall("default") == CODES
    assert recall("paper") == Codes({"page": b"paper"})
    assert recall("plain") is None
    files = {file for file in tmp_path.rglob("*") if file.is_file()}
    assert files == {place, place_of("paper")}


def test_where_nothing_can_be_written_nothing_is_kept(
    monkeypatch: pytest.MonkeyPatch, place: Path
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(EROFS, "Read-only file system")

    place.parent.mkdir(parents=True)
    for name in ("open", "unlink"):
        monkeypatch.setattr(os, name, refuse)
    keep("default", CODES)
    monkeypatch.undo()
    assert not place.exists()


def test_it_is_for_this_program_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    keep("default", CODES)
    monkeypatch.setattr(kept_codes, "program", lambda: "another")
    assert recall("default") is None
    keep("default", CODES)
    assert recall("default") == CODES


def test_it_is_for_this_jinja_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    keep("default", CODES)
    monkeypatch.setattr(kept_codes, "ENGINE", "json")
    assert recall("default") is None


def test_it_is_for_this_theme_alone(place: Path) -> None:
    keep("default", CODES)
    place.rename(place_of("paper"))
    assert recall("paper") is None


@pytest.mark.parametrize(
    "theme", ["../../../etc/passwd", "..", "", "a\0b", "x" * 999, "\udc80", "a/b"]
)
def test_no_name_leads_elsewhere(theme: str, place: Path) -> None:
    assert place_of(theme).parent == place.parent
    assert recall(theme) is None


@pytest.mark.parametrize("at", [0, 31, 32, -1])
def test_a_damaged_file_is_none(place: Path, at: int) -> None:
    keep("default", CODES)
    data = bytearray(place.read_bytes())
    data[at] ^= 1
    place.write_bytes(data)
    assert recall("default") is None


@pytest.mark.parametrize("length", [0, 10, 32, 60])
def test_a_torn_file_is_none(place: Path, length: int) -> None:
    keep("default", CODES)
    place.write_bytes(place.read_bytes()[:length])
    assert recall("default") is None


@pytest.mark.skipif(sys.platform == "win32", reason="modes are a matter of POSIX")
def test_a_file_that_others_could_write_is_none(place: Path) -> None:
    keep("default", CODES)
    place.chmod(0o622)
    assert recall("default") is None
    place.chmod(0o600)
    assert recall("default") == CODES


def test_nothing_is_kept_where_python_keeps_nothing(
    monkeypatch: pytest.MonkeyPatch, place: Path
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    keep("default", CODES)
    assert not place.exists()


def test_where_nothing_can_be_written_nothing_is_said(place: Path) -> None:
    place.parent.parent.mkdir(parents=True)
    place.parent.write_text("a file where the folder would be")
    keep("default", CODES)
    assert recall("default") is None
