"""The same vault gives the same bytes, whoever builds it, where, when and with how many hands.

The control adds one line to the program that depends on its circumstances, and must be seen.
"""

import hashlib
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

import pytest

from tests.proof.long_form import LONG

pytestmark = pytest.mark.proves("determinism")

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
SHUFFLE = """
import os, random
scandir, listdir, order = os.scandir, os.listdir, random.Random(os.environ["SHUFFLE"])
class Shuffled:
    def __init__(self, path="."):
        with scandir(path) as entries:
            found = list(entries)
        order.shuffle(found)
        self.entries = iter(found)
    def __iter__(self):
        return self.entries
    def __next__(self):
        return next(self.entries)
    def __enter__(self):
        return self
    def __exit__(self, *_):
        pass
    def close(self):
        pass
def shuffled(path="."):
    names = listdir(path)
    order.shuffle(names)
    return names
os.scandir, os.listdir = Shuffled, shuffled
"""
"""A Python in which folders list their files in another order each time, as some disks do."""
HANDS = """
import os
from site_builder.app import processes
processes.WORTH_IT, fork = 2, os.fork
def counted():
    with open(".start/forks", "a") as forks:
        forks.write("x")
    return fork()
os.fork = counted
"""
"""A program that spreads even the little work of the demo, and notes how often it does."""
LEAKING_HANDS = """
import os, sys
from site_builder.rendering import press
plain, first = press.render_page, os.getpid()
def leaking(*words):
    return plain(*words) + (b"" if os.getpid() == first else b"<!-- by another hand -->")
press.render_page = leaking
sys.argv[0] = "build"
from site_builder.cli import main
main()
"""


def vault(root: Path) -> Path:
    """Write the demo's files."""
    for file in FILES:
        place = root / file.relative_to(ROOT)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(file.read_bytes())
    (root / "doorstep.toml").write_bytes((ROOT / "doorstep.toml").read_bytes())
    return root


def built(
    root: Path,
    *words: str,
    umask: int = 0o022,
    program: str = "",
    environment: Mapping[str, str] = MappingProxyType({}),
) -> tuple[str, str]:
    """Build in a process of its own; return the hash of the site and what was printed."""
    chosen = ["-c", program] if program else [str(ROOT / "build.py")]
    command = [sys.executable, *chosen, "-C", str(root), "-o", str(root / "out"), *words]
    clean = {name: value for name, value in os.environ.items() if not name.startswith("DOORSTEP")}
    (root / ".start").mkdir(exist_ok=True)
    start = (SHUFFLE if "SHUFFLE" in environment else "") + (HANDS if "--jobs" in words else "")
    (root / ".start" / "sitecustomize.py").write_text(start)
    done = subprocess.run(
        [*command, "--no-cache"],
        env={**clean, "PYTHONPATH": f"{root / '.start'}{os.pathsep}{ROOT}", **environment},
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
    root = vault(tmp_path_factory.mktemp("plain"))
    return built(root, environment={"PYTHONHASHSEED": "0", "TZ": "UTC"})


ZONES = ("Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Kathmandu", "America/St_Johns")
LOCALES = ("C", "C.UTF-8", "tr_TR.UTF-8", "ar_EG.UTF-8", "de_DE.ISO-8859-1")
ODD = {"PYTHONUTF8": "0", "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0"}
BARE = {"HOME": "/nowhere", "COLUMNS": "20", "TERM": "dumb", "NO_COLOR": "1"}
ALONE = [
    *({"PYTHONHASHSEED": str(seed)} for seed in range(1, 30)),
    *({"TZ": zone} for zone in ZONES),
    *({"LC_ALL": name, "LANG": name} for name in LOCALES),
    *(ODD, BARE),
]
TOGETHER = [
    {"PYTHONHASHSEED": "1", "TZ": ZONES[0], **ODD},
    {"PYTHONHASHSEED": "2", "TZ": ZONES[1], "LC_ALL": "C.UTF-8", "LANG": "C.UTF-8", **BARE},
]
"""In the short form all at once: what is seen of one is seen of several."""
FOLDERS = ["a b", "é/漢", "x" * 200, "deep/" * 20 + "er", "%41", "[a]"]


@pytest.mark.parametrize(
    "environment",
    ALONE if LONG else TOGETHER,
    ids=lambda environment: " ".join(f"{k}={v}" for k, v in environment.items()),
)
def test_the_environment_changes_nothing(
    tmp_path: Path, expected: tuple[str, str], environment: dict[str, str]
) -> None:
    assert built(vault(tmp_path), environment=environment)[0] == expected[0]


@pytest.mark.parametrize(
    ("shuffle", "jobs"), [(s, j) for s in "123" for j in "123" if LONG or s == j]
)
def test_order_of_files_and_number_of_hands_change_nothing(
    tmp_path: Path, expected: tuple[str, str], shuffle: str, jobs: str
) -> None:
    environment = {"SHUFFLE": shuffle}
    assert built(vault(tmp_path), "--jobs", jobs, environment=environment) == expected
    assert (tmp_path / ".start" / "forks").exists() is (jobs != "1")


@pytest.mark.parametrize("umask", [0, 0o027, 0o077] if LONG else [0, 0o077])
def test_the_umask_changes_nothing(tmp_path: Path, expected: tuple[str, str], umask: int) -> None:
    assert built(vault(tmp_path), umask=umask) == expected


@pytest.mark.parametrize("folder", FOLDERS if LONG else ["/".join(FOLDERS)])
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


@pytest.mark.control
@pytest.mark.parametrize(
    ("leak", "environment"),
    [
        ("hash('x')", {"PYTHONHASHSEED": "5"}),
        ("{'a', 'b', 'c', 'd', 'e', 'f'}", {"PYTHONHASHSEED": "5"}),
        ("time.localtime(0)", {"TZ": "Asia/Kathmandu"}),
        ("os.environ.get('LANG')", {"LANG": "tr_TR.UTF-8"}),
        ("os.getcwd()", {}),
        ("[e.name for e in os.scandir('contacts')]", {"SHUFFLE": "1"}),
    ],
)
def test_the_harness_sees_a_program_that_leaks(
    tmp_path: Path, leak: str, environment: dict[str, str]
) -> None:
    plain = {"PYTHONHASHSEED": "0", "TZ": "UTC", "LANG": "C"}
    leaking = LEAK.format(source=leak)
    one = built(vault(tmp_path / "one"), program=leaking, environment=plain)
    other = built(vault(tmp_path / "other"), program=leaking, environment={**plain, **environment})
    assert one[0] != other[0]


@pytest.mark.control
def test_the_harness_sees_what_another_hand_does_otherwise(tmp_path: Path) -> None:
    one = built(vault(tmp_path / "one"), "--jobs", "1", program=LEAKING_HANDS)
    other = built(vault(tmp_path / "other"), "--jobs", "2", program=LEAKING_HANDS)
    assert one[0] != other[0]
