"""The finished files: pages are kept in pieces, as all change when a count in the navigation does.

A theme asks for the navigation where it wants it. A page is rendered with a mark in that place, so
that what was rendered stays right whatever the navigation counts; the pieces are joined by whoever
reads the page.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TypeVar

from msgspec import Struct

from site_builder.diagnostics import Diagnostic
from site_builder.tables import changed_keys

Key = TypeVar("Key")

MARK = re.compile(rb"(<doorstep:nav [\w-]* [./]*>)")
"""No text of a vault can look like it: a `<` in a text is escaped."""


def nav_mark(key: str, root: str) -> str:
    """Return what stands for the navigation with the entry `key` marked, seen from `root`."""
    return f"<doorstep:nav {key} {root}>"


def nav_of(mark: bytes) -> tuple[str, str]:
    """Return the key and the root of a mark."""
    key, root = mark.decode()[len("<doorstep:nav ") : -1].split(" ")
    return key, root


Place = tuple[str, Any]
"""A page: its sheaf and its key there."""
FILES = ""
"""Stands for the sheaf of files that are no pages; their keys are their addresses."""
Label = tuple[str, tuple[bytes, ...]]
"""The address of a page, and the marks in it."""


class Rendered(Struct, frozen=True):
    """One page but for its navigation."""

    address: str
    pieces: tuple[bytes, ...]
    """Text, mark, text, mark, text …"""

    @property
    def label(self) -> Label:
        """Where the page is and what is marked in it, whatever it says."""
        return self.address, self.pieces[1::2]


def rendered(address: str, html: bytes) -> Rendered:
    """Take a page apart at its marks."""
    return Rendered(address, tuple(MARK.split(html)))


def joined(html: bytes, nav: Callable[[bytes], bytes | Diagnostic]) -> bytes | Diagnostic:
    """Return a page with its navigation in the place of its marks, or why there is none."""
    pieces = MARK.split(html)
    for number in range(1, len(pieces), 2):
        shown = nav(pieces[number])
        if isinstance(shown, Diagnostic):
            return shown
        pieces[number] = shown
    return b"".join(pieces)


class Shelf(Struct, frozen=True):
    """Where each page is to be found."""

    places: Mapping[str, Place]
    """By address."""
    marked: Mapping[bytes, tuple[str, ...]]
    """The addresses of the pages that have a mark."""
    pages: int
    """How many of them are pages."""


def shelf_of(labels: Iterable[tuple[Place, Label]]) -> Shelf:
    """Put pages on a shelf by what their labels say."""
    places: dict[str, Place] = {}
    marked: dict[bytes, list[str]] = {}
    for place, (address, marks) in labels:
        places[address] = place
        for mark in marks:
            marked.setdefault(mark, []).append(address)
    pages = sum(sheaf != FILES for sheaf, _ in places.values())
    return Shelf(places, {mark: tuple(found) for mark, found in marked.items()}, pages)


class SiteFiles(Mapping[str, bytes]):
    """Bytes by path from the site's root."""

    def __init__(
        self,
        fixed: Mapping[str, bytes],
        pages: Mapping[Place, object],
        shelf: Shelf,
        navs: Mapping[bytes, bytes],
    ) -> None:
        """Hold the theme's own files, everything made by place, and the navigation by mark."""
        self._fixed = fixed
        self._pages = pages
        self.shelf = shelf
        """Where each page is."""
        self._navs = navs

    def __getitem__(self, address: str) -> bytes:
        place = self.shelf.places.get(address)
        if place is None:
            return self._fixed[address]
        page = self._pages[place]
        assert isinstance(page, Rendered)  # nothing else is on the shelf
        pieces = list(page.pieces)
        pieces[1::2] = [self._navs.get(mark, mark) for mark in pieces[1::2]]
        return b"".join(pieces)

    def __iter__(self) -> Iterator[str]:
        yield from self._fixed
        yield from self.shelf.places

    def __len__(self) -> int:
        return len(self._fixed) + len(self.shelf.places)

    def __contains__(self, address: object) -> bool:
        return address in self.shelf.places or address in self._fixed

    def changed_since(self, old: "SiteFiles") -> set[str]:
        """Return the files that are new, gone or other than they were.

        All pages change with a count of the navigation, and to join them would take longer than to
        build them: only what another place gives now is joined and compared.
        """
        found = set(_others(old._fixed, self._fixed))  # noqa: SLF001 - another of our own
        if old.shelf is not self.shelf:
            elsewhere = _others(old.shelf.places, self.shelf.places)
            found.update(one for one in elsewhere if old.get(one) != self.get(one))
        for mark in _others(old._navs, self._navs):  # noqa: SLF001 - as above
            found.update(self.shelf.marked.get(mark, ()))
        was, now = old._pages, self._pages  # noqa: SLF001 - as above
        for place in changed_keys(was, now):
            page = now.get(place)
            if place in was and isinstance(page, Rendered) and page != was[place]:
                found.add(page.address)
        return found


def _others(old: Mapping[Key, object], new: Mapping[Key, object]) -> Iterator[Key]:
    """Yield the keys that are new, gone, or of another value."""
    yield from (key for key, value in new.items() if key not in old or old[key] != value)
    yield from (key for key in old if key not in new)
