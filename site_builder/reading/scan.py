"""Remembers the files of some folders and finds, by their content, which of them changed."""

import os
from collections.abc import Callable, Collection, Iterable, Mapping
from itertools import chain
from operator import attrgetter
from pathlib import Path
from typing import NamedTuple

from site_builder.reading import theme_files, vault_read
from site_builder.reading.file_read import read_found
from site_builder.reading.folder_read import is_any, is_markdown
from site_builder.reading.folder_walk import Found, Wanted, walk
from site_builder.reading.vault_root import VAULT_FOLDERS
from site_builder.source import Source

SETTLE_NS = 2_500_000_000
"""A file this young may change again within one tick of its file system's clock (FAT: 2 s)."""


class Below(NamedTuple):
    """A folder of files to know, and how much of each is read."""

    folder: str
    wanted: Wanted
    most: int


_Stamp = tuple[str, int, int, int, int]
"""Where a file is, both its times, size and inode: one differs if it was written or replaced."""


class _Kept(NamedTuple):
    stamp: _Stamp
    settled: bool
    """An equal stamp means equal bytes; else the file is read again."""
    source: Source


_path = attrgetter("path")
_source = attrgetter("source")
VAULT_FILES = tuple(
    Below(folder, is_markdown, vault_read.LARGEST_FILE + 1) for folder in VAULT_FOLDERS
)
THEME_FILES = Below(theme_files.THEMES, is_any, theme_files.LARGEST_FILE + 1)
TEMPLATE_FILES = Below(theme_files.TEMPLATES, is_markdown, theme_files.LARGEST_FILE + 1)


class FileSet:
    """The files below some folders of a root, as they were when they were last looked at."""

    def __init__(self, root: Path, folders: Iterable[Below], *, now: Callable[[], int]) -> None:
        """Know nothing yet; `now` is the time in nanoseconds since 1970."""
        self._root = os.path.realpath(root)
        self._folders = tuple(folders)
        self._now = now
        self._kept: Mapping[str, _Kept] = {}
        self._order: tuple[str, ...] = ()
        self._faults: tuple[Source, ...] = ()

    @property
    def sources(self) -> tuple[Source, ...]:
        """The files in path order, as a fresh reading would give them."""
        kept = map(_source, map(self._kept.__getitem__, self._order))
        if not self._faults:
            return tuple(kept)
        return tuple(sorted(chain(kept, self._faults), key=_path))

    def look(self) -> tuple[str, ...]:
        """Look at every file and return the paths whose content is not what it was."""
        now = self._now()
        kept: dict[str, _Kept] = {}
        faults: list[Source] = []
        for folder in self._folders:
            for found in walk(self._root, folder.folder, folder.wanted):
                if found.why_not:
                    faults.append(Source(found.path, unreadable=found.why_not))
                elif (one := self._refreshed(found, folder.most, now=now)) is not None:
                    kept[found.path] = one
        return self._take(kept, tuple(sorted(faults, key=_path)))

    def look_at(self, paths: Collection[str]) -> tuple[str, ...]:
        """Look only at these files if all are known, else at every file."""
        now = self._now()
        fresh: dict[str, _Kept] = {}
        for path in paths:
            known = self._kept.get(path)
            found = Found(path, known.stamp[0]) if known else None
            one = self._refreshed(found, self._most(path), now=now) if found else None
            if one is None:
                return self.look()
            fresh[path] = one
        changed = sorted(path for path, one in fresh.items() if _differs(self._kept[path], one))
        self._kept = {**self._kept, **fresh}
        return tuple(changed)

    def _most(self, path: str) -> int:
        return next(one.most for one in self._folders if path.startswith(f"{one.folder}/"))

    def _refreshed(self, found: Found, most: int, *, now: int) -> _Kept | None:
        """Return what is known of a file, read anew where its stamp cannot vouch for it."""
        place = found.place
        try:
            status = os.lstat(place)
        except FileNotFoundError:
            return None
        except OSError:  # reading it will give the reason
            stamp = (place, now, 0, 0, 0)
        else:
            changed = status.st_ctime_ns
            stamp = (place, changed, status.st_mtime_ns, status.st_size, status.st_ino)
        known = self._kept.get(found.path)
        if known is not None and known.stamp == stamp and known.settled:
            return known
        source = read_found(found, most)
        if source is None:
            return None
        if known is not None and known.source == source:
            source = known.source
        return _Kept(stamp, stamp[1] + SETTLE_NS < now, source)

    def _take(self, kept: dict[str, _Kept], faults: tuple[Source, ...]) -> tuple[str, ...]:
        """Keep what was found, in path order, and return what is not as it was."""
        old = self._kept
        changed = {path for path, one in kept.items() if _differs(old.get(path), one)}
        if len(kept) - len(changed) < len(old):
            changed.update(old.keys() - kept.keys())
        if faults != self._faults:
            changed.update(map(_path, set(faults) ^ set(self._faults)))
        if kept.keys() != old.keys():
            self._order = tuple(sorted(kept))
        self._kept, self._faults = kept, faults
        return tuple(sorted(changed))


def _differs(old: _Kept | None, new: _Kept) -> bool:
    return old is None or (old is not new and old.source is not new.source)
