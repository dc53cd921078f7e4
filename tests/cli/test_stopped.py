"""A build that is told to stop leaves the old site as it was, and nothing beside it."""

import shutil
import signal
import subprocess
import sys
import time
from datetime import date
from pathlib import Path
from subprocess import DEVNULL

import pytest

from benchmarks.vaultgen import write_vault
from tests.writing.folders import names

AS_EVER = """
import signal
for number in (signal.SIGTERM, signal.SIGHUP):
    signal.signal(number, signal.SIG_DFL)
signal.signal(signal.SIGINT, signal.default_int_handler)
from site_builder.cli import main
main()
"""
"""Starts the program as a terminal does, whatever of it is ignored around these tests."""
BUILD = (sys.executable, "-c", AS_EVER, "--no-cache")
PATIENCE = 60
"""Seconds to wait for its first page."""
TRIES = 5


@pytest.fixture(scope="module")
def vault(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a vault whose pages take a while."""
    root = tmp_path_factory.mktemp("stopped") / "vault"
    write_vault(root, 600, 300, seed=7, today=date(2026, 11, 22))
    return root


def stopped(vault: Path, output: Path, number: signal.Signals) -> int:
    """Send the signal to a build once its pages come; return its exit code.

    Where the machine is busy with others, a build may be done before it is told: then another is.
    """
    for _ in range(TRIES):
        with subprocess.Popen(
            [*BUILD, "-C", vault, "-o", output], stdout=DEVNULL, stderr=DEVNULL
        ) as build:
            until = time.monotonic() + PATIENCE
            while not list(output.parent.glob(f".{output.name}.doorstep-staging-*/contacts/*")):
                if build.poll() is not None:
                    break
                assert time.monotonic() < until
                time.sleep(0.001)
            build.send_signal(number)
            code = build.wait(PATIENCE)
        if code:
            break
        shutil.rmtree(output)
    return code


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_what_stops_a_build_among_its_pages_leaves_nothing(
    vault: Path, tmp_path: Path, number: signal.Signals
) -> None:
    assert stopped(vault, tmp_path / "site", number) == 130
    assert names(tmp_path) == []


def test_what_it_cannot_hear_of_is_cleared_up_by_the_next_build(
    vault: Path, tmp_path: Path
) -> None:
    assert stopped(vault, tmp_path / "site", signal.SIGKILL) == -signal.SIGKILL
    assert len(names(tmp_path)) == 2
    subprocess.run(
        [*BUILD, "-C", vault, "-o", tmp_path / "site"], check=True, stdout=DEVNULL, stderr=DEVNULL
    )
    assert names(tmp_path) == ["site"]
