"""One of several builders on one output: `rounds.py DIR LETTER ROUNDS` prints its luck."""

import json
import os
import sys
from collections import Counter
from pathlib import Path

from site_builder.writing.output_errors import OutputLockedError
from site_builder.writing.publish import publish

from .folders import site


def main(vault: Path, letter: str, rounds: int) -> None:
    """Publish this often; a refusal by the lock counts as a round."""
    outcomes: Counter[str] = Counter()
    holders: set[int | None] = set()
    sites = [site(letter, 60), site(letter.upper(), 60)]
    for number in range(rounds):
        try:
            publish(vault / "site", sites[number % 2], source_root=vault)
            outcomes["published"] += 1
        except OutputLockedError as error:
            outcomes["locked"] += 1
            holders.add(error.pid)
    named = sorted(holder for holder in holders if holder)
    print(json.dumps({"pid": os.getpid(), "named": named, **outcomes}))  # noqa: T201 - for the test


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
