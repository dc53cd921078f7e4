"""Clears up after a builder that was killed: half-written and half-removed sites."""

import os
import re
from pathlib import Path

from site_builder.writing.generation import remove_generation
from site_builder.writing.output_lock import has_ended
from site_builder.writing.staging import sibling_prefix


def clear_leftovers(place: Path) -> None:
    """Remove what dead builders left beside the output; called by the holder of the lock.

    A builder that cannot exchange folders may have died with the old site renamed away; if so
    that site comes back first.
    """
    previous = _leftovers(place, "previous")
    if previous and not place.exists():
        previous.pop().rename(place)
    for folder in (*previous, *_leftovers(place, "staging")):
        remove_generation(folder)


def _leftovers(place: Path, use: str) -> list[Path]:
    """Return folders of our own naming whose maker is dead, in order."""
    ours = re.compile(re.escape(sibling_prefix(place, use)) + r"(\d{1,9})-[a-z0-9_]{8}")
    found: list[Path] = []
    with os.scandir(place.parent) as entries:
        for entry in entries:
            named = ours.fullmatch(entry.name)
            if named and entry.is_dir(follow_symlinks=False) and is_dead(int(named[1])):
                found.append(Path(entry.path))
    return sorted(found)


def is_dead(pid: int) -> bool:
    """Tell whether no other process has this number; our own was another's before us."""
    return pid == os.getpid() or has_ended(pid)
