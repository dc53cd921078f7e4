"""Write a large realistic vault: `python benchmarks/generate.py DIR --contacts 1000`."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path

if not __package__:  # run as a script: make the package findable from anywhere
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.vaultgen import write_vault

__all__ = ["main", "write_vault"]


def main() -> int:
    """Read the arguments and write the vault; 2 where the folder is in use."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("dir", type=Path, help="a new or empty folder")
    parser.add_argument("--contacts", type=int, default=1000)
    parser.add_argument("--intros", type=int, default=500)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--today", type=date.fromisoformat, default=date(2026, 11, 22))
    given = parser.parse_args()
    try:
        write_vault(given.dir, given.contacts, given.intros, given.seed, given.today)
    except (FileExistsError, ValueError) as error:
        print(error, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
