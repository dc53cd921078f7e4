"""A new vault: you, two people, one introduction that went quiet, and settings to change."""

from datetime import date, timedelta
from pathlib import Path
from string import Template

HERE = Path(__file__).parents[1] / "starter"
FOLDERS = ("contacts", "intros")


class VaultExistsError(Exception):
    """The folder already holds a vault, or a file where one of ours would go."""

    def __init__(self, path: Path) -> None:
        """Name what is there."""
        super().__init__(f'"{path}" is already there; choose an empty folder')


def make_vault(folder: Path, today: date) -> tuple[str, ...]:
    """Write the starter files and return their paths; refuse to replace anything."""
    files = starter_files(today)
    for path in (*FOLDERS, *files):
        if (folder / path).exists():
            raise VaultExistsError(folder / path)
    for path, text in files.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        with place.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    return tuple(files)


def starter_files(today: date) -> dict[str, str]:
    """Return the starter vault by path, its story told up to today."""
    days = {f"ago{number}": str(today - timedelta(days=number)) for number in range(100)}
    made = {}
    for source in sorted(HERE.rglob("*.template")):
        path = source.relative_to(HERE).as_posix().removesuffix(".template")
        text = Template(source.read_text("utf-8"))
        named = path.replace("DATE", str(today - timedelta(days=55)))
        made[named.replace("dot-", ".")] = text.substitute(days, year=today.year)
    return made
