"""What a shell completes: asked as its script asks, and by a real bash with a TAB."""

import os
import pty
import re
import select
import subprocess
import sys
import time
from pathlib import Path
from shlex import quote

import pytest

from site_builder.cli.main import COMMANDS
from tests.support.commands import Commands

BELL = "\x07"
"""So bash says that nothing fits."""
PATIENCE = 60
"""Seconds; bash and the program take half of one."""


def completed(vault: Commands, line: str, patch: pytest.MonkeyPatch) -> list[str]:
    """Return what is offered for the last word of a line."""
    words = line.split(" ")
    patch.setenv("_BUILD_COMPLETE", "bash_complete")
    patch.setenv("COMP_WORDS", line)
    patch.setenv("COMP_CWORD", str(len(words) - 1))
    result = vault()
    assert (result.code, result.err) == (0, "")
    return [one.partition(",")[2] for one in result.out.splitlines() if one]


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("build sug", ["suggest"]),
        ("build ", [*COMMANDS]),
        ("build --the", ["--theme"]),
        ("build export ", ["bundle", "csv", "graphml", "ics", "json", "vcard"]),
        ("build export csv --what t", ["ties", "threads"]),
        ("build import ", ["csv", "google", "linkedin", "mbox", "vcard"]),
        ("build import vcard fo", ["fo"]),  # the shell itself completes files
        ("build import csv --wr", ["--write"]),
        ("build suggest t", ["tara"]),
        ("build suggest ", ["ben", "me", "sam", "tara"]),
        ("build log t", ["tara", "tara-via-sam"]),
        ("build mv t", ["tara", "tara-via-sam"]),
        ("build log tara op", ["opt-in-asked", "opted-in", "opted-out"]),
        ("build new ", ["contact", "intro"]),
        ("build new intro tara b", ["ben"]),
        ("build explain no-", ["no-double-opt-in", "no-goal"]),
        ("build check --format s", ["sarif"]),
    ],
)
def test_a_word_is_completed(
    vault: Commands, line: str, offered: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    vault.write({"contacts/odd $(x).md": "---\nname: Odd\n---\n"})
    assert completed(vault, line, monkeypatch) == offered


def test_contacts_are_those_of_the_vault_that_is_named(
    vault: Commands, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    assert completed(vault, "build suggest t", monkeypatch) == []
    assert completed(vault, f"build -C {vault.root} suggest t", monkeypatch) == ["tara"]
    assert completed(vault, f"build suggest -C {vault.root} t", monkeypatch) == ["tara"]
    assert completed(vault, f"build -C {vault.root} new intro t", monkeypatch) == ["tara"]


def test_what_is_wrong_in_the_environment_waits_until_the_command_runs(
    vault: Commands, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DOORSTEP_JOBS", "banana")
    assert completed(vault, "build check --stri", monkeypatch) == ["--strict"]
    monkeypatch.delenv("_BUILD_COMPLETE")
    assert vault().code == 2


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_serves_both_names_and_asks_by_one_variable(vault: Commands, shell: str) -> None:
    script = vault("completion", shell).out
    assert "_build_completion" in script
    assert "_doorstep_completion" in script
    assert f"_BUILD_COMPLETE={shell}_complete" in script
    assert "_DOORSTEP_COMPLETE" not in script


def test_fish_shows_descriptions_to_their_end(
    vault: Commands, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = vault("completion", "fish").out
    (cut,) = set(re.findall(r"\(string split .*\$completion\)", script))
    assert cut == '(string split --max 1 "," $completion)'
    monkeypatch.setenv("_BUILD_COMPLETE", "fish_complete")
    monkeypatch.setenv("COMP_WORDS", "build ")
    monkeypatch.setenv("COMP_CWORD", "sug")
    said = f"suggest\t{COMMANDS['suggest']}"
    assert "," in said
    assert vault().out.rstrip("\n").split(",", 1)[1] == said


def test_a_shell_that_is_not_known_is_refused(vault: Commands) -> None:
    assert vault("completion", "tcsh").code == 2


@pytest.mark.parametrize("name", ["build", "doorstep"])
def test_a_real_bash_completes_with_a_tab(vault: Commands, name: str) -> None:
    vault.write({"complete.bash": vault("completion", "bash").out})
    program = vault.root / "bin" / name
    vault.write({f"bin/{name}": program_text()})
    program.chmod(0o755)
    wanted = f"{name} suggest "
    assert wanted in shown_by_bash(vault.root, f"source complete.bash\n{name} sug\t", wanted)
    assert wanted not in shown_by_bash(vault.root, f"{name} sug\t", BELL)  # without the script


def program_text() -> str:
    """Return a program of one line that runs this one."""
    code = "from site_builder.cli import main; main()"
    root = Path(__file__).parents[2]
    return f'#!/bin/sh\nPYTHONPATH={quote(str(root))} exec {sys.executable} -c "{code}" "$@"\n'


def shown_by_bash(root: Path, typed: str, awaited: str) -> str:
    """Type into an interactive bash on a terminal of its own until it has shown something."""
    ours, its = pty.openpty()
    environment = {
        **{key: text for key, text in os.environ.items() if not key.startswith("DOORSTEP_")},
        "PATH": f"{root / 'bin'}:{os.environ['PATH']}",
        "TERM": "dumb",
        "HISTFILE": "",
        "PS1": "> ",
        "INPUTRC": "/dev/null",
        "LC_ALL": "C.UTF-8",
        "COLUMNS": "200",
    }
    command = ["bash", "--norc", "--noprofile", "-i"]
    shell = subprocess.Popen(
        command,
        cwd=root,
        env=environment,
        stdin=its,
        stdout=its,
        stderr=its,
        start_new_session=True,
    )
    os.close(its)
    shown, deadline = "", time.monotonic() + PATIENCE
    try:
        os.write(ours, typed.encode())
        while awaited not in shown and time.monotonic() < deadline:
            if select.select([ours], [], [], 0.2)[0]:
                shown += os.read(ours, 65_536).decode(errors="replace")
    finally:
        shell.kill()
        shell.wait()
        os.close(ours)
    return shown
