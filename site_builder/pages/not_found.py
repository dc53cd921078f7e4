"""The page a server shows for an address that does not exist."""

from msgspec import Struct

from site_builder.pages.page import Page


class NotFound(Struct, frozen=True):
    """Nothing to show: the page stands alone, as its address is not known in advance."""


def not_found_page() -> Page:
    """Plan `404.html`: without style or script, as no relative link holds at every depth."""
    return Page("404.html", "404.html", NotFound())
