"""A wheel built from the tree carries themes, manual and starter, and works elsewhere."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel with the backend that releases use."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


def test_the_wheel_has_only_our_package(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        tops = {name.split("/", 1)[0] for name in archive.namelist()}
    assert tops == {"site_builder", "doorstep-0.1.0.dist-info"}


def test_an_unpacked_wheel_builds_a_vault_elsewhere(wheel: Path, tmp_path: Path) -> None:
    package = tmp_path / "package"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(package)
    run = "import sys; sys.path.insert(0, sys.argv.pop(1)); import site_builder.cli as c; c.main()"

    def build(*words: str) -> str:
        command = [sys.executable, "-c", run, str(package), *words]
        done = subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, text=True)
        return done.stdout + done.stderr

    build("init", "doors")
    assert "0 errors, 0 warnings" in build("-C", "doors")
    assert (tmp_path / "doors" / "site" / "static" / "css" / "tokens.css").is_file()
    assert build("explain", "unknown-contact").startswith("# unknown-contact")
    where = "import sys; sys.path.insert(0, sys.argv[1]); import site_builder as s; print(s)"
    found = subprocess.run(
        [sys.executable, "-c", where, str(package)], check=True, capture_output=True, text=True
    )
    assert str(package) in found.stdout
