"""`build --audience`: what it writes, where, and what it says was withheld."""

from pathlib import Path

import pytest

from tests.cli.conftest import VAULT
from tests.support.commands import Commands

SETTINGS = """\
[audiences.team]
show = ["contacts", "intros", "log"]
fields = ["name", "knows", "goal"]

[audiences.board]
show = ["contacts"]
fields = ["name"]
"""
TEAM = {
    path: text.replace("---\n", "---\nvisibility: [team]\n", 1)
    for path, text in VAULT.items()
    if "ben" not in path and "/me" not in path
}
LEAK = "---\nname: Tara\nvisibility: [team]\n---\n\n## Log\n\n- 2026-01-01: met Ben Ito\n"


@pytest.fixture
def shared(vault: Commands) -> Commands:
    """Return commands in a vault that is partly shown to a team."""
    vault.write({"doorstep.toml": SETTINGS, **TEAM})
    return vault


def pages(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*.html")}


def test_a_build_for_an_audience_says_what_it_withheld(shared: Commands) -> None:
    result = shared("--audience", "team")
    assert result.code == 0
    withheld, built, _, _ = result.err.strip().splitlines()
    assert withheld == "team: 4 contacts → 2, 1 intro → 1, 1 field withheld"
    assert built.startswith("2 contacts, 1 intro (1 stalled), ")


def test_the_same_again_says_the_same(shared: Commands) -> None:
    first = shared("--audience", "team", "--format", "json").json["data"]
    again = shared("--audience", "team", "--format", "json").json["data"]
    assert (first["contacts_withheld"], first["intros_withheld"]) == (2, 0)
    assert first | {"written": 0, "seconds": 0} == again | {"seconds": 0}


def test_each_audience_has_a_memory_of_its_own(shared: Commands) -> None:
    audiences: tuple[tuple[str, ...], ...] = ((), ("--audience", "team"), ("--audience", "board"))
    for words in audiences:
        shared(*words)
    memories = {path: path.read_bytes() for path in shared.root.glob(".doorstep/last-build*")}
    stamps = {path: path.stat().st_mtime_ns for path in memories}
    assert len(memories) == 3
    for words in audiences:
        shared(*words)
    assert {path: path.stat().st_mtime_ns for path in memories} == stamps
    shared.write({"contacts/ben.md": "---\nname: Ben Other\n---\n"})
    shared()
    changed = {path for path in memories if path.stat().st_mtime_ns != stamps[path]}
    assert [path.name for path in changed] == ["last-build.json"]


def test_each_audience_has_a_folder_of_its_own(shared: Commands) -> None:
    shared()
    shared("--audience", "team")
    shared("--audience", "board")
    team, board = shared.root / "site-team", shared.root / "site-board"
    assert "contacts/ben.html" in pages(shared.root / "site")
    assert "contacts/ben.html" not in pages(team)
    assert {"contacts/tara.html", "threads/tara.html", "intros/tara-via-sam.html"} <= pages(team)
    assert pages(board) == {"index.html", "about.html", "404.html", "contacts/index.html"}
    assert team.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize(
    ("first", "then"), [("private", "team"), ("team", "private"), ("team", "board")]
)
def test_the_folder_of_another_audience_is_refused(shared: Commands, first: str, then: str) -> None:
    assert shared("--audience", first, "-o", "out").code == 0
    before = pages(shared.root / "out")
    result = shared("--audience", then, "-o", "out")
    assert result.code == 2
    assert "it holds the site of another audience" in result.err
    assert pages(shared.root / "out") == before


def test_an_unknown_audience_is_a_usage_error_with_the_cure(shared: Commands) -> None:
    result = shared("--audience", "tem")
    assert (result.code, "did you mean" in result.err) == (2, True)
    assert "[audiences.press]" in shared("check", "--audience", "press").err


def test_a_command_that_knows_no_audience_refuses_it(shared: Commands) -> None:
    assert (
        '"--audience" cannot be used with "stalled"' in shared("--audience", "team", "stalled").err
    )


def test_a_hidden_name_in_a_shown_text_publishes_nothing(shared: Commands) -> None:
    shared.write({"contacts/tara.md": LEAK})
    assert shared("check").code == 0
    result = shared("check", "--audience", "team")
    assert result.code == 1
    assert 'contacts/tara.md:8:19: error[hidden-name]: team would read "Ben Ito"' in result.out
    assert shared("--audience", "team").code == 1
    assert not (shared.root / "site-team").exists()
    waived = LEAK.replace("---\n\n", "ignore: [hidden-name he agreed]\n---\n\n", 1)
    shared.write({"contacts/tara.md": waived})
    assert shared("check", "--audience", "team", "--strict").code == 0
    assert "unused-waiver" not in shared("check").out


def test_an_error_in_a_hidden_file_keeps_the_old_site(shared: Commands) -> None:
    shared("--audience", "team")
    before = pages(shared.root / "site-team")
    shared.write({"contacts/ben.md": "---\nname: Ben\nknows: [nobody 3]\n---\n"})
    assert shared("--audience", "team").code == 1
    assert pages(shared.root / "site-team") == before


def test_a_person_who_is_hidden_again_is_gone_from_the_site(shared: Commands) -> None:
    shared("--audience", "team")
    assert b"Sam Okafor" in (shared.root / "site-team" / "contacts" / "index.html").read_bytes()
    shared.write({"contacts/sam.md": VAULT["contacts/sam.md"]})
    shared("--audience", "team")
    everything = [
        path.read_bytes() for path in (shared.root / "site-team").rglob("*") if path.is_file()
    ]
    assert not any(b"Sam Okafor" in data or b"sam.html" in data for data in everything)


def test_a_name_that_no_audience_can_have_is_not_suggested(vault: Commands) -> None:
    result = vault("--audience", "../x")
    assert result.code == 2
    assert 'no audience is called "../x"; choose a small word like "team"' in result.err
    assert "add [audiences.crew] to doorstep.toml" in vault("--audience", "crew").err
