"""What the system does not let happen: a place, a disk, a stream; one line and its exit code."""

import errno
import os
import subprocess
import sys
from pathlib import Path
from shlex import quote

import pytest

from tests.support.commands import Commands

BUILD_PY = Path(__file__).parents[2] / "build.py"
CLOSED = "<&- >&- 2>&-"


def test_an_output_below_a_file_is_an_io_error(vault: Commands) -> None:
    vault.write({"notes.txt": "mine"})
    result = vault("-o", "notes.txt/site")
    assert result.code == 4
    file = vault.root / "notes.txt"
    assert result.err == f'build: {file / "site"}: "{file}" is a file; choose a folder\n'


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("-o", "/dev/null/x"), 'build: /dev/null/x: "/dev/null" is a file; choose a folder\n'),
        (
            ("-o", "/proc/x"),
            'build: /proc/x: nothing can be made in "/proc"; choose another folder\n',
        ),
        (("init", "/etc/passwd"), 'build: /etc/passwd: "/etc/passwd" is a file; choose a folder\n'),
        (
            ("export", "bundle", "--passphrase-file", "secret", "-o", "/nope/x.html"),
            'build: /nope/x.html: there is no folder "/nope"; make it first or choose another\n',
        ),
    ],
)
def test_a_place_that_takes_nothing_is_named_with_a_cure(
    vault: Commands, words: tuple[str, ...], said: str
) -> None:
    vault.write({"secret": "seven odd oranges walked beside purple rivers\n"})
    result = vault(*words)
    assert (result.code, result.err) == (4, said)


@pytest.mark.parametrize(
    ("words", "made"),
    [
        ("new contact Zoe", ".doorstep"),
        ("log tara nudged", ".doorstep"),
        ("theme eject tokens.css", "themes/mine"),
    ],
)
def test_a_vault_that_may_not_be_written_is_named_with_a_cure(
    vault: Commands, monkeypatch: pytest.MonkeyPatch, words: str, made: str
) -> None:
    def forbidden(place: Path, *_: object, **__: object) -> None:  # as root may write everywhere
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(place))

    monkeypatch.setattr(Path, "mkdir", forbidden)
    result = vault(*words.split())
    cure = "you may not open or make it; change its permissions or those of its folder"
    assert (result.code, result.err) == (4, f"build: {vault.root / made}: {cure}\n")


@pytest.mark.parametrize(
    ("words", "closed"),
    [
        *((words, CLOSED) for words in ("stalled", "--no-cache", "--version", "suggest tara")),
        *(("--no-cache", "2>&-"), ("--version", ">&-"), ("suggest tara", ">&-")),
        *(("check", closed) for closed in (">&-", "2>&-", ">&- 2>&-", CLOSED)),
    ],
)
def test_a_closed_stream_swallows(vault: Commands, words: str, closed: str) -> None:
    before = {path: path.read_bytes() for path in vault.root.rglob("*.md")}
    command = f"{quote(sys.executable)} {quote(str(BUILD_PY))} {words} {closed}"
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert "bug in Doorstep" not in done.stderr
    assert before == {path: path.read_bytes() for path in vault.root.rglob("*.md")}


@pytest.mark.parametrize(
    "words", ["check --format json", "stalled", "--format json", "--help", "suggest tara"]
)
def test_a_reader_who_left_is_an_io_error_and_no_finding(vault: Commands, words: str) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    command = [sys.executable, str(BUILD_PY), "-C", str(vault.root), *words.split()]
    broken = subprocess.run(command, stdout=writer, stderr=subprocess.PIPE, check=False)
    os.close(writer)
    whole = subprocess.run(command, capture_output=True, check=False)
    assert (broken.returncode, b"Traceback" in broken.stderr) == (4, False)
    assert (whole.returncode, whole.stdout != b"") == (0, True)


@pytest.mark.parametrize("words", ["chekc", "suggest nobody", "-o /", "new", "check"])
def test_talk_that_nobody_can_hear_is_an_io_error(vault: Commands, words: str) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    command = [sys.executable, str(BUILD_PY), "-C", str(vault.root), *words.split()]
    with open("/dev/full", "wb") as full:  # noqa: PTH123 - a device
        for stream in (full.fileno(), writer):
            done = subprocess.run(command, stdout=subprocess.PIPE, stderr=stream, check=False)
            assert (done.returncode, done.stdout) == (4, b"")
    os.close(writer)
