"""What is said while a long build goes on: on a terminal a line that leaves nothing behind."""

import contextlib
import io
import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

from site_builder.cli.progress import ProgressLine, Steps, progress_of
from site_builder.tables.spread import NOBODY
from tests.support.commands import Commands

ROOT = Path(__file__).parents[2]


class Screen(io.StringIO):
    """A terminal of one line."""

    @property
    def line(self) -> str:
        """What stands on it, by the rules of a carriage return."""
        shown: list[str] = []
        for part in self.getvalue().split("\r")[1:]:
            shown[: len(part)] = part
        return "".join(shown).rstrip()


class Clock:
    """A clock that is set by hand."""

    now = 0.0

    def __call__(self) -> float:
        """Return the time."""
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def test_a_quick_build_shows_nothing(clock: Clock) -> None:
    screen = Screen()
    line = ProgressLine(screen, clock)
    for done in range(0, 300, 10):
        clock.now = done / 1000
        line("reading", done, 300)
    line.over()
    assert screen.getvalue() == ""


def test_a_long_build_shows_phase_and_count_and_then_nothing(clock: Clock) -> None:
    screen = Screen()
    line = ProgressLine(screen, clock)
    seen = []
    for now, heard in (
        (0.0, ("reading", 0, 15_000)),
        (0.31, ("reading", 8_200, 15_000)),
        (0.35, ("reading", 9_000, 15_000)),  # too soon
        (0.45, ("reading", 15_000, 15_000)),
        (0.46, ("pages", 0, 17_800)),
        (0.6, ("pages", 3_100, 17_800)),
    ):
        clock.now = now
        line(*heard)
        seen.append(screen.line)
    assert seen == [
        "",
        "reading 8,200 of 15,000",
        "reading 8,200 of 15,000",
        "checking and ranking",
        "pages 0 of 17,800",
        "pages 3,100 of 17,800",
    ]
    line.over()
    assert screen.line == ""
    assert screen.getvalue().endswith("\r")
    assert "\n" not in screen.getvalue()


def test_the_next_build_is_given_the_same_patience(clock: Clock) -> None:
    screen = Screen()
    line = ProgressLine(screen, clock)
    line("pages", 0, 9)
    clock.now = 5.0
    line.over()
    line("pages", 1, 9)
    assert screen.getvalue() == ""
    clock.now = 5.4
    line("pages", 2, 9)
    assert screen.line == "pages 2 of 9"


def test_the_steps_say_count_and_time(clock: Clock, capsys: pytest.CaptureFixture[str]) -> None:
    steps = Steps(clock)
    clock.now = 7.0  # waited for a change
    for now, heard in (
        (7.0, ("reading", 0, 1)),
        (7.5, ("reading", 1, 1)),
        (9.5, ("pages", 0, 17_800)),
        (10.0, ("pages", 40, 17_800)),
        (15.75, ("pages", 17_800, 17_800)),
    ):
        clock.now = now
        steps(*heard)
    steps.over()
    assert capsys.readouterr().err == (
        "Read 1 file in 0.50 s\nChecked and ranked in 2.00 s\nMade 17,800 files in 6.25 s\n"
    )


def test_nothing_new_to_read_is_no_step(clock: Clock, capsys: pytest.CaptureFixture[str]) -> None:
    Steps(clock)("reading", 0, 0)
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("params", "term", "terminal", "kind"),
    [
        ({}, "xterm", True, ProgressLine),
        ({}, "xterm", False, type(NOBODY)),
        ({}, "dumb", True, type(NOBODY)),
        ({"quiet": True}, "xterm", True, type(NOBODY)),
        ({"verbose": True}, "dumb", False, Steps),
    ],
)
def test_only_a_terminal_has_the_line(
    params: dict[str, bool],
    term: str,
    terminal: bool,  # noqa: FBT001 - a column of the table
    kind: type,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("TERM", term)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: terminal)
    assert type(progress_of(params)) is kind


def test_verbose_tells_the_steps_and_quiet_contradicts_it(vault: Commands) -> None:
    told = vault("-v").err
    steps = r"Building \S+ as of 2026-11-04\nRead 5 files in .*\nChecked and ranked in .*\n"
    assert re.match(rf"{steps}Made \d+ files in .*\nWrote \d+ files to \S+site\n", told)
    assert "Wrote nothing new to" in vault("-v").err
    assert "Read" not in vault("--no-cache").err
    assert "Read 5 files in" in vault("check", "-v").err
    for words in (("-q", "-v"), ("check", "-q", "-v"), ("--watch", "-q", "-v")):
        result = vault(*words)
        assert result.code == 2
        assert '"-q" and "-v" cannot be used together' in result.err
    assert vault("-v", "stalled").code == 2


IN_TERMINAL = """
import site_builder.cli.progress as progress
progress.PATIENCE = progress.EVERY = 0.0
from site_builder.cli import main
main()
"""


def test_a_terminal_is_left_as_if_nothing_had_been_shown(
    vault: Commands, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    master, slave = pty.openpty()
    words = [sys.executable, "-c", IN_TERMINAL, "-C", str(vault.root), "--no-cache"]
    with subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=slave):
        os.close(slave)
        said = b""
        with contextlib.suppress(OSError):  # how a terminal ends
            while more := os.read(master, 4096):
                said += more
    os.close(master)
    text = said.decode().replace("\r\n", "\n")
    shown, _, rest = text.rpartition("\r")
    assert "\rreading " in shown
    assert "\rpages " in shown
    assert "\n" not in shown
    assert rest.startswith("4 contacts, 1 intro")
