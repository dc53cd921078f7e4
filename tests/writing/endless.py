"""Kills endless builders at random moments: `endless.py DIR ROUNDS publish|in-place`."""

import json
import os
import random
import signal
import sys
import time
from collections import Counter
from pathlib import Path

from site_builder.writing.publish import publish

from .folders import contents, names, site, write_in_place

SITES = [site(letter, 150) for letter in "ab"]
LONGEST = 0.06
"""Seconds after which a builder is killed; one publishes several times in it."""


def main(vault: Path, rounds: int, writer: str) -> None:
    """Kill that many builders and count what each left."""
    chance = random.Random(7)  # noqa: S311 - the same moments in every run
    outcomes: Counter[str] = Counter()
    publish(vault / "site", SITES[0], source_root=vault)
    for _ in range(rounds):
        under_way, begun = os.pipe()
        child = os.fork()
        if not child:
            _build_forever(vault, writer, begun)
        os.read(under_way, 1)  # on a busy machine a process begins late
        os.close(under_way)
        os.close(begun)
        time.sleep(chance.uniform(0.005, LONGEST))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        outcomes["whole" if contents(vault / "site") in SITES else "torn"] += 1
        outcomes["interrupted"] += names(vault) != ["site"]
    if writer == "publish":
        publish(vault / "site", SITES[0], source_root=vault)
    print(json.dumps({**outcomes, "left": names(vault)}))  # noqa: T201 - read by the test


def _build_forever(vault: Path, writer: str, begun: int) -> None:
    os.write(begun, b"!")
    while True:
        for files in SITES:
            if writer == "publish":
                publish(vault / "site", files, source_root=vault)
            else:
                write_in_place(vault / "site", files)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3])
