"""`build --watch` as a program: what it prints, opens, refuses and writes, and how it ends."""

import contextlib
import gc
import os
import socket
import stat
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from site_builder.cli.watch_memory import BUILDS, RESTS, Memory
from site_builder.preview.script_tag import TAG
from tests.cli.conftest import VAULT
from tests.support.commands import Commands
from tests.support.watch_program import PATIENCE, Program

TARA = "---\nname: Tara Lindqvist\n---\n\nNew words.\n"


@pytest.fixture
def started(vault: Commands) -> Iterator[list[Program]]:
    """Collect programs to be ended after the test."""
    del vault
    programs: list[Program] = []
    yield programs
    for program in programs:
        program.process.kill()
        program.process.wait()


def test_a_watch_from_its_first_line_to_its_last(started: list[Program], tmp_path: Path) -> None:
    program = Program(tmp_path, "--port", "0")
    started.append(program)
    assert program.until("Serving ") == f"Serving http://127.0.0.1:{program.port}/"
    first = program.get("contacts/tara.html")  # waits for the build
    assert TAG in first
    program.until("Built in ")
    program.write("contacts/tara.md", TARA)
    program.until("Change detected: contacts/tara.md")
    program.until("Built in ", 2)
    assert b"New words." in program.get("contacts/tara.html")
    program.write("contacts/tara.md", "---\nname: Tara\nknows: [tarra]\n---\n")
    assert "1 error, the last good site stays" in program.until("Built in ", 3)
    program.until('contacts/tara.md:3:9: error[unknown-contact]: no contact has the id "tarra"')
    assert b"New words." in program.get("contacts/tara.html")
    assert not (tmp_path / "site").exists()
    assert program.interrupt() == 0
    assert program.lines[0].startswith("Serving ")
    assert program.lines[-1] == "Stopped."
    assert "Traceback" not in "\n".join(program.lines)


@pytest.mark.parametrize("words", [["--port", "0", "--publish"], ["--no-serve", "--poll"]])
def test_a_watch_that_is_terminated_says_that_it_stopped(
    started: list[Program], tmp_path: Path, words: list[str]
) -> None:
    program = Program(tmp_path, *words)
    started.append(program)
    program.until("Built in ")
    program.process.terminate()
    assert program.end() == 0
    assert program.lines[-1] == "Stopped."


def test_settings_that_are_wrong_from_the_start_are_shown_and_healed(
    started: list[Program], tmp_path: Path
) -> None:
    (tmp_path / "doorstep.toml").write_text('timezone = "Mars/Base"\n')
    program = Program(tmp_path, "--port", "0", DOORSTEP_TODAY="")
    started.append(program)
    assert b"Nothing could be built yet" in program.get("index.html")
    assert program.until("Built in ").endswith(" ms; 1 error, there is no site to show yet")
    assert b"Mars/Base" in program.get("__problems.json")
    program.write("doorstep.toml", 'title = "Mine"\n')
    program.until("Built in ", 2)
    assert b"Mine" in program.get("index.html")


@pytest.mark.parametrize("asked", [["--publish"], []])
def test_a_watch_that_is_told_where_writes_what_build_would_have_written(
    started: list[Program], tmp_path: Path, vault: Commands, asked: list[str]
) -> None:
    vault.write({"contacts/new.md": "---\nname: Nobody Yet\ndraft: true\n---\n"})
    program = Program(tmp_path, "--port", "0", "-o", "out", *asked)
    started.append(program)
    program.until("Published: ")
    program.write("contacts/tara.md", TARA)
    program.until("Published: ", 2)
    assert b"Nobody Yet" in program.get("contacts/new.html")
    assert program.interrupt() == 0
    vault("-o", str(tmp_path / "site"))
    assert tree(Path("out")) == tree(tmp_path / "site")
    assert not (Path("out") / "contacts" / "new.html").exists()


def tree(folder: Path) -> dict[str, bytes]:
    """Return the bytes of all pages."""
    files = (path for path in folder.rglob("*") if path.suffix == ".html")
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def test_an_output_that_must_not_be_written_ends_the_watch(
    started: list[Program], tmp_path: Path
) -> None:
    program = Program(tmp_path, "--no-serve", "--publish", "-o", str(tmp_path / "contacts"))
    started.append(program)
    assert program.end() == 2
    assert "belongs to the vault's own files" in program.lines[-1]


def test_an_output_that_somebody_wrote_into_does_not_end_the_watch(
    started: list[Program], tmp_path: Path
) -> None:
    program = Program(tmp_path, "--port", "0", "--publish")
    started.append(program)
    program.until("Published: ")
    foreign = tmp_path / "site" / "mine.txt"
    foreign.write_text("mine")
    program.write("contacts/tara.md", TARA)
    assert "Doorstep did not write this" in program.until("build: nothing was written")
    assert b"New words." in program.get("contacts/tara.html")
    foreign.unlink()
    program.until("Published: ", 2)
    assert program.interrupt() == 0
    assert program.lines[-1] == "Stopped."


def test_without_a_preview_it_builds_and_tells(started: list[Program], tmp_path: Path) -> None:
    program = Program(tmp_path, "--no-serve", "--poll", "--format", "concise")
    started.append(program)
    program.until("Built in ")
    program.write("contacts/tara.md", "---\nname: Tara\nknows: [tarra]\n---\n")
    program.until("contacts/tara.md:3:9: error[unknown-contact]")
    assert not [line for line in program.lines if line.startswith("Serving")]
    assert program.interrupt() == 0
    assert not (tmp_path / "site").exists()


def test_a_variable_says_where_and_not_that_a_preview_writes(
    started: list[Program], tmp_path: Path
) -> None:
    program = Program(tmp_path, "--port", "0", DOORSTEP_OUTPUT=str(tmp_path / "out"))
    started.append(program)
    program.until("Built in ")
    assert b"Tara" in program.get("index.html")
    assert program.interrupt() == 0
    assert not (tmp_path / "out").exists()


def test_the_browser_is_opened_at_the_address(started: list[Program], tmp_path: Path) -> None:
    tools = tmp_path / "tools"
    tools.mkdir()
    opener = tools / "xdg-open"
    opener.write_text(f'#!/bin/sh\necho "$1" > {tmp_path}/opened\n')
    opener.chmod(opener.stat().st_mode | stat.S_IXUSR)
    program = Program(tmp_path, "--port", "0", "-O", PATH=f"{tools}:{os.environ['PATH']}")
    started.append(program)
    program.until("Built in ")
    until = time.monotonic() + PATIENCE
    while not (tmp_path / "opened").exists() and time.monotonic() < until:
        time.sleep(0.05)
    assert (tmp_path / "opened").read_text().strip() == f"http://127.0.0.1:{program.port}/"


def test_a_taken_port_is_passed_over_or_refused_if_it_was_asked_for(
    started: list[Program], tmp_path: Path, vault: Commands
) -> None:
    with socket.socket() as taken:
        with contextlib.suppress(OSError):  # somebody else has it: just as well
            taken.bind(("127.0.0.1", 8000))
            taken.listen()
        program = Program(tmp_path)
        started.append(program)
        assert 8000 < program.port < 8010
        result = vault("--watch", "--port", "8000")
        assert result.code == 2
        assert "cannot open port 8000 on 127.0.0.1: address already in use" in result.err
        assert "--port N takes another one" in result.err


def test_an_address_of_the_network_is_given_with_its_token(
    started: list[Program], tmp_path: Path
) -> None:
    program = Program(tmp_path, "--port", "0", "--host", "0.0.0.0")  # noqa: S104 - as users may
    started.append(program)
    assert "/?token=" in program.until("Serving ")
    assert b"Open the address that the terminal shows" in program.get("index.html")


def test_garbage_is_collected_in_quiet_moments_only() -> None:
    memory, walked = Memory(), []
    gc.callbacks.append(lambda phase, info: walked.append((phase, info["generation"])))
    for _ in range(BUILDS):
        memory.rest()
        memory.built()
    for _ in range(RESTS - 1):
        memory.rest()
    assert ("start", 2) not in walked
    memory.rest()
    assert ("start", 2) in walked
    gc.callbacks.pop()
    gc.unfreeze()


def test_the_vault_of_these_tests_is_sound(vault: Commands) -> None:
    assert len(VAULT) == 5
    assert vault("check").code == 0


def test_the_preview_can_be_that_of_an_audience(
    started: list[Program], tmp_path: Path, vault: Commands
) -> None:
    team = '[audiences.team]\nshow = ["contacts", "body"]\nfields = ["name"]\n'
    shown = VAULT["contacts/tara.md"].replace("name", "visibility: [team]\nname")
    vault.write({"doorstep.toml": team, "contacts/tara.md": shown})
    program = Program(tmp_path, "--port", "0", "--audience", "team", "--publish")
    started.append(program)
    program.until("Published: ")
    assert b"Tara Lindqvist" in program.get("index.html")
    assert b"Sam Okafor" not in program.get("index.html")
    leak = shown + "\nNot Sam Okafor.\n"
    program.write("contacts/tara.md", leak)
    program.until("contacts/tara.md:6:5: error[hidden-name]")
    assert b"Sam" not in program.get("__problems.json")
    assert b"withheld" in program.get("__problems.json")
    assert b"Sam" not in program.get("problems.html")  # the page is the owner's
    program.write("contacts/tara.md", shown)
    program.write("doorstep.toml", team.replace("team", "teem"))
    program.until('doorstep.toml:1:1: error[unknown-audience]: no audience is called "team"')
    assert b"teem" not in program.get("__problems.json")
    assert program.interrupt() == 0
    vault.write({"doorstep.toml": team})
    vault("--audience", "team", "-o", "again")
    assert tree(tmp_path / "site-team") == tree(tmp_path / "again")
