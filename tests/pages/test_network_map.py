"""The picture of the network: discs in rows, each as full as I reach into it."""

from itertools import combinations
from math import pi

import pytest

from site_builder.pages.network_map import (
    AREAS,
    NAME_SIZE,
    OPACITIES,
    NetworkMap,
    Region,
    maps_of,
)
from site_builder.pages.picture import width


def region(*counts: int, name: str = "Northwind") -> Region:
    close, known, through, apart = counts
    return Region(f"employer/{name}", name, (close, known, through, apart), "2 of 9 known")


def areas(drawing: NetworkMap) -> list[float]:
    return [pi * float(disc.rings[0].radius) ** 2 for disc in drawing.discs]


def test_the_area_of_a_share_is_the_number_of_people_in_it() -> None:
    wide, _ = maps_of([region(10, 20, 30, 40)])
    rings = wide.discs[0].rings
    assert [ring.opacity for ring in rings] == list(reversed(OPACITIES))
    whole = float(rings[0].radius) ** 2
    shares = [float(ring.radius) ** 2 / whole for ring in rings]
    assert shares == pytest.approx([1, 0.6, 0.3, 0.1], abs=0.01)


def test_a_share_of_nobody_is_not_drawn() -> None:
    wide, _ = maps_of([region(0, 5, 0, 4)])
    assert [ring.opacity for ring in wide.discs[0].rings] == [OPACITIES[3], OPACITIES[1]]


def test_circles_of_more_people_are_larger_in_proportion() -> None:
    wide, _ = maps_of([region(0, 0, 0, 200), region(0, 0, 50, 0)])
    large, small = areas(wide)
    assert large / small == pytest.approx(4, rel=0.02)


@pytest.mark.parametrize("shape", [0, 1], ids=["wide", "tall"])
@pytest.mark.parametrize(
    "sizes", [(3,), (40, 2), range(60, 1, -3), (9000, 500, *range(40, 2, -1))], ids=str
)
def test_nothing_overlaps_and_everything_stays_inside(sizes: tuple[int, ...], shape: int) -> None:
    drawing = maps_of([region(1, 0, 0, size, name="W" * 40) for size in sizes])[shape]
    boxes = []
    for disc in drawing.discs:
        radius = float(disc.rings[0].radius)
        half = max(radius, width(disc.name.text) * NAME_SIZE / 2)
        boxes.append((disc.x - half, disc.y - radius, disc.x + half, disc.note.y + 4))
    for left, top, right, bottom in boxes:
        assert left >= -1
        assert top >= -1
        assert right <= drawing.width + 1
        assert bottom <= drawing.height + 1
    for one, other in combinations(boxes, 2):
        apart = one[2] <= other[0] + 1 or other[2] <= one[0] + 1
        assert apart or one[3] <= other[1] + 1 or other[3] <= one[1] + 1


def test_a_name_takes_the_room_that_its_row_leaves() -> None:
    name = "Nordic Platform Day"
    wide, tall = maps_of([region(1, 1, 0, 0, name=name) for _ in range(3)])
    assert [disc.name.text for disc in wide.discs] == 3 * [name]
    assert all(disc.name.text.endswith("…") for disc in tall.discs)


@pytest.mark.parametrize("shape", [0, 1], ids=["wide", "tall"])
def test_a_large_network_does_not_grow_beyond_its_area(shape: int) -> None:
    drawing = maps_of([region(0, 0, 0, 500) for _ in range(20)])[shape]
    assert sum(areas(drawing)) <= AREAS[drawing.width] * 1.02


def test_a_name_that_is_cut_is_whole_in_the_title() -> None:
    disc = maps_of([region(0, 0, 0, 3, name="Wolfeschlegelsteinhausenbergerdorff")])[0].discs[0]
    assert disc.name.text.endswith("…")
    assert disc.title == "Wolfeschlegelsteinhausenbergerdorff"
