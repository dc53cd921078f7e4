"""Pages of one kind, each planned from a key alone."""

from collections.abc import Callable, Collection, Iterator
from typing import Any

from msgspec import Struct

from site_builder.pages.page import Page


class Sheaf(Struct, frozen=True):
    """Pages that can be planned and rendered on their own, in any order and any process."""

    keys: Collection[Any]
    """A table, so that it is noticed when there are others."""
    plan: Callable[[Any], Page]
    """From a key to its page; what it reads decides when the page is made again."""

    def __iter__(self) -> Iterator[Page]:
        """Plan every page."""
        return (self.plan(key) for key in self.keys)
