"""Long lists: the first items and how many more, or all of them over several pages."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Generic, TypeVar

from msgspec import Struct

from site_builder.pages.page import Page, Ref, Sheaf, href
from site_builder.tables import Tables

Item = TypeVar("Item")
Line = TypeVar("Line")
ROWS = 500
"""Rows on one page; a longer list continues on further pages."""


class Some(Struct, Generic[Line], frozen=True):
    """What is shown of a list."""

    shown: tuple[Line, ...] = ()
    more: int = 0
    """Items that are counted, not shown."""

    def __bool__(self) -> bool:
        return bool(self.shown)


def first(items: Sequence[Item], most: int) -> Some[Item]:
    """Return the first `most` items."""
    return Some(tuple(items[:most]), max(0, len(items) - most))


def first_lines(items: Sequence[Item], most: int, *, line: Callable[[Item], Line]) -> Some[Line]:
    """Return the lines of the first `most` items; the other lines are not even made."""
    return Some(tuple(map(line, items[:most])), max(0, len(items) - most))


class Part(Struct, frozen=True):
    """What one page of a list shows."""

    number: int
    steps: tuple[Ref, ...]
    """The way to each part, the present one without an address; none where there is only one."""
    keys: tuple[Any, ...]
    total: int
    """Of all parts together."""


class Listing(Struct, frozen=True):
    """The view of one part of a list; an empty one says what to write."""

    rows: tuple[Any, ...]
    steps: tuple[Ref, ...]
    total: int


def list_pages(
    folder: str,
    order: Mapping[Any, object],
    tables: Tables,
    view: Callable[[Part], object],
    *,
    template: str = "",
) -> Sheaf:
    """Plan a list, on several pages where it is long; `view` is what the page of a part shows.

    A part is the same while its keys are; without `template` it is that of the folder's name.
    """
    made = tables.single(f"split {folder}", lambda: dict(split(tuple(order), folder)))
    parts = tables.source(f"{folder} parts", made())
    name = template or f"{folder}.html"
    return Sheaf(parts, lambda address: Page(address, name, view(parts[address])))


def split(keys: Sequence[Any], folder: str, *, front: str = "") -> Iterator[tuple[str, Part]]:
    """Yield address and contents of each part; an empty list has one empty part.

    `front` is the address of the first part, else the `index.html` of the folder.
    """
    front = front or f"{folder}/index.html"
    places = [part_address(front, folder, number) for number in range(count(keys))]
    for number, here in enumerate(places, 1):
        steps = tuple(
            Ref(str(at), "" if place == here else href(place)) for at, place in enumerate(places, 1)
        )
        shown = tuple(keys[(number - 1) * ROWS : number * ROWS])
        yield here, Part(number, steps if len(places) > 1 else (), shown, len(keys))


def part_address(front: str, folder: str, number: int) -> str:
    """Return where a part is, counted from 0; the first one is the list's own page.

    No person and no intro has a page inside a folder, so `part/2` cannot collide with an id.
    """
    return f"{folder}/part/{number + 1}.html" if number else front


def count(keys: Sequence[object]) -> int:
    """Return how many parts a list has."""
    return max(1, -(-len(keys) // ROWS))
