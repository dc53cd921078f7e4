"""The demo as a built site, and programs that serve it."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def demo_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the demo vault with the program itself."""
    folder = tmp_path_factory.mktemp("demo")
    for part in ("contacts", "intros"):
        shutil.copytree(ROOT / part, folder / part)
    shutil.copy(ROOT / "doorstep.toml", folder)
    (folder / "outside.txt").write_text("OUTSIDE")
    command = [sys.executable, str(ROOT / "build.py"), "-C", str(folder), "-q", "--no-cache"]
    subprocess.run(command, check=True)
    return folder / "site"
