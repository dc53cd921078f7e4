"""`build mv` beside a running `build --watch`: in the end the preview shows the new id alone."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.commands import Commands
from tests.support.watch_program import PATIENCE, Program

ROUNDS = 3


@pytest.fixture
def watch(vault: Commands) -> Iterator[Program]:
    """Return a watch of the vault, ended after the test."""
    program = Program(vault.root, "--port", "0")
    yield program
    program.process.kill()
    program.process.wait()


def shows(watch: Program, there: str, gone: str) -> bool:
    """Wait until the preview has the page of one id, and none of the other."""
    until = time.monotonic() + 2 * PATIENCE
    while time.monotonic() < until:
        pages = watch.get("contacts/index.html").decode()
        if f'/{there}.html"' in pages and f'/{gone}.html"' not in pages:
            return b"Tara Lindqvist" in watch.get(f"contacts/{there}.html")
        time.sleep(0.05)
    return False


def test_the_preview_follows_each_renaming(vault: Commands, watch: Program) -> None:
    assert shows(watch, "tara", "eva-moen")
    for there, gone in (("eva-moen", "tara"), ("tara", "eva-moen")) * ROUNDS:
        result = vault("mv", gone, there)
        assert result.code == 0, result.err
        assert shows(watch, there, gone), watch.lines
    assert watch.interrupt() == 0
    assert watch.lines[-1] == "Stopped."
    assert "Traceback" not in "\n".join(watch.lines)
    assert Path(vault.root / "contacts" / "tara.md").exists()
