"""Reads all files of one kind below a folder, in the order of their paths."""

import os
from pathlib import Path

from site_builder.reading.file_read import read_found
from site_builder.reading.folder_walk import Wanted, walk
from site_builder.source import Source


def is_markdown(name: str) -> bool:
    """Tell whether the name is that of a Markdown file."""
    return name.endswith(".md")


def is_any(_name: str) -> bool:
    """Want every file."""
    return True


def read_folder(root: Path, below: str, *, wanted: Wanted, most: int) -> tuple[Source, ...]:
    """Return the wanted files below `root/below`, each up to `most` bytes."""
    found = walk(os.path.realpath(root), below, wanted)
    read = (read_found(one, most) for one in found)
    sources = [source for source in read if source is not None]
    return tuple(sorted(sources, key=lambda source: source.path))
