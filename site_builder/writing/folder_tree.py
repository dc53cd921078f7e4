"""Lists everything in a folder, never following a link."""

import os
from pathlib import Path

from msgspec import Struct


class Tree(Struct, frozen=True):
    """What is in a folder, by path inside it."""

    files: frozenset[str]
    folders: frozenset[str]
    odd: frozenset[str]
    """Links, pipes, sockets, devices."""


def list_tree(place: Path) -> Tree:
    """Return all entries below a folder, hidden ones too."""
    files: list[str] = []
    folders: list[str] = []
    odd: list[str] = []
    waiting = [""]
    while waiting:
        below = waiting.pop()
        with os.scandir(place / below) as entries:
            for entry in entries:
                path = below + entry.name
                if entry.is_file(follow_symlinks=False):
                    files.append(path)
                elif entry.is_dir(follow_symlinks=False):
                    folders.append(path)
                    waiting.append(f"{path}/")
                else:
                    odd.append(path)
    return Tree(frozenset(files), frozenset(folders), frozenset(odd))


def folders_of(names: frozenset[str]) -> frozenset[str]:
    """Return every folder that the files of these names need."""
    needed: set[str] = set()
    for folder in {name.rpartition("/")[0] for name in names}:
        above = folder
        while above and above not in needed:
            needed.add(above)
            above = above.rpartition("/")[0]
    return frozenset(needed)
