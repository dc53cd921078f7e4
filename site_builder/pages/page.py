"""A page before rendering: its address, its template and its view model."""

import re
from dataclasses import dataclass
from typing import NewType
from urllib.parse import quote

SafeHtml = NewType("SafeHtml", str)
"""HTML that needs no escaping because this program made it; shown by the `html` filter."""

PLAIN = re.compile(r"[A-Za-z0-9_./-]*")
"""Addresses that need no quoting, as nearly all do."""


@dataclass(frozen=True, slots=True)
class Page:
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


@dataclass(frozen=True, slots=True)
class Ref:
    """A link inside the site: `href` is relative to the root and quoted; empty is plain text."""

    text: str
    href: str = ""
    draft: bool = False
    """What it leads to is left out of the published site."""


def href(address: str) -> str:
    """Return an address as it stands in a link."""
    return address if PLAIN.fullmatch(address) else quote(address)


def contact_address(contact: str) -> str:
    """Return where a person's page is."""
    return f"contacts/{_file_name(contact)}.html"


def intro_address(intro: str) -> str:
    """Return where an introduction's page is."""
    return f"intros/{_file_name(intro)}.html"


def door_address(thread: str) -> str:
    """Return where a thread's page is."""
    return f"threads/{_file_name(thread)}.html"


def group_address(group: str) -> str:
    """Return where a circle's page is; `group` is `KIND/SLUG`."""
    return f"groups/{group.replace('/', '-', 1)}.html"


def _file_name(name: str) -> str:
    """Keep `index.html` for the list, whatever a file of the vault is called."""
    return f"~{name}" if name.casefold() == "index" else name
