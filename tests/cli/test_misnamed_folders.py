"""A vault whose `intros/` has another name: no finding, but a word."""

from pathlib import Path

import pytest

from tests.support.commands import Commands
from tests.support.watch_program import Program

NOTE = "note: there is no intros/: rename intro/ if that was meant, its notes are not read\n"


@pytest.fixture
def misnamed(vault: Commands) -> Commands:
    """Return commands in a vault whose introductions nobody reads."""
    (vault.root / "intros").rename(vault.root / "intro")
    return vault


@pytest.mark.parametrize("words", [(), ("check",), ("check", "--format", "concise")])
def test_build_and_check_say_which_folder_is_not_read(
    misnamed: Commands, words: tuple[str, ...]
) -> None:
    result = misnamed(*words)
    assert result.code == 0
    assert result.err.count(NOTE) == 1
    assert NOTE not in misnamed(*words, "-q").err


def test_programs_are_told_what_they_were_told_before(misnamed: Commands) -> None:
    result = misnamed("check", "--format", "json")
    assert (result.code, result.err, result.json["diagnostics"]) == (0, "", [])


def test_doctor_names_it_with_what_cannot_be_seen(misnamed: Commands) -> None:
    (misnamed.root / "intro").rename(misnamed.root / "intro\x1b")
    (line,) = [row for row in misnamed("doctor").out.splitlines() if row.startswith("files")]
    assert line.startswith("files       4; there is no intros/: rename intro\\u001b/ if")


def test_a_watch_says_it_once(misnamed: Commands) -> None:
    program = Program(Path(misnamed.root), "--no-serve", "--poll")
    try:
        program.until("Built in ")
        program.write("contacts/new.md", "---\nname: New\n---\n")
        program.until("Built in ", 2)
        (misnamed.root / "intro").rename(misnamed.root / "intros")
        program.until("Built in ", 3)
        assert program.interrupt() == 0
    finally:
        program.process.kill()
        program.process.wait()
    assert [f"{line}\n" for line in program.lines].count(NOTE) == 1
