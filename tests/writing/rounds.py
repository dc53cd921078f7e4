"""One of several builders on one output: `rounds.py DIR LETTER ROUNDS WRITER` prints its luck."""

import json
import os
import random
import sys
import time
from collections import Counter
from pathlib import Path

from site_builder.writing.output_errors import OutputLockedError

from .folders import site
from .sweep import write

MOST = 10
"""Where the others begin late, the rounds are gone through so often at most until one is met."""
LONGEST_PAUSE = 0.02
"""Seconds between two rounds: about as long as one takes."""


def main(vault: Path, letter: str, rounds: int, writer: str) -> None:
    """Write this often; a refusal by the lock counts as a round."""
    outcomes: Counter[str] = Counter()
    holders: Counter[int] = Counter()
    chance = random.Random(letter)  # noqa: S311 - the same pauses in every run
    sites = [site(letter, 60), site(letter.upper(), 60)]
    number = 0
    while number < rounds or (number < MOST * rounds and outcomes.keys() == {"published"}):
        try:
            write(vault / "site", sites[number % 2], writer)
            outcomes["published"] += 1
        except OutputLockedError as error:
            outcomes["locked"] += 1
            holders[error.pid or 0] += 1
        except FileNotFoundError:  # somebody who holds no lock was faster
            outcomes["broken"] += 1
        time.sleep(chance.uniform(0, LONGEST_PAUSE))
        number += 1
    print(json.dumps({"pid": os.getpid(), "holders": holders, **outcomes}))  # noqa: T201 - for the test


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), sys.argv[4])
