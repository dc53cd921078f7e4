"""`python build.py` works with any interpreter once `make` has run, and says so before."""

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
BARE = (sys.executable, "-I", "-S")
"""An interpreter that finds no libraries."""


def run(*command: str, folder: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """Run a command in a folder."""
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_an_interpreter_with_the_libraries_runs_it() -> None:
    assert run(sys.executable, "build.py", "--version").stdout.startswith("doorstep")
    assert run(sys.executable, "build.py", "check", "-q").returncode == 0


INTERRUPTED = """
import runpy, sys
class Impatient:
    def find_spec(self, name, path=None, target=None):
        if name == "site_builder.cli.main":
            raise KeyboardInterrupt
sys.meta_path.insert(0, Impatient())
runpy.run_path("build.py", run_name="__main__")
"""


def test_ctrl_c_while_it_is_being_loaded_is_quiet() -> None:
    done = run(sys.executable, "-c", INTERRUPTED)
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")


def test_without_libraries_it_says_what_to_do(tmp_path: Path) -> None:
    shutil.copy(ROOT / "build.py", tmp_path)
    done = run(*BARE, "build.py", folder=tmp_path)
    assert done.returncode == 1
    assert done.stderr.strip() == (
        "Doorstep's libraries are not installed here. Run `make site` once."
    )


def test_the_clone_s_own_environment_is_used_where_there_is_one(tmp_path: Path) -> None:
    shutil.copy(ROOT / "build.py", tmp_path)
    python = tmp_path / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text('#!/bin/sh\necho "its own: $@"\n')
    python.chmod(0o700)
    assert run(*BARE, "build.py", "check", folder=tmp_path).stdout == "its own: build.py check\n"
