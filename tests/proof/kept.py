"""Keeps the figures of rows that held, so that one which did not can be tried again alone.

They count for the very files they were made with: of the program, its tests and its demo.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from functools import cache
from hashlib import sha256
from pathlib import Path

from tests.support.figures import Figure

ROOT = Path(__file__).parents[2]
PARTS = ("site_builder", "tests", "themes", "contacts", "intros", "docs/checks")
SINGLE = ("build.py", "doorstep.toml", "pyproject.toml", "requirements.lock")


def keep(row: str, figures: Sequence[Figure], place: Path | None = None) -> None:
    """Keep the figures of a row that held."""
    file = (place or _place()) / f"{row}.json"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps([asdict(figure) for figure in figures]), "utf-8")


def kept(row: str, place: Path | None = None) -> list[Figure] | None:
    """Return the figures of a row, None if it was not tried with these files, or did not hold."""
    file = (place or _place()) / f"{row}.json"
    if not file.exists():
        return None
    return [Figure(**figure) for figure in json.loads(file.read_text("utf-8"))]


@cache
def _place() -> Path:
    return ROOT / ".proof" / state_of(_files())


def state_of(files: Iterator[Path]) -> str:
    """Return a digest of files: another one if any of them is another."""
    digest = sha256()
    for file in files:
        data = file.read_bytes()
        digest.update(f"{file.relative_to(ROOT)} {len(data)} ".encode() + data)
    return digest.hexdigest()[:16]


def _files() -> Iterator[Path]:
    for part in PARTS:
        yield from sorted(f for f in (ROOT / part).rglob("*") if f.is_file() and f.suffix != ".pyc")
    yield from (ROOT / name for name in SINGLE)
