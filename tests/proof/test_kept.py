"""Figures of a proof are kept for the files they were made with, and for no others."""

from pathlib import Path

import pytest

from tests.proof import kept
from tests.support.figures import Figure

HELD = [Figure("publish", "killed it leaves a whole site", control=False, tried=9, seen=0)]


def test_what_held_is_found_again(tmp_path: Path) -> None:
    assert kept.kept("publish", tmp_path) is None
    kept.keep("publish", HELD, tmp_path)
    assert kept.kept("publish", tmp_path) == HELD
    assert kept.kept("faults", tmp_path) is None


def test_another_file_is_another_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "ROOT", tmp_path)
    one = tmp_path / "one.py"
    one.write_text("a")
    first = kept.state_of(iter([one]))
    assert kept.state_of(iter([one])) == first
    one.write_text("b")
    assert kept.state_of(iter([one])) != first
