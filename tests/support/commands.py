"""Running the command line inside the test's own process."""

import json
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from site_builder.cli.main import main

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Result:
    """What a command printed and how it ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The document on stdout."""
        return json.loads(self.out)


def write(root: Path, files: dict[str, str]) -> None:
    """Write files of a vault."""
    for path, text in files.items():
        place = root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, "utf-8")


class Commands:
    """Runs commands on one vault."""

    def __init__(self, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """Remember the vault."""
        self.root = root
        self.capsys = capsys

    def write(self, files: dict[str, str]) -> None:
        """Write files of the vault."""
        write(self.root, files)

    def __call__(self, *words: str) -> Result:
        """Run `build WORDS`."""
        self.capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            main(list(words))
        printed = self.capsys.readouterr()
        return Result(int(ended.value.code or 0), printed.out, printed.err)


@pytest.fixture
def build(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Commands:
    """Return commands in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return Commands(tmp_path, capsys)


@pytest.fixture
def demo(build: Commands) -> Commands:
    """Return commands on a copy of the demo vault."""
    for part in ("contacts", "intros"):
        shutil.copytree(ROOT / part, build.root / part)
    shutil.copy(ROOT / "doorstep.toml", build.root)
    return build
