"""Notes, settings and attachments are read; a command that edits changes what it is for."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.proof.commands import COMMANDS, EDITS, TODAY, demo
from tests.support.commands import Commands
from tests.writing.folders import Entry, snapshot

pytestmark = pytest.mark.proves("untouched")
MADE = {"", "site", ".doorstep", "new", "themes", "start", ".git"}
"""The root itself, and what commands make beside the notes."""


def notes_of(root: Path) -> dict[str, Entry]:
    """Return everything below the vault but what commands make."""
    kept = {path: entry for path, entry in snapshot(root).items() if path != "."}
    return {path: entry for path, entry in kept.items() if path.split("/")[0] not in MADE}


@pytest.fixture
def vault(build: Commands, monkeypatch: pytest.MonkeyPatch) -> Commands:
    """Return commands on the demo."""
    root = demo(build.root / "vault")
    monkeypatch.chdir(root)
    monkeypatch.setenv("DOORSTEP_TODAY", TODAY)
    return Commands(root, build.capsys)


def nothing(_: Path) -> None:
    """Leave a note alone."""


def changed_by(
    vault: Commands, words: tuple[str, ...], act: Callable[[Path], object] = nothing
) -> set[str]:
    """Run a command that does this with a note besides; return which of the vault's own changed."""
    before = notes_of(vault.root)
    assert len(before) > 20
    act(vault.root / "contacts" / "ben-ito.md")
    assert vault(*words).code == 0
    after = notes_of(vault.root)
    return {path for path in {*before, *after} if before.get(path) != after.get(path)}


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_a_command_leaves_every_note_as_it_was(vault: Commands, words: tuple[str, ...]) -> None:
    made = {"doorstep-private.html"} if words[:2] == ("export", "bundle") else set()
    assert changed_by(vault, words) == made


@pytest.mark.parametrize("words", EDITS, ids=" ".join)
def test_a_command_that_edits_changes_the_files_that_it_is_for_and_no_other(
    vault: Commands, words: tuple[str, ...]
) -> None:
    folders = {path.split("/")[0] for path in EDITS[words]}
    assert changed_by(vault, words) == {*EDITS[words], *folders}


@pytest.mark.control
@pytest.mark.parametrize(
    "act",
    [
        lambda note: note.write_bytes(note.read_bytes()),
        lambda note: note.chmod(note.stat().st_mode ^ 0o040),
        Path.unlink,
        lambda note: note.with_name("other.md").touch(),
        lambda note: note.rename(note.with_name("other.md")),
    ],
    ids=["written", "chmod", "unlinked", "another", "renamed"],
)
def test_a_program_that_touches_one_is_seen(vault: Commands, act: Callable[[Path], object]) -> None:
    assert changed_by(vault, ("schema",), act)
