"""Git repositories of a test's own, with commits on chosen days."""

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

WHO = {
    "GIT_AUTHOR_NAME": "Robin Vale",
    "GIT_AUTHOR_EMAIL": "robin@fjordlight.example",
    "GIT_COMMITTER_NAME": "Robin Vale",
    "GIT_COMMITTER_EMAIL": "robin@fjordlight.example",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
}


def git(root: Path, *words: str, day: str = "2026-01-01") -> None:
    """Run git in a folder, on a day."""
    noon = f"{day}T12:00:00+0200"
    dates = {"GIT_AUTHOR_DATE": noon, "GIT_COMMITTER_DATE": noon}
    environment = {**os.environ, **WHO, **dates}
    subprocess.run(["git", "-C", str(root), *words], check=True, env=environment, timeout=60)


def new_repository(root: Path) -> None:
    """Make a repository."""
    git(root, "init", "-q")


def commit(root: Path, day: str, files: Mapping[str, str]) -> None:
    """Write files and commit everything on a day."""
    for path, text in files.items():
        place = root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, "utf-8")
    git(root, "add", "-A")
    git(root, "commit", "-qm", f"as of {day}", day=day)
