"""Strikes a builder at every step it takes: `sweep.py DIR kill|fail` prints what was left.

The builder runs in a child. An audit hook counts its calls to the system; at the chosen one it is
killed, or the call fails as if the disk were full.
"""

import errno
import json
import os
import signal
import sys
from collections import Counter
from pathlib import Path

from site_builder.writing.publish import publish

from .folders import contents, names, site

MOST = 200
"""Calls to the system that a builder of this small site may need."""
OLD, NEW = site("a", 3), site("b", 3) | {"contacts/0.html": site("a", 3)["contacts/0.html"]}


def main(base: Path, blow: str) -> None:
    """Strike at call 1, 2, 3 … until the builder gets through, and count the outcomes."""
    outcomes: Counter[str] = Counter()
    vault = base / "vault"
    strike = 0
    while not outcomes["unharmed"] and strike < MOST:
        strike += 1
        publish(vault / "site", OLD, source_root=vault)
        ended = _struck(vault, blow, strike)
        outcomes[ended] += 1
        outcomes[_judged(vault / "site")] += 1
        publish(vault / "site", NEW, source_root=vault)
        outcomes["debris"] += names(vault) != ["site"]
    print(json.dumps({"strikes": strike - 1, **outcomes}))  # noqa: T201 - read by the test


def _struck(vault: Path, blow: str, strike: int) -> str:
    """Publish the new site in a child that is struck at this call; return how it ended."""
    child = os.fork()
    if child:
        _, status = os.waitpid(child, 0)
        if os.WIFSIGNALED(status):
            return "killed"
        return {0: "unharmed", 1: "failed"}.get(os.WEXITSTATUS(status), "crashed")
    calls = 0

    def hook(event: str, _arguments: object) -> None:
        nonlocal calls
        calls += event == "open" or event.startswith("os.")
        if calls == strike and blow == "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        if calls == strike:
            calls += 1
            raise OSError(errno.ENOSPC, "No space left on device")

    sys.addaudithook(hook)
    code = 2
    try:
        publish(vault / "site", NEW, source_root=vault)
        code = int(calls > strike)  # a failure the builder coped with
    except OSError:
        code = 1
    finally:
        os._exit(code)


def _judged(place: Path) -> str:
    found = contents(place)
    return "old" if found == OLD else "new" if found == NEW else "torn"


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
