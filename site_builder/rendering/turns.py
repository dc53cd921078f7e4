"""How much the templates of one page may do: what would never end is told, not waited for.

Loops and calls are counted, as loops in one another multiply: two of Jinja's largest `range` take
an hour, and an hour again for the next page. So is what is put together, as texts double.
"""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from jinja2 import nodes

Item = TypeVar("Item")

MOST = 250_000
"""Turns that a page may take; no page of ours takes 1,500, with 10,000 contacts neither."""
THROUGH = "turns of a loop"
"""The filter through which every loop goes; no template can type its name."""
PUT = "put together"
"""The filter through which each part of a `~` goes, and the body of a `set`."""
LARGEST = 10_000_000
"""Signs of the largest value that a step may make: of a text, of a list, bits of a number."""
SIGNS = 1000
"""That many signs that are put together count as a turn."""


class EndlessError(Exception):
    """A page has taken more turns than any page needs."""


class HugeError(EndlessError):
    """A step would make a larger value than any page needs."""


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

    def make(self, signs: float) -> None:
        """Take what a value of so many signs takes, or refuse to make it."""
        self.allow(signs)
        self.take(int(signs) // SIGNS)

    def allow(self, signs: float) -> None:
        """Refuse to make a value of so many signs if it is too large."""
        if signs > LARGEST:
            raise HugeError

    def put(self, part: Item) -> Item:
        """Return what was put together, or will be a part of more, when what it takes is taken."""
        if isinstance(part, str):
            self.take(len(part) // SIGNS)
        return part

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


def count_steps(tree: nodes.Template) -> nodes.Template:
    """Lead every loop of a template through the count, and what it puts together."""
    for loop in tree.find_all(nodes.For):
        loop.iter = nodes.Filter(loop.iter, THROUGH, [], [], None, None, lineno=loop.lineno)
    for joint in tree.find_all(nodes.Concat):
        joint.nodes = [_put(one, one.lineno) for one in joint.nodes]
    for body in tree.find_all(nodes.AssignBlock):
        body.filter = _put(body.filter, body.lineno)
    return tree


def _put(one: nodes.Expr | None, line: int) -> nodes.Filter:
    return nodes.Filter(one, PUT, [], [], None, None, lineno=line)
