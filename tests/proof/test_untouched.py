"""Notes, settings and attachments are read; a command that edits changes what it is for."""

from pathlib import Path

import pytest

from tests.proof.commands import COMMANDS, EDITS, PLAIN, demo, run
from tests.writing.folders import Entry, snapshot

pytestmark = pytest.mark.proves("untouched")
MADE = {"", "site", ".doorstep", "new", "themes", "start", ".git"}
"""The root itself, and what commands make beside the notes."""


def notes_of(root: Path) -> dict[str, Entry]:
    """Return everything below the vault but what commands make."""
    kept = {path: entry for path, entry in snapshot(root).items() if path != "."}
    return {path: entry for path, entry in kept.items() if path.split("/")[0] not in MADE}


def changed_by(root: Path, words: tuple[str, ...], program: str = PLAIN) -> set[str]:
    """Run a command; return what of the vault's own files is another one now."""
    before = notes_of(root)
    assert len(before) > 20
    assert run(root, words, program=program).returncode == 0
    after = notes_of(root)
    return {path for path in {*before, *after} if before.get(path) != after.get(path)}


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_a_command_leaves_every_note_as_it_was(tmp_path: Path, words: tuple[str, ...]) -> None:
    made = {"doorstep-private.html"} if words[:2] == ("export", "bundle") else set()
    assert changed_by(demo(tmp_path / "vault"), words) == made


@pytest.mark.parametrize("words", EDITS, ids=" ".join)
def test_a_command_that_edits_changes_the_files_that_it_is_for_and_no_other(
    tmp_path: Path, words: tuple[str, ...]
) -> None:
    folders = {path.split("/")[0] for path in EDITS[words]}
    assert changed_by(demo(tmp_path / "vault"), words) == {*EDITS[words], *folders}


@pytest.mark.control
@pytest.mark.parametrize(
    "act",
    [
        "note.write_bytes(note.read_bytes())",
        "note.chmod(note.stat().st_mode ^ 0o040)",
        "note.unlink()",
        "note.with_name('other.md').touch()",
        "note.rename(note.with_name('other.md'))",
    ],
)
def test_a_program_that_touches_one_is_seen(tmp_path: Path, act: str) -> None:
    program = f"from pathlib import Path\nnote = Path('contacts/ben-ito.md')\n{act}\n{PLAIN}"
    assert changed_by(demo(tmp_path / "vault"), ("schema",), program)
