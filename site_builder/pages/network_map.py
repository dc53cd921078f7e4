"""The picture of the whole network: a disc for each circle, filled as far as I reach into it.

Every person is an equal share of a disc: those close to me in the middle, then those I know, then
those whom somebody I know knows; what is out of reach stays empty. Discs stand in rows like words
of a text, so that one edit moves few of them.
"""

from collections.abc import Iterator, Sequence
from itertools import accumulate
from math import pi, sqrt

from msgspec import Struct

from site_builder.pages.picture import Text, wrap

Counts = tuple[int, int, int, int]
"""People close to me, known, through somebody, out of reach."""

WIDE, TALL = 720, 320
AREAS = {WIDE: 230_000.0, TALL: 110_000.0}
"""Square pixels that all discs may cover together."""
LARGEST_STEP, SMALLEST_DISC = 18.0, 8.0
"""One person covers a disc of at most this radius; a circle one of at least this."""
CELLS, GAP = {WIDE: 120, TALL: 96}, 16
"""Least width of a disc with its name, and the room between two."""
BETWEEN = 2
"""Least room between two names, in pixels."""
NAME_SIZE, COUNT_SIZE, LABEL = 12, 11, 36
"""Sizes of the two lines below a disc, and the room for them."""
OPACITIES = (".95", ".5", ".16", "0")
"""How full each share is drawn, in the order of the counts."""


class Region(Struct, frozen=True):
    """One disc to be: a circle, or everybody who is in none."""

    key: str
    """`KIND/SLUG`; `*` stands for smaller circles, empty for people in none."""
    name: str
    counts: Counts
    note: str

    @property
    def people(self) -> int:
        """How many people stand in it."""
        return sum(self.counts)


class Ring(Struct, frozen=True):
    """Everybody up to one share, from the middle."""

    radius: str
    opacity: str


class Disc(Struct, frozen=True):
    """One circle, drawn."""

    key: str
    title: str
    """The whole name, where the one shown had to be cut."""
    x: int
    y: int
    rings: tuple[Ring, ...]
    """The outermost first."""
    name: Text
    note: Text


class NetworkMap(Struct, frozen=True):
    """The picture in one shape."""

    shape: str
    width: int
    height: int
    discs: tuple[Disc, ...]


def maps_of(regions: Sequence[Region]) -> tuple[NetworkMap, ...]:
    """Lay out the picture twice: beside text, and on a phone."""
    return _map("wide", WIDE, regions), _map("tall", TALL, regions)


def _map(shape: str, width: int, regions: Sequence[Region]) -> NetworkMap:
    people = sum(region.people for region in regions)
    most = max(region.people for region in regions)
    step = min(LARGEST_STEP, sqrt(AREAS[width] / (pi * people)), (width / 2 - GAP) / sqrt(most))
    discs: list[Disc] = []
    y = 1  # the line round the first disc
    for row in _rows([_Cell(region, step, CELLS[width]) for region in regions], width):
        tallest = round(2 * max(cell.radius for cell in row))
        left = width - sum(cell.width + GAP for cell in row) + GAP
        x, more = left / 2, max(0.0, min(GAP - BETWEEN, left))
        for cell in row:
            discs.append(_disc(cell, round(x + cell.width / 2), y + tallest, more))
            x += cell.width + GAP
        y += tallest + LABEL + GAP
    return NetworkMap(shape, width, y - GAP, tuple(discs))


class _Cell(Struct, frozen=True):
    """The room for one disc and its name."""

    region: Region
    step: float
    least: int

    @property
    def radius(self) -> float:
        return max(SMALLEST_DISC, self.step * sqrt(self.region.people))

    @property
    def width(self) -> float:
        return max(self.least, 2 * self.radius)


def _rows(cells: Sequence[_Cell], width: int) -> Iterator[list[_Cell]]:
    """Fill row after row."""
    row: list[_Cell] = []
    used = 0.0
    for cell in cells:
        if row and used + cell.width > width:
            yield row
            row, used = [], 0.0
        row.append(cell)
        used += cell.width + GAP
    yield row


def _disc(cell: _Cell, x: int, bottom: int, more: float) -> Disc:
    """Draw one circle; its name may be wider than its cell by what the row leaves between two."""
    region, radius, room = cell.region, cell.radius, cell.width + more
    rings = [
        Ring(f"{radius * sqrt(share / region.people):.1f}", opacity)
        for share, count, opacity in zip(
            accumulate(region.counts), region.counts, OPACITIES, strict=True
        )
        if count
    ]
    return Disc(
        region.key,
        region.name,
        x,
        round(bottom - radius),
        tuple(reversed(rings)),
        Text(x, bottom + 16, "".join(wrap(region.name, room / NAME_SIZE, lines=1))),
        Text(x, bottom + 31, "".join(wrap(region.note, room / COUNT_SIZE, lines=1))),
    )
