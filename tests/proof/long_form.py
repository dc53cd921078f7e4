"""Whether everything is to be tried, and the public corpora that `make proof` fetches by name."""

import json
import os
from pathlib import Path
from typing import TypeVar

Item = TypeVar("Item")
LONG = os.environ.get("DOORSTEP_PROOF") == "1"
"""Set by `make proof`."""
CORPORA = Path(__file__).parents[2] / ".npm"
"""Packages that `tests/npm_packages.txt` names, with their checksums."""


def sample(items: list[Item], most: int) -> list[Item]:
    """Return about `most` of the items, in the long form ten times as many, spread evenly."""
    return items[:: max(1, len(items) // (most * 10 if LONG else most))]


def corpus(path: str) -> Path:
    """Return a file or folder of the corpora; in the long form it must be there."""
    place = CORPORA / path
    assert place.exists() or not LONG, f"{place} is missing: make proof fetches it"
    return place


def naughty_strings() -> list[str]:
    """Return the Big List of Naughty Strings, or nothing where it was not fetched."""
    place = corpus("blns/resources/blns.json")
    return list(json.loads(place.read_text("utf-8"))) if place.exists() else []
