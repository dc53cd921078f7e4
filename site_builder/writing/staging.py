"""A folder beside the site for the new one, where no reader looks."""

import contextlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from site_builder.writing.generation import remove_generation
from site_builder.writing.to_the_end import to_the_end


def sibling_prefix(place: Path, use: str) -> str:
    """Return how the names of our temporary folders beside the output begin."""
    return f".{place.name}.doorstep-{use}-"


class Staging(NamedTuple):
    """Two names beside the output, ours for one build."""

    folder: Path
    """An empty private folder for the new site."""
    previous: Path
    """Where the old site may be moved; nothing is there yet."""


@contextlib.contextmanager
def staging_beside(place: Path) -> Iterator[Staging]:
    """Make a folder for the new site; at the end, what did not stay published is removed.

    That is the old site after an exchange, and the new one if it was never published.
    """
    staging_prefix = sibling_prefix(place, "staging")
    folder = Path(tempfile.mkdtemp(prefix=f"{staging_prefix}{os.getpid()}-", dir=place.parent))
    suffix = folder.name.removeprefix(staging_prefix)
    previous = place.with_name(sibling_prefix(place, "previous") + suffix)
    try:
        yield Staging(folder, previous)
    finally:
        to_the_end(lambda: _clear(folder, previous, place))


def _clear(folder: Path, previous: Path, place: Path) -> None:
    if folder.exists():
        remove_generation(folder)
    if previous.exists() and place.exists():
        remove_generation(previous)
