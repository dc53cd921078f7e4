"""Ctrl-C while the program is being loaded ends it quietly."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from time import sleep

import pytest

import site_builder

OURS = f'File "{Path(site_builder.__file__).parent}'
"""How a line of a traceback begins that leads into this program."""

BEGUN = """
import os, sys
from site_builder.cli import main
sys.argv[1:] = ["--help"]
os.write(1, b".")
main()
"""
"""Starts the program, and says when it has come to its first line."""

LOADED = """
import sys
before = set(sys.modules)
import site_builder.cli
print(*sorted(set(sys.modules) - before - set(sys.builtin_module_names)))
"""

STRUCK = """
import signal, sys
from site_builder.cli import main
def strike(frame, event, arg):
    if frame.f_code.co_name == sys.argv[1] and "site_builder.cli.main" in sys.modules:
        sys.setprofile(None)
        signal.raise_signal(signal.SIGINT)
sys.setprofile(strike)
main()
"""
"""Is interrupted when a function of this name is called while the command line is loaded."""


def test_nothing_is_loaded_before_ctrl_c_is_cared_for() -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOADED], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["site_builder", "site_builder.cli"]


@pytest.mark.parametrize("code", ["exec_module", "cb", "__set_name__"])
def test_code_that_would_swallow_it_ends_quietly(code: str) -> None:
    """The second drops whatever is raised in it; of the third, Python 3.11 makes another error."""
    done = subprocess.run([sys.executable, "-c", STRUCK, code], capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")


def test_it_ends_quietly_at_any_time() -> None:
    """What is struck before the first line of this program is Python's own to tell."""
    ended = [_struck_after(milliseconds / 1000) for milliseconds in range(0, 300, 15)]
    assert [told for _, told in ended if OURS in told] == []
    assert {code for code, told in ended if not told} <= {0, 130}


def _struck_after(seconds: float) -> tuple[int, str]:
    """Return how a program ended that was interrupted so long after it began, and what it said."""
    command = [sys.executable, "-c", BEGUN]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdout=pipe, stderr=pipe, start_new_session=True) as process:
        assert process.stdout is not None
        assert process.stdout.read(1) == b"."
        sleep(seconds)
        os.killpg(process.pid, signal.SIGINT)
        _, told = process.communicate()
    return process.returncode, told.decode()
