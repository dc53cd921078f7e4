"""A new vault comes with a kit for the editor and for CI, and it does what it says."""

import json
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.support.commands import Commands

TASKS = ".vscode/tasks.json"
WORKFLOW = ".github/workflows/doorstep.yml"
PARTS = {
    "file": "path",
    "line": "line",
    "column": "column",
    "severity": "severity",
    "code": "id",
    "message": "message",
}
"""What the editor takes from a line, and what a program is told of the same."""
BROKEN = "---\nname: Bo\nclosness: 3\nclosenes: 9\nintroduced_by: nobody\n---\n\nSee [[no: one]].\n"


@pytest.fixture
def made(vault: Commands) -> Path:
    """Return a new vault with a file that has something of each kind."""
    new = vault.root / "new"
    assert vault("init", str(new)).code == 0
    (new / "contacts" / "bo.md").write_text(BROKEN, "utf-8")
    return new


def task(folder: Path) -> Any:
    """Return the task that the editor offers."""
    (only,) = json.loads((folder / TASKS).read_text("utf-8"))["tasks"]
    return only


def test_the_editor_s_task_finds_the_place_of_every_finding(vault: Commands, made: Path) -> None:
    words = shlex.split(task(made)["command"])[1:]
    pattern = task(made)["problemMatcher"]["pattern"]
    printed = vault("-C", str(made), *words).out.splitlines()
    findings = vault("-C", str(made), "check", "--format", "json").json["diagnostics"]
    assert len(printed) >= 4
    for line, found in zip(printed, findings, strict=True):
        match = re.search(pattern["regexp"], line)
        assert match is not None
        for part, key in PARTS.items():
            assert match[pattern[part]] == str(found[key])


@pytest.mark.parametrize("way", ["bin/build", "build.py"])
def test_the_task_starts_the_program_from_any_folder(tmp_path: Path, way: str) -> None:
    root = Path(__file__).parents[2]
    start = f"#!{sys.executable}\nimport sys\nsys.path.insert(0, {str(root)!r})\n"
    place = tmp_path / "my tools" / way
    place.parent.mkdir(parents=True)
    place.write_text(f"{start}from site_builder.cli import main\nmain()\n", "utf-8")
    place.chmod(0o755)
    run = [sys.executable, way] if way.endswith(".py") else [f"./{way}"]
    subprocess.run([*run, "init", "../doors"], cwd=tmp_path / "my tools", check=True)
    new = tmp_path / "doors"
    command = ["sh", "-c", task(new)["command"]]
    done = subprocess.run(command, cwd=new, capture_output=True, text=True, check=True)
    assert done.stdout == ""
    assert "0 errors, 0 warnings" in done.stderr


def test_the_workflow_checks_and_does_nothing_else(vault: Commands, made: Path) -> None:
    text = (made / WORKFLOW).read_text("utf-8")
    flow = yaml.load(text, yaml.BaseLoader)  # noqa: S506 - it makes nothing but texts
    assert flow["permissions"] == {"contents": "read"}
    (job,) = flow["jobs"].values()
    assert job["if"] == "vars.DOORSTEP != ''"
    uses = [step["uses"] for step in job["steps"] if "uses" in step]
    assert uses == ["actions/checkout@v4", "actions/setup-python@v5"]
    install, check = (step["run"] for step in job["steps"] if "run" in step)
    assert install == 'python -m pip install "$DOORSTEP"'
    result = vault("-C", str(made), *shlex.split(check)[1:])
    assert result.code == 1
    assert "::error file=contacts/bo.md,line=5,endLine=5,col=16," in result.out


def test_a_kit_that_is_there_stays_as_it_is(vault: Commands) -> None:
    vault.write({f"new/{TASKS}": "{}", "new/.editorconfig": "mine"})
    result = vault("init", str(vault.root / "new"))
    assert result.code == 0
    assert ".vscode" not in result.out
    assert (vault.root / "new" / TASKS).read_text() == "{}"
    assert (vault.root / "new" / ".editorconfig").read_text() == "mine"
    assert (vault.root / "new" / WORKFLOW).exists()


def test_the_hook_for_pre_commit_sees_a_note_that_goes(vault: Commands, made: Path) -> None:
    (hook,) = yaml.safe_load((Path(__file__).parents[2] / ".pre-commit-hooks.yaml").read_text())
    assert hook["always_run"]  # pre-commit counts no file that goes
    assert not hook["pass_filenames"]
    words = ("-C", str(made), *shlex.split(hook["entry"])[1:])
    (made / "contacts" / "bo.md").unlink()
    assert vault(*words).code == 0
    (made / "contacts" / "robin-example.md").unlink()
    assert vault(*words).code == 1


@pytest.mark.parametrize("folder", ["contacts", "contacts/new", "intros/2026", "./contacts/"])
def test_no_vault_is_made_among_the_notes_of_another(
    vault: Commands, folder: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(vault.root)
    result = vault("init", folder)
    assert (result.code, result.out) == (2, "")
    assert "lies among the notes of the vault" in result.err
    assert {path.name for path in vault.root.rglob("*-example.md")} == set()


def test_a_vault_beside_the_notes_of_another_is_made(vault: Commands) -> None:
    assert vault("init", str(vault.root / "other")).code == 0
