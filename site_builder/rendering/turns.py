"""How much the templates of one page may do: what would never end is told, not waited for.

Loops and calls are counted, as loops in one another multiply: two of Jinja's largest `range` take
an hour, and an hour again for the next page.
"""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from jinja2 import nodes

Item = TypeVar("Item")

MOST = 250_000
"""Turns that a page may take; no page of ours takes 1,500, with 10,000 contacts neither."""
THROUGH = "turns of a loop"
"""The filter through which every loop goes; no template can type its name."""


class EndlessError(Exception):
    """A page has taken more turns than any page needs."""


class Turns:
    """What is left of the turns that one page may take."""

    __slots__ = ("left",)

    def __init__(self) -> None:
        """Begin with all of them."""
        self.left = MOST

    def begin(self) -> None:
        """Begin another page."""
        self.left = MOST

    def take(self, number: int = 1) -> None:
        """Take some, or refuse to go on."""
        self.left -= number
        if self.left < 0:
            raise EndlessError

    def through(self, listed: Iterable[Item]) -> Iterable[Item]:
        """Return a list when all its turns are taken, anything else to be counted on the way."""
        try:
            number = len(listed)  # type: ignore[arg-type] # asked of whatever it is
        except TypeError:
            return self._on_the_way(iter(listed))
        self.take(number)
        return listed

    def _on_the_way(self, listed: Iterator[Item]) -> Iterator[Item]:
        for one in listed:
            self.take()
            yield one


def count_loops(tree: nodes.Template) -> nodes.Template:
    """Lead every loop of a template through the count."""
    for loop in tree.find_all(nodes.For):
        loop.iter = nodes.Filter(loop.iter, THROUGH, [], [], None, None, lineno=loop.lineno)
    return tree
