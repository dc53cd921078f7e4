"""`python -m tests.proof [ROW …]`: try every row at length and write docs/proof.md.

Rows run beside each other, one on each core, each in a process of its own. The document is written
only if all rows were tried and all of them hold. What held is kept: where one row failed, the next
run tries that one alone, unless a file changed. A row that is named is always tried.
"""

import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from tests.proof.kept import keep, kept
from tests.proof.page import page, sum_of
from tests.proof.rows import ROWS, Row
from tests.support.figures import FILE, Figure

ROOT = Path(__file__).parents[2]
DOCUMENT = ROOT / "docs" / "proof.md"
LONGEST_FIRST = ("payloads", "watch", "audiences", "publish", "builders", "hostile", "determinism")


@dataclass(frozen=True, slots=True)
class Tried:
    """What came of a row."""

    row: Row
    figures: list[Figure]
    holds: bool
    printed: str
    seconds: float

    @property
    def told(self) -> str:
        """One line: what was seen, and what the control saw."""
        proof, control = (sum_of(self.figures, control=each) for each in (False, True))
        verdict = "" if self.holds else "  FAILED"
        return (
            f"{self.row.id:12} {proof.told:>16} seen, at most {proof.bound:>7};"
            f" control {control.told:>14}  {self.seconds:4.0f} s{verdict}"
        )


def main(wanted: list[str]) -> int:
    """Try the rows and return the exit code."""
    known = {row.id: row for row in ROWS}
    if unknown := [name for name in wanted if name not in known]:
        print(f"no row is called {', '.join(unknown)}; there are: {', '.join(known)}")  # noqa: T201 - a program
        return 2
    order = [*LONGEST_FIRST, *(name for name in known if name not in LONGEST_FIRST)]
    chosen = [known[name] for name in order if name in wanted or not wanted]
    done: dict[str, Tried] = {}
    with ThreadPoolExecutor(os.cpu_count()) as hands:
        jobs = [hands.submit(tried, row, None if wanted else kept(row.id)) for row in chosen]
        for job in as_completed(jobs):
            one = job.result()
            done[one.row.id] = one
            print(f"[{len(done):2}/{len(chosen)}] {one.told}", flush=True)  # noqa: T201 - progress
            if one.holds:
                keep(one.row.id, one.figures)
            else:
                print(one.printed)  # noqa: T201 - why
    if not all(one.holds for one in done.values()):
        return 1
    if wanted:
        print("docs/proof.md stays: a run of all rows writes it")  # noqa: T201 - the end
    else:
        write(done)
    return 0


def write(done: Mapping[str, Tried]) -> None:
    """Write the document."""
    figures = {name: one.figures for name, one in done.items()}
    day = datetime.now(UTC).date().isoformat()
    DOCUMENT.write_text(page(ROWS, figures, day=day, machine=machine()), "utf-8")
    print(f"wrote {DOCUMENT.relative_to(ROOT)}")  # noqa: T201 - the end


def tried(row: Row, known: list[Figure] | None = None) -> Tried:
    """Run the tests of a row; it holds if they pass, and both it and its control were counted."""
    if known is not None:
        return Tried(row, known, holds=True, printed="", seconds=0.0)
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        lines = Path(folder, "figures")
        lines.touch()
        done = subprocess.run(
            [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "--row", row.id]
            + [f"tests/{path}" for path in row.tests],
            env={**os.environ, "DOORSTEP_PROOF": "1", "CI": "true", FILE: str(lines)},
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        figures = [Figure(**json.loads(line)) for line in lines.read_text("utf-8").splitlines()]
    blind = not sum_of(figures, control=True).seen or not sum_of(figures, control=False).tried
    holds = done.returncode == 0 and not blind
    return Tried(row, figures, holds, done.stdout, time.monotonic() - begun)


def machine() -> str:
    """Tell the machine's shape in general words."""
    gigabytes = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    system = f"{platform.system()} on {platform.machine()}"
    python = ".".join(platform.python_version_tuple()[:2])
    return f"{os.cpu_count()} cores, {gigabytes:.0f} GB, {system}, Python {python}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
