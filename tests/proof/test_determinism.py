"""The same vault gives the same bytes, whoever builds it, where, when and with how many hands.

The control adds one line to the program that depends on its circumstances, and must be seen.
"""

import hashlib
import os
import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.proof.long_form import LONG

ROOT = Path(__file__).parents[2]
FILES = sorted([*(ROOT / "contacts").rglob("*.md"), *(ROOT / "intros").rglob("*.md")])
LEAK = """
import os, sys, time, locale
from site_builder.pages import host_files
plain = host_files.host_files
def leaking():
    seen = {source}
    return dict(plain(), **{{"leak.txt": repr(seen).encode()}})
host_files.host_files = leaking
sys.argv[0] = "build"
from site_builder.cli import main
main()
"""
ORDERS: dict[str, Callable[[list[Path]], list[Path]]] = {
    "sorted": list,
    "reversed": lambda files: files[::-1],
    "shuffled": lambda files: random.Random(7).sample(files, len(files)),  # noqa: S311 - an order
}


def vault(root: Path, order: str = "sorted") -> Path:
    """Write the demo's files in an order of their own."""
    for file in ORDERS[order](FILES):
        place = root / file.relative_to(ROOT)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(file.read_bytes())
    (root / "doorstep.toml").write_bytes((ROOT / "doorstep.toml").read_bytes())
    return root


def built(
    root: Path, *words: str, umask: int = 0o022, leak: str = "", **environment: str
) -> tuple[str, str]:
    """Build in a process of its own; return the hash of the site and what was printed."""
    program = ["-c", LEAK.format(source=leak)] if leak else [str(ROOT / "build.py")]
    command = [sys.executable, *program, "-C", str(root), "-o", str(root / "out"), *words]
    clean = {name: value for name, value in os.environ.items() if not name.startswith("DOORSTEP")}
    done = subprocess.run(
        [*command, "--no-cache"],
        env={**clean, "PYTHONPATH": str(ROOT), **environment},
        cwd=root,
        umask=umask,
        capture_output=True,
        text=True,
        check=True,
    )
    return tree_hash(root / "out"), done.stdout.replace(str(root), "ROOT")


def tree_hash(folder: Path) -> str:
    """Return one hash of all names, modes and bytes below a folder."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        data = path.read_bytes() if path.is_file() else b""
        digest.update(repr((name, path.stat().st_mode, len(data))).encode() + data)
    return digest.hexdigest()


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str]:
    """Build the demo plainly."""
    return built(vault(tmp_path_factory.mktemp("plain")), PYTHONHASHSEED="0", TZ="UTC")


SEEDS = range(1, 30 if LONG else 4)
ZONES = ("Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Kathmandu", "America/St_Johns")
LOCALES = ("C", "C.UTF-8", "tr_TR.UTF-8", "ar_EG.UTF-8", "de_DE.ISO-8859-1")


@pytest.mark.parametrize(
    "environment",
    [
        *({"PYTHONHASHSEED": str(seed)} for seed in SEEDS),
        *({"TZ": zone} for zone in ZONES[: None if LONG else 2]),
        *({"LC_ALL": name, "LANG": name} for name in LOCALES[: None if LONG else 3]),
        {"PYTHONUTF8": "0", "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0"},
        {"HOME": "/nowhere", "COLUMNS": "20", "TERM": "dumb", "NO_COLOR": "1"},
    ],
    ids=lambda environment: " ".join(f"{k}={v}" for k, v in environment.items()),
)
def test_the_environment_changes_nothing(
    tmp_path: Path, expected: tuple[str, str], environment: dict[str, str]
) -> None:
    assert built(vault(tmp_path), **environment)[0] == expected[0]


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("jobs", ["1", "2", "3"])
def test_order_of_files_and_number_of_hands_change_nothing(
    tmp_path: Path, expected: tuple[str, str], order: str, jobs: str
) -> None:
    assert built(vault(tmp_path, order), "--jobs", jobs) == expected


@pytest.mark.parametrize("umask", [0, 0o077, 0o777])
def test_the_umask_changes_nothing(tmp_path: Path, expected: tuple[str, str], umask: int) -> None:
    assert built(vault(tmp_path), umask=umask if os.geteuid() == 0 else umask & 0o077) == expected


@pytest.mark.parametrize("folder", ["a b", "é/漢", "x" * 200, "deep/" * 20 + "er", "%41", "[a]"])
def test_the_folder_changes_nothing(tmp_path: Path, expected: tuple[str, str], folder: str) -> None:
    assert built(vault(tmp_path / folder)) == expected


def test_a_second_build_over_the_first_changes_nothing(
    tmp_path: Path, expected: tuple[str, str]
) -> None:
    root = vault(tmp_path)
    for path in root.rglob("*.md"):
        os.utime(path, (1, 1))
    built(root, "--today", "2026-01-01")
    assert built(root) == expected


@pytest.mark.parametrize(
    ("leak", "environment"),
    [
        ("hash('x')", {"PYTHONHASHSEED": "5"}),
        ("{'a', 'b', 'c', 'd', 'e', 'f'}", {"PYTHONHASHSEED": "5"}),
        ("time.localtime(0)", {"TZ": "Asia/Kathmandu"}),
        ("os.environ.get('LANG')", {"LANG": "tr_TR.UTF-8"}),
        ("os.getcwd()", {}),
        ("[e.name for e in os.scandir('contacts')]", {}),
    ],
)
def test_the_harness_sees_a_program_that_leaks(
    tmp_path: Path, leak: str, environment: dict[str, str]
) -> None:
    plain = {"PYTHONHASHSEED": "0", "TZ": "UTC", "LANG": "C"}
    one = built(vault(tmp_path / "one"), leak=leak, **plain)
    other = built(vault(tmp_path / "other", "reversed"), leak=leak, **{**plain, **environment})
    assert one[0] != other[0]
