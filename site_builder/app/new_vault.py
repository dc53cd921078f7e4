"""A new vault: you, two people, one introduction that went quiet, settings to change.

Beside them a kit for the editor and for CI: what is there of it already stays as it is.
"""

import json
import os.path
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from string import Template

from site_builder.reading.vault_root import find_root

HERE = Path(__file__).parents[1] / "starter"
FOLDERS = ("contacts", "intros")
KIT = frozenset({".editorconfig", ".vscode/tasks.json", ".github/workflows/doorstep.yml"})
"""What any project may have its own of."""


class VaultExistsError(Exception):
    """The folder already holds a vault, or a file where one of ours would go."""

    def __init__(self, path: Path) -> None:
        """Name what is there."""
        super().__init__(f'"{path}" is already there; choose an empty folder')


class AmongNotesError(VaultExistsError):
    """The folder lies among the notes of a vault, which would read the new one's as its own."""

    def __init__(self, folder: Path, vault: Path) -> None:
        """Name both."""
        message = (
            f'"{folder}" lies among the notes of the vault "{vault}"; choose a folder elsewhere'
        )
        Exception.__init__(self, message)


def make_vault(folder: Path, today: date, program: str) -> tuple[str, ...]:
    """Write the starter files and return their paths; refuse to replace anything.

    `program` are the words that start this program in any folder.
    """
    vault = find_root(folder.parent if folder.name in FOLDERS else folder)
    if vault and folder.resolve().relative_to(vault).parts[:1] in {(one,) for one in FOLDERS}:
        raise AmongNotesError(folder, vault)
    files = starter_files(today, program)
    there = {path for path in (*FOLDERS, *files) if os.path.lexists(folder / path)}
    for path in (*FOLDERS, *files):
        if path in there - KIT:
            raise VaultExistsError(folder / path)
    made = {path: text for path, text in files.items() if path not in there}
    for path, text in made.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        with place.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    return tuple(made)


def starter_files(today: date, program: str) -> Mapping[str, str]:
    """Return the starter vault by path, its story told up to today."""
    started = json.dumps(program)[1:-1]
    days = {f"ago{number}": str(today - timedelta(days=number)) for number in range(100)}
    made = {}
    for source in sorted(HERE.rglob("*.template")):
        path = source.relative_to(HERE).as_posix().removesuffix(".template")
        text = Template(source.read_text("utf-8"))
        named = path.replace("DATE", str(today - timedelta(days=55)))
        made[named.replace("dot-", ".")] = text.substitute(days, year=today.year, program=started)
    return made
