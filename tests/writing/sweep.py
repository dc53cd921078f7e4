"""Strikes a builder at every step it takes: `sweep.py DIR BLOW WRITER EVERY` prints what was left.

The blow is `kill`, before a call to the system, or the name of a fault. The builder works in a
child, struck `EVERY` steps later each time, until it gets through unharmed.
"""

import json
import os
import shutil
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from site_builder.writing import folder_swap
from site_builder.writing.publish import publish

from .faults import FAULTS, INTERRUPT, Calls
from .folders import contents, names, site, write_in_place
from .traced import killed_at

OLD, NEW = site("a", 3), site("b", 3) | {"contacts/0.html": site("a", 3)["contacts/0.html"]}


def main(vault: Path, blow: str, writer: str, every: int) -> None:
    """Count the outcomes."""
    if writer == "renaming":
        vars(folder_swap)["exchange"] = lambda *_: False
    place = vault / "site"

    def begin() -> Callable[[], object]:
        publish(place, OLD, source_root=vault)
        return lambda: write(place, NEW, writer)

    def look(outcomes: Counter[str]) -> None:
        outcomes[judged(place)] += 1
        outcomes["litter"] += blow == INTERRUPT and littered(vault)
        if writer == "renaming" and not place.exists():
            outcomes["lost"] += not publish(place, OLD, source_root=vault).unchanged
        if writer == "in-place":
            shutil.rmtree(place)
        publish(place, NEW, source_root=vault)
        outcomes["debris"] += names(vault) != ["site"] or contents(place) != NEW

    sweep(begin, look, blow=blow, every=every)


def sweep(
    begin: Callable[[], Callable[[], object]],
    look: Callable[[Counter[str]], None],
    *,
    blow: str,
    every: int,
) -> None:
    """Strike work `every` steps later each time, until it gets through, and print the outcomes.

    `begin` makes a place and returns the work in it; `look` counts what is left there.
    """
    outcomes: Counter[str] = Counter()
    strike, ended = 1, ""
    while ended != "unharmed":
        ended = struck(begin(), blow, strike)
        outcomes[ended] += 1
        look(outcomes)
        strike += every
    print(json.dumps(outcomes))  # noqa: T201 - read by the test


def struck(work: Callable[[], object], blow: str, strike: int) -> str:
    """Do the work in a child that is struck at this step; return how it ended."""
    if blow == "kill":
        return "killed" if killed_at(strike, work) else "unharmed"
    child = os.fork()
    if not child:
        calls, code = Calls(FAULTS[blow], strike), 2
        try:
            work()
            code = 3 if calls.made >= strike else 0
        except (OSError, KeyboardInterrupt):
            code = 1
        finally:
            os._exit(code)
    _, status = os.waitpid(child, 0)
    return ("unharmed", "failed", "crashed", "coped")[os.WEXITSTATUS(status)]


def judged(place: Path) -> str:
    """Tell which site is there, if it is one."""
    found = contents(place)
    return "old" if found == OLD else "new" if found == NEW else "torn" if found else "away"


def littered(vault: Path) -> bool:
    """Tell whether there is more than the site; an empty lock is no more than a name."""
    return names(vault) not in (["site"], [".site.doorstep-lock", "site"])


def write(place: Path, files: dict[str, bytes], writer: str) -> None:
    """Write as this kind of writer does."""
    if writer == "in-place":
        write_in_place(place, files)
    else:
        publish(place, files, source_root=place.parent)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3], int(sys.argv[4]))
