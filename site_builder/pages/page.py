"""A page before rendering: its address, its template and its view model."""

import re
from collections.abc import Callable, Collection, Iterator
from functools import lru_cache
from hashlib import sha256
from typing import Any
from urllib.parse import quote

from msgspec import Struct

PLAIN = re.compile(r"[A-Za-z0-9_./-]*")
"""Addresses that need no quoting, as nearly all do."""
KNOWN = 1 << 16
"""Addresses that are remembered: a person is linked from twenty pages."""
LONGEST = 200
"""Bytes of a page's name; with what is added to it, 255 are the most that disks take."""
RESERVED = frozenset(
    {"index", "con", "prn", "aux", "nul"}
    | {f"{port}{n}" for port in ("com", "lpt") for n in "123456789"}
)
"""Names that a page cannot have on every computer; with any ending, too."""


class SafeHtml(str):
    """HTML that needs no escaping because this program made it; shown by the `html` filter."""

    __slots__ = ()


class Page(Struct, frozen=True):
    """One file of the site to be."""

    address: str
    """Path from the site's root, with `/`, as it is written to disk."""
    template: str
    view: object
    """A frozen view model; the template sees it as `view`."""

    @property
    def root(self) -> str:
        """The relative prefix that leads from this page to the site's root."""
        return "../" * self.address.count("/")


class Sheaf(Struct, frozen=True):
    """Pages of one kind, planned and rendered on their own, in any order and any process."""

    keys: Collection[Any]
    """A table, so that it is noticed when there are others."""
    plan: Callable[[Any], Page]
    """From a key to its page; what it reads decides when the page is made again."""
    address: Callable[[Any], str] = str
    """From a key to the address of its page, which is known before it is planned."""

    def __iter__(self) -> Iterator[Page]:
        """Plan every page."""
        return (self.plan(key) for key in self.keys)


class Ref(Struct, frozen=True):
    """A link inside the site: `href` is relative to the root and quoted; empty is plain text."""

    text: str
    href: str = ""
    draft: bool = False
    """What it leads to is left out of the published site."""


@lru_cache(KNOWN)
def href(address: str) -> str:
    """Return an address as it stands in a link."""
    return address if PLAIN.fullmatch(address) else quote(address)


@lru_cache(KNOWN)
def contact_address(contact: str) -> str:
    """Return where a person's page is."""
    return f"contacts/{_file_name(contact)}.html"


@lru_cache(KNOWN)
def intro_address(intro: str) -> str:
    """Return where an introduction's page is."""
    return f"intros/{_file_name(intro)}.html"


@lru_cache(KNOWN)
def door_address(thread: str) -> str:
    """Return where a thread's page is."""
    return f"threads/{_file_name(thread)}.html"


@lru_cache(KNOWN)
def group_address(group: str) -> str:
    """Return where a circle's page is; `group` is `KIND/SLUG`."""
    return f"groups/{_file_name(group.replace('/', '-', 1))}.html"


def _file_name(name: str) -> str:
    """Return a name that a file can have, whatever a file of the vault is called.

    `index.html` is the list's, devices' names are those of Windows, and a name of more than
    `LONGEST` bytes is cut and told apart by a digest. Different names stay different.
    """
    if len(name) > LONGEST // 4 and len(data := name.encode("utf-8", "replace")) > LONGEST:
        start = data[:LONGEST].decode("utf-8", "ignore")
        return f"{start}~{sha256(data).hexdigest()[:12]}"
    reserved = name[:1] == "~" or name.partition(".")[0].casefold() in RESERVED
    return f"~{name}" if reserved else name
