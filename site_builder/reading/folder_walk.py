"""Walks a folder of the vault without ever opening, following or waiting for anything odd."""

import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from site_builder.reading.names_skip import is_skipped, is_utf8, printable
from site_builder.reading.reasons import (
    LEAVES_VAULT,
    LINK_TO_FOLDER,
    NOT_A_FOLDER,
    NOT_UTF8_NAME,
    reason_of,
    special_file,
)

Wanted = Callable[[str], bool]
"""Tells by its name whether a file is to be read."""


class Found(NamedTuple):
    """A file to be opened, or something that must not be and why."""

    path: str
    """Relative to the root, with `/`, printable."""
    place: str = ""
    """What to open: the file itself, links already resolved."""
    why_not: str = ""


def walk(root: str, below: str, wanted: Wanted) -> Iterator[Found]:
    """Yield the wanted files below a folder of `root`, a real path, in no order."""
    folders = [below]
    if (fault := _top_fault(root, below)) is not None:
        folders = []
        yield from fault
    while folders:
        folder = folders.pop()
        try:
            with os.scandir(f"{root}/{folder}") as entries:
                for entry in entries:
                    if is_skipped(entry.name):
                        continue
                    path = f"{folder}/{entry.name}"
                    if entry.is_dir(follow_symlinks=False) and is_utf8(entry.name):
                        folders.append(path)
                    elif (found := _entry(root, path, entry, wanted)) is not None:
                        yield found
        except FileNotFoundError:  # removed since its parent was listed
            continue
        except OSError as error:
            yield Found(folder, why_not=reason_of(error))


def _top_fault(root: str, below: str) -> tuple[Found, ...] | None:
    """Return nothing to walk, with the reason if there is one; None for a folder."""
    try:
        mode = os.lstat(f"{root}/{below}").st_mode
    except FileNotFoundError:
        return ()
    except OSError as error:
        return (Found(below, why_not=reason_of(error)),)
    if stat.S_ISDIR(mode):
        return None
    return (Found(below, why_not=LINK_TO_FOLDER if stat.S_ISLNK(mode) else NOT_A_FOLDER),)


def _entry(root: str, path: str, entry: os.DirEntry[str], wanted: Wanted) -> Found | None:
    """Judge anything but a folder to walk into; None is passed over in silence."""
    if not is_utf8(entry.name):
        relevant = wanted(entry.name) or entry.is_dir(follow_symlinks=False)
        return Found(printable(path), why_not=NOT_UTF8_NAME) if relevant else None
    if entry.is_symlink():
        if wanted(entry.name):
            return follow(root, path, entry.path)
        return Found(path, why_not=LINK_TO_FOLDER) if entry.is_dir() else None
    if not wanted(entry.name):
        return None
    if entry.is_file(follow_symlinks=False):
        return Found(path, entry.path)
    return Found(path, why_not=special_file(entry.stat(follow_symlinks=False).st_mode))


def follow(root: str, path: str, place: str) -> Found:
    """Follow a link by name only; its target is opened if it is a file inside the vault."""
    try:
        target = Path(place).resolve(strict=True)
        if not target.is_relative_to(root):
            return Found(path, why_not=LEAVES_VAULT)
        mode = target.stat().st_mode
    except (OSError, RuntimeError) as error:  # RuntimeError: a loop, up to Python 3.12
        return Found(path, why_not=reason_of(error, link=True))
    if stat.S_ISDIR(mode):
        return Found(path, why_not=LINK_TO_FOLDER)
    if not stat.S_ISREG(mode):
        return Found(path, why_not=f"the link leads to something else: {special_file(mode)}")
    return Found(path, str(target))
