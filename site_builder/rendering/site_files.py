"""The finished files: pages are kept in pieces, as all change when a count in the navigation does.

A theme asks for the navigation where it wants it. A page is rendered with a mark in that place, so
that what was rendered stays right whatever the navigation counts; the pieces are joined by whoever
reads the page.
"""

import re
from collections.abc import Iterator, Mapping

from msgspec import Struct

MARK = re.compile(rb"(<doorstep:nav [\w-]* [./]*>)")
"""No text of a vault can look like it: a `<` in a text is escaped."""


def nav_mark(key: str, root: str) -> str:
    """Return what stands for the navigation with the entry `key` marked, seen from `root`."""
    return f"<doorstep:nav {key} {root}>"


def nav_of(mark: bytes) -> tuple[str, str]:
    """Return the key and the root of a mark."""
    key, root = mark.decode()[len("<doorstep:nav ") : -1].split(" ")
    return key, root


class Rendered(Struct, frozen=True):
    """One page but for its navigation."""

    address: str
    pieces: tuple[bytes, ...]
    """Text, mark, text, mark, text …"""


def rendered(address: str, html: bytes) -> Rendered:
    """Take a page apart at its marks."""
    return Rendered(address, tuple(MARK.split(html)))


class SiteFiles(Mapping[str, bytes]):
    """Bytes by path from the site's root."""

    def __init__(
        self,
        fixed: Mapping[str, bytes],
        pages: Mapping[str, Rendered],
        navs: Mapping[bytes, bytes],
    ) -> None:
        """Hold the theme's own files, pages by address, and the navigation by mark."""
        self._fixed = fixed
        self.pages = pages
        """Pages by address."""
        self._navs = navs

    def __getitem__(self, address: str) -> bytes:
        page = self.pages.get(address)
        if page is None:
            return self._fixed[address]
        return b"".join(self._navs.get(piece, piece) for piece in page.pieces)

    def __iter__(self) -> Iterator[str]:
        yield from self._fixed
        yield from self.pages

    def __len__(self) -> int:
        return len(self._fixed) + len(self.pages)

    def __contains__(self, address: object) -> bool:
        return address in self.pages or address in self._fixed

    def changed_since(self, old: "SiteFiles") -> Iterator[str]:
        """Yield the files that are new, gone or other than they were, without joining them."""
        for address, data in self._fixed.items():
            if old._fixed.get(address) != data:  # noqa: SLF001 - another of our own
                yield address
        other = {mark for mark, html in self._navs.items() if old._navs.get(mark) != html}  # noqa: SLF001 - as above
        for address, page in self.pages.items():
            before = old.pages.get(address)
            if (before is not page and before != page) or (
                other and not other.isdisjoint(page.pieces[1::2])
            ):
                yield address
        yield from (address for address in old if address not in self)
