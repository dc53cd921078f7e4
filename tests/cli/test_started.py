"""What is printed to be typed works as typed, however the program was started."""

import subprocess
import sys
from pathlib import Path
from shlex import quote

import pytest

from tests.support.commands import Commands

ROOT = Path(__file__).parents[2]
START = f"#!{sys.executable}\nimport sys\nsys.path.insert(0, {str(ROOT)!r})\n"


@pytest.mark.parametrize("way", ["build", "bin/build", f"{sys.executable} build.py"])
def test_the_next_command_of_init_works_as_typed(tmp_path: Path, way: str) -> None:
    for name in ("bin/build", "build.py"):
        place = tmp_path / name
        place.parent.mkdir(exist_ok=True)
        place.write_text(f"{START}from site_builder.cli import main\nmain()\n", "utf-8")
        place.chmod(0o755)
    folders = {"PATH": f"{tmp_path / 'bin'}:/usr/bin:/bin" if way == "build" else "/usr/bin:/bin"}

    def shell(line: str) -> subprocess.CompletedProcess[str]:
        command = ["sh", "-c", line]
        return subprocess.run(
            command, cwd=tmp_path, env=folders, capture_output=True, text=True, check=True
        )

    made = shell(f"{way} init 'my doors'").stdout
    (line,) = (one for one in made.splitlines() if one.startswith("Next: "))
    assert line == f"Next: {way} -C 'my doors'"
    assert "Open 'my doors/site/index.html'" in shell(line.removeprefix("Next: ")).stderr
    assert (tmp_path / "my doors" / "site" / "index.html").exists()


def test_a_build_says_what_to_open(
    vault: Commands, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second, *_ = vault().err.splitlines()
    assert first.startswith("4 contacts, 1 intro ")
    assert second == "Open site/index.html"
    assert "Open" not in vault("-q").err
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    page = vault.root / "site" / "index.html"
    assert f"Open {quote(str(page))}" in vault("-C", str(vault.root)).err
