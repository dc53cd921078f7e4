"""Splits a long list into pages of a size that browsers and readers can bear."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeVar

from msgspec import Struct

from site_builder.pages.page import Ref, href
from site_builder.tables import Tables

ROWS = 500
"""Rows on one page; a longer list continues on further pages."""

Row = TypeVar("Row")


class Parts(Struct, frozen=True):
    """Where a reader is in a list of several pages; `steps` is empty where there is only one."""

    number: int
    of: int
    steps: tuple[Ref, ...] = ()
    """One for each part; the present one has no address."""


class Part(Struct, frozen=True):
    """What one page of a list shows."""

    parts: Parts
    keys: tuple[Any, ...]
    total: int
    """Of all parts together."""


def parts_of(folder: str, order: Mapping[Any, object], tables: Tables) -> Mapping[str, Part]:
    """Return the parts of a table by address; a part is the same while its keys are."""

    def parts(_: str) -> Mapping[str, Part]:
        listed = tuple(order)
        return {
            address: Part(place, tuple(keys), len(listed))
            for address, place, keys in split(listed, folder)
        }

    return tables.source(f"{folder} parts", tables.derive(f"split {folder}", ("",), parts)[""])


def split(
    rows: Sequence[Row], folder: str, *, front: str = ""
) -> Iterator[tuple[str, Parts, Sequence[Row]]]:
    """Yield address, place and rows of each part; an empty list has one empty part.

    `front` is the address of the first part, else the `index.html` of the folder.
    """
    front = front or f"{folder}/index.html"
    of = count(rows)
    for number in range(1, of + 1):
        others = range(1, of + 1) if of > 1 else ()
        steps = tuple(_step(_address(folder, other, front), other, number) for other in others)
        yield (
            _address(folder, number, front),
            Parts(number, of, steps),
            rows[(number - 1) * ROWS : number * ROWS],
        )


def count(rows: Sequence[object]) -> int:
    """Return how many parts a list has."""
    return max(1, -(-len(rows) // ROWS))


def _address(folder: str, number: int, front: str) -> str:
    # No person and no intro has a page inside a folder, so `part/2` cannot collide with an id.
    return front if number == 1 else f"{folder}/part/{number}.html"


def _step(address: str, number: int, here: int) -> Ref:
    return Ref(str(number), "" if number == here else href(address))
