"""Times the program on generated vaults: `make bench`, or `bench.py --contacts 1000 10000`."""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import date
from math import log
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import itertools

from benchmarks.generate import write_vault

TODAY = date(2026, 11, 22)
SEED = 7
MEMORY = Path("/dev/shm")  # noqa: S108 - a memory file system keeps the disk out of the figures
PROGRAM = Path(sys.executable).with_name("build")


def main() -> None:
    """Print one table a vault size, and how the cold build grows."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--contacts", type=int, nargs="+", default=[1000, 10_000])
    options.add_argument("--runs", type=int, default=3)
    chosen = options.parse_args()
    print(f"{'contacts':>9} {'what':<24} {'seconds':>8} {'peak MB':>8}")
    colds = [(contacts, _size(contacts, chosen.runs)) for contacts in chosen.contacts]
    for (fewer, faster), (more, slower) in itertools.pairwise(colds):
        exponent = log(slower / faster) / log(more / fewer)
        print(f"growth of the cold build from {fewer} to {more} contacts: exponent {exponent:.2f}")


def _size(contacts: int, runs: int) -> float:
    """Measure every command on one vault; return the seconds of a cold build."""
    with tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as folder:
        root = Path(folder) / "vault"
        write_vault(root, contacts, contacts // 2, SEED, TODAY)
        build = ["-C", str(root), "-o", str(Path(folder) / "site"), "-q"]
        _row(contacts, "--help", ["--help"], runs=runs)
        _row(contacts, "check", ["-C", str(root), "check", "-q"], runs=runs)
        _row(contacts, "stalled", ["-C", str(root), "stalled", "--format", "json"], runs=runs)
        cold = _row(contacts, "build, cold", build, runs=1)
        _row(contacts, "build, nothing changed", build, runs=runs)
        return cold


def _row(contacts: int, what: str, words: Sequence[str], *, runs: int) -> float:
    timed = sorted(_time(words) for _ in range(runs))
    seconds, memory = timed[len(timed) // 2]
    print(f"{contacts:>9} {what:<24} {seconds:>8.2f} {memory:>8.0f}", flush=True)
    return seconds


def _time(words: Sequence[str]) -> tuple[float, float]:
    """Return wall seconds and the peak memory in MB of one run."""
    begun = time.perf_counter()
    process = subprocess.Popen(
        [str(PROGRAM), *words],
        stdout=subprocess.DEVNULL,
        env={**os.environ, "DOORSTEP_TODAY": TODAY.isoformat()},
    )
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{' '.join(words)} ended with {process.returncode}")
    return seconds, _megabytes(usage)


def _megabytes(usage: resource.struct_rusage) -> float:
    return usage.ru_maxrss / 1024


if __name__ == "__main__":
    main()
