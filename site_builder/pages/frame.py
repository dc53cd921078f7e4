"""What stands around every page: title, navigation with counts, the day it speaks of."""

from msgspec import Struct


class NavItem(Struct, frozen=True):
    """One entry of the navigation."""

    key: str
    """Pages name the entry they belong to by this key."""
    text: str
    href: str
    count: int | None = None
    alert: bool = False
    """The count is something to act on."""


class Frame(Struct, frozen=True):
    """The same for all pages of a build; templates see it as `site`."""

    title: str
    language: str
    as_of: str
    """The day in words: `22 November 2026`."""
    as_of_iso: str
    fixed_day: bool
    """The day is fixed by settings, as in the demo vault."""
    audience: str
    own: bool
    """The reader owns the files: pages may say what to write into them."""
    you: str
    """Whom pages mean by "you", what by "written down", where the reader is not the owner."""
    version: str
    nav: tuple[NavItem, ...]
    first: str = "Today"
    """What the first page is called on the way back to it."""
    scripts: tuple[str, ...] = ()
    """Classic scripts of the theme, in order, relative to the root."""
