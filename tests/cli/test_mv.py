"""`build mv`: which note, which id, what is said of it, and what is refused."""

import os
import signal
import time
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from site_builder.app.note_moved import move_planned
from site_builder.app.run import Run
from site_builder.cli import mv
from site_builder.editing import commit, move_commit
from site_builder.exchange import exchange
from site_builder.model.settings import Settings
from tests.editing.friends import texts
from tests.support.commands import Commands

INTRO = "intros/tara-via-sam.md"
LINES = [
    "contacts/tara.md -> contacts/eva-moen.md",
    "contacts/ben.md:5:5: tara -> eva-moen",
    "contacts/sam.md:4:9: tara -> eva-moen",
    f"{INTRO}:2:9: tara -> eva-moen",
]


def test_it_says_the_new_path_and_each_name_that_is_changed(vault: Commands) -> None:
    result = vault("mv", "tara", "eva-moen")
    assert result.code == 0
    assert result.out.splitlines() == LINES
    assert result.err == "3 names in 3 files changed\n"
    assert "target: eva-moen\n" in texts(vault)[INTRO]
    assert vault("mv", "eva-moen", "tara", "-q").err == ""
    assert vault("check").code == 0


def test_a_dry_run_says_the_same_and_changes_nothing(vault: Commands) -> None:
    before = texts(vault)
    result = vault("mv", "Tara Lindqvist", "eva-moen", "--dry-run")
    assert result.code == 0
    assert result.out.splitlines() == LINES
    assert result.err == "3 names in 3 files would change; nothing was written\n"
    assert texts(vault) == before
    assert not (vault.root / ".doorstep").exists()


def test_json_has_ids_path_and_changes(vault: Commands) -> None:
    words = ("mv", "tara", "contacts/old/eva-moen.md", "--format", "json")
    dry = vault(*words, "--dry-run").json
    assert dry["data"] == {
        "old": "tara",
        "new": "eva-moen",
        "path": "contacts/old/eva-moen.md",
        "changes": [
            {"path": path, "line": line, "column": column, "old": "tara", "new": "eva-moen"}
            for path, line, column in (("contacts/ben.md", 5, 5), ("contacts/sam.md", 4, 9))
        ]
        + [{"path": INTRO, "line": 2, "column": 9, "old": "tara", "new": "eva-moen"}],
    }
    assert (vault.root / "contacts/tara.md").exists()
    assert vault(*words).json["data"] == dry["data"]
    assert (vault.root / "contacts/old/eva-moen.md").exists()


def test_words_for_new_notes_stay_and_are_told(vault: Commands) -> None:
    vault.write({"templates/intro.md": "---\nintroducer: tara\n---\n"})
    result = vault("mv", "tara", "eva-moen")
    assert "note: templates/intro.md:2:13 stays as it is: new notes are made from it" in result.err


def test_a_file_that_may_not_be_changed_keeps_all_as_it_is(vault: Commands) -> None:
    (vault.root / INTRO).chmod(0o444)
    before = texts(vault)
    result = vault("mv", "tara", "eva-moen")
    assert result.code == 1
    assert result.err.startswith(f"build: {INTRO} was left as it is: it is read-only")
    assert (
        "help: it names contacts/tara.md; nothing was changed, as all notes are or none is"
        in result.err
    )
    assert texts(vault) == before


def test_a_save_in_the_moment_of_the_exchange_is_kept(
    vault: Commands, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = texts(vault)

    def saved_before(one: Path, other: Path) -> bool:
        if other.name == "tara-via-sam.md":
            other.write_text("their save")
        return exchange(one, other)

    monkeypatch.setattr(commit, "exchange", saved_before)
    result = vault("mv", "tara", "eva-moen")
    assert result.code == 3
    assert f"{INTRO} was saved by somebody else just now, and their text was kept" in result.err
    assert texts(vault) == {**before, INTRO: "their save"}


def test_a_save_that_brings_the_old_id_back_is_told(
    vault: Commands, monkeypatch: pytest.MonkeyPatch
) -> None:
    sam, plain = "---\nname: Sam\nknows: [tara 4]\n---\n", move_commit.make_move

    def saved_after(*words: Any, **more: Any) -> None:
        plain(*words, **more)
        vault.write({"contacts/sam.md": sam, "contacts/tara.md": "---\nname: Tara\n---\n"})

    monkeypatch.setattr(mv, "make_move", saved_after)
    result = vault("mv", "tara", "eva-moen")
    assert result.code == 3
    assert 'note: contacts/sam.md:3:9 was saved meanwhile, with "tara"' in result.err
    assert "contacts/tara.md was saved again by somebody, beside contacts/eva-moen.md" in result.err
    assert texts(vault)["contacts/sam.md"] == sam


def broken_off(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rename in a child that is killed when all names are changed and the file is renamed."""
    planned = move_planned(Run(root, date(2026, 11, 4), Settings()), "tara", "eva-moen")
    assert not isinstance(planned, str)
    child = os.fork()
    if not child:
        monkeypatch.setattr(move_commit, "sync", lambda _: None)
        kill = lambda *_: os.kill(os.getpid(), signal.SIGKILL)  # noqa: E731 - called once
        monkeypatch.setattr(move_commit, "digest_at", kill)
        move_commit.make_move(root, planned[0], now=time.time(), tell=lambda _: None)
    assert os.WTERMSIG(os.waitpid(child, 0)[1]) == signal.SIGKILL


@pytest.mark.parametrize(
    "words", [("mv", "tara", "eva-moen"), ("log", "tara", "wrote"), ("new", "intro", "tara", "ben")]
)
def test_what_was_broken_off_is_undone_before_the_next_edit_looks_for_anything(
    vault: Commands, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    broken_off(vault.root, monkeypatch)
    assert "contacts/eva-moen.md" in texts(vault)
    dry = vault("mv", "eva-moen", "x", "--dry-run")
    assert "note: a renaming was broken off" in dry.err
    assert "note: a renaming was broken off" in vault("check").err
    result = vault(*words)
    assert result.code == 0, result.err
    told = (
        "the renaming of contacts/tara.md to contacts/eva-moen.md that was interrupted was undone"
    )
    assert result.err.startswith(f"note: {told}\n")
    check = vault("check")
    assert (check.code, "broken off" in check.err) == (0, False)
    assert ("contacts/tara.md" in texts(vault)) is (words[0] != "mv")
