"""Starts the scripts of the tests in processes of their own."""

import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

REPOSITORY = Path(__file__).parents[2]
PATIENCE = 300


def start(
    script: str, *arguments: object, before: list[str] | None = None
) -> subprocess.Popen[str]:
    """Start `SCRIPT.py ARGUMENTS` of `tests/`; `before` is a command that runs it."""
    python = [*(before or []), sys.executable, "-m", f"tests.{script}"]
    return subprocess.Popen(
        [*python, *map(str, arguments)],
        cwd=REPOSITORY,
        stdout=subprocess.PIPE,
        text=True,
    )


def waited_for(place: Path) -> None:
    """Wait until this file is there."""
    until = time.monotonic() + PATIENCE
    while not place.exists():
        assert time.monotonic() < until, place
        time.sleep(0.01)


def outcome(process: subprocess.Popen[str]) -> Any:
    """Wait for its end and return what it printed."""
    try:
        printed, _ = process.communicate(timeout=PATIENCE)
    finally:
        process.kill()
    assert process.returncode == 0
    return json.loads(printed)
