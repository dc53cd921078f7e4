"""What others wrote lies beside its version and licence, unchanged."""

import re
from hashlib import sha256
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
VENDOR = ROOT / "themes" / "default" / "static" / "js" / "vendor"
LIBRARIES = sorted(VENDOR.iterdir())


def faults(version: str, files: dict[str, bytes]) -> list[str]:
    """Return what a library's VERSION.txt gets wrong about the scripts beside it."""
    told = dict(re.findall(r"^sha256 +([0-9a-f]{64}) +(\S+)$", version, re.MULTILINE))
    sums = {sha256(data).hexdigest(): name for name, data in files.items()}
    return [] if told == sums else [f"told {told}, found {sums}"]


@pytest.mark.parametrize("folder", LIBRARIES, ids=lambda folder: folder.name)
def test_a_library_is_the_one_its_version_speaks_of(folder: Path) -> None:
    scripts = {path.name: path.read_bytes() for path in folder.glob("*.js")}
    version = (folder / "VERSION.txt").read_text("utf-8")
    assert scripts
    assert faults(version, scripts) == []
    assert "MIT" in version
    assert "Permission is hereby granted" in (folder / "LICENSE.txt").read_text("utf-8")
    changed = {name: data + b" " for name, data in scripts.items()}
    assert faults(version, changed) != []


def test_minisearch_is_among_them() -> None:
    assert "minisearch" in [folder.name for folder in LIBRARIES]
