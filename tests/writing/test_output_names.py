"""Names of pages that are refused before anything is written."""

import unicodedata
from pathlib import Path

import pytest

from site_builder.writing.output_errors import OutputRefusedError, Refusal
from site_builder.writing.publish import publish

pytestmark = pytest.mark.proves("names")


def refused(tmp_path: Path, *files: str) -> OutputRefusedError:
    with pytest.raises(OutputRefusedError) as caught:
        publish(tmp_path / "site", dict.fromkeys(files, b""), source_root=tmp_path / "vault")
    assert list(tmp_path.iterdir()) == []
    return caught.value


LEADING_ELSEWHERE = (
    *("", ".", "..", "/etc/passwd", "a/../../b", "a/./b", "a//b", "a/", "../x"),
    *("a\0b", "\udc80", ".doorstep-output"),
)


@pytest.mark.parametrize("name", LEADING_ELSEWHERE)
def test_names_that_lead_elsewhere(tmp_path: Path, name: str) -> None:
    assert refused(tmp_path, "index.html", name).refusal is Refusal.UNSAFE_NAME


@pytest.mark.parametrize("name", ["x" * 256, "ü" * 128, "a/" + "x" * 256 + "/b"])
def test_names_that_are_too_long(tmp_path: Path, name: str) -> None:
    assert refused(tmp_path, name).refusal is Refusal.LONG_PART


@pytest.mark.parametrize(
    ("one", "other", "named"),
    [
        ("Ada.html", "ada.html", '"Ada.html" and "ada.html"'),
        ("José", unicodedata.normalize("NFD", "José"), ""),
        ("straße", "STRASSE", '"STRASSE" and "straße"'),
        ("ﬁ", "FI", '"FI" and "ﬁ"'),
        ("x/A/x", "x/a/y", '"x/A" and "x/a"'),
        ("A/b/x", "a/c/x", '"A" and "a"'),
        ("a", "a/b", '"a" and "a/"'),
        ("a.b", "A.B/c/d", '"a.b" and "A.B/"'),
    ],
)
def test_names_that_some_computer_cannot_tell_apart(
    tmp_path: Path, one: str, other: str, named: str
) -> None:
    for pair in ((one, other), (other, one)):
        caught = refused(tmp_path, "index.html", *pair)
        assert caught.refusal is Refusal.COLLISION
        assert named in str(caught)


def test_names_that_only_look_alike_are_different(tmp_path: Path) -> None:
    files = dict.fromkeys(("a/b", "a/b.c", "a.b/c", "ab", "a-b", "a/B2"), b"")
    assert publish(tmp_path / "site", files, source_root=tmp_path / "vault").written == 6
