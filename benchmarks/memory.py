"""Peak memory of a command with all its processes, on Linux: shared pages count once."""

import re
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

PROC = Path("/proc")
GLANCE = 0.05
"""Seconds between two looks; each look takes some of the command's own time."""
SHARE = re.compile(r"^Pss:\s+(\d+) kB", re.MULTILINE)


def peak_of_all(command: Sequence[str], environment: Mapping[str, str]) -> float | None:
    """Run a command; return the most MB that it held with its children, None off Linux."""
    if not (PROC / "self/smaps_rollup").exists():
        return None
    peak = 0
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, env=environment) as process:
        while process.poll() is None:
            peak = max(peak, sum(map(_share, _family(process.pid))))
            time.sleep(GLANCE)
    return peak / 1024


def _family(pid: int) -> Iterator[int]:
    """Yield a process and everything it started."""
    yield pid
    try:
        children = (PROC / f"{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return
    for child in children:
        yield from _family(int(child))


def _share(pid: int) -> int:
    """Return the kB that a process holds, what it shares divided among those who share it."""
    try:
        found = SHARE.search((PROC / f"{pid}/smaps_rollup").read_text())
    except OSError:
        return 0
    return int(found[1]) if found else 0
