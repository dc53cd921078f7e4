"""Every command of the program, run on the demo in a process of its own."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
COMMANDS = (
    *(("--no-cache",), (), ("--jobs", "2", "--no-cache"), ("check",), ("check", "contacts")),
    *(("stalled", "--all"), ("suggest", "tara-lindqvist", "--draft"), ("stats",), ("replay",)),
    *(("explain", "tara-lindqvist"), ("explain", "no-goal"), ("replay", "--git"), ("doctor",)),
    *(("theme", "list"), ("theme", "eject", "today.html"), ("hosting", "nginx"), ("schema",)),
    *(("export", "bundle", "--passphrase-file", "pass"), ("init", "new")),
    *(("export", "json"), ("export", "csv"), ("export", "vcard")),
    ("mv", "ben-ito", "benjamin-ito", "--dry-run"),
    *(("export", "ics"), ("export", "graphml"), ("completion", "zsh")),
    ("import", "csv", "people.csv"),
)
EDITS: dict[tuple[str, ...], set[str]] = {
    ("new", "contact", "Eva Moen"): {"contacts/eva-moen.md"},
    ("new", "intro", "tara-lindqvist", "ben-ito", "--goal", "Tea"): {
        "intros/2026-11-22-tara-lindqvist-via-ben-ito.md"
    },
    ("import", "csv", "people.csv", "--write"): {"contacts/zoe-falk.md"},
    ("log", "2026-09-28-tara-via-sam", "replied", "at last"): {"intros/2026-09-28-tara-via-sam.md"},
    ("mv", "ben-ito", "benjamin-ito"): {
        "contacts/ben-ito.md",
        "contacts/benjamin-ito.md",
        "contacts/esra-yilmaz.md",
        "contacts/yusuf-karadag.md",
        "intros/2026-02-09-yusuf-via-ben.md",
        "intros/2026-08-13-esra-via-ben.md",
    },
}
"""Commands that edit, and the files that they change or make."""
TODAY = "2026-11-22"
PLAIN = "from site_builder.cli import main\nmain()\n"


def demo(root: Path) -> Path:
    """Write the demo into a folder, as a repository with one commit."""
    for folder in ("contacts", "intros"):
        shutil.copytree(ROOT / folder, root / folder)
    shutil.copy(ROOT / "doorstep.toml", root)
    (root / "pass").write_text("seven words that nobody else would choose\n")
    (root / "people.csv").write_text("name,org,email\nZoe Falk,Contoso,\nBen Ito,x,b@x.example\n")
    git = ["git", "-C", str(root), "-c", "user.name=a", "-c", "user.email=a@b.example"]
    for words in (["init", "-q"], ["add", "contacts", "intros"], ["commit", "-q", "-m", "all"]):
        subprocess.run([*git, *words], check=True, capture_output=True)
    return root


def run(
    root: Path, words: tuple[str, ...], *, program: str = PLAIN, at_start: str = ""
) -> subprocess.CompletedProcess[str]:
    """Run a command there; `at_start` runs first in every Python that it starts."""
    start = root.parent / "start"
    start.mkdir(exist_ok=True)
    (start / "sitecustomize.py").write_text(at_start)
    return subprocess.run(
        [sys.executable, "-c", program, *words],
        env={
            **os.environ,
            "PYTHONPATH": f"{start}{os.pathsep}{ROOT}",
            "DOORSTEP_TODAY": TODAY,
        },
        cwd=root,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
