"""The picture of a door: texts fit their boxes, lines say what became of a way."""

import re
from itertools import combinations

import pytest

from site_builder.pages.door_picture import (
    BOLD,
    BOX_HEIGHT,
    NAME_SIZE,
    REASON_SIZE,
    Curve,
    drawn,
    part,
    picture_of,
)
from site_builder.pages.door_ways import Fate, Way
from site_builder.pages.picture import Box, Cluster, Layout, Picture, width

LONG = (
    "Wolfeschlegelsteinhausenbergerdorff 漢字漢字漢字漢字漢字漢字漢字漢字 MMMMMMMMMMMMMMMMMMMMMMMM"
)

CHOSEN = {"Sam": "asked 20 Oct, no answer yet", "Ben": "not asked yet"}


def way(name: str = "Ben Ito", fate: Fate = "suggested", **more: object) -> Way:
    facts = {"reason": "good contact, platform group", "mine": 4, "theirs": 3, "rank": 1}
    return Way(name=name, fate=fate, **{**facts, **more})  # type: ignore[arg-type] # test data


def drawing(*ways: Way, target: str = "Tara") -> Picture:
    picture = picture_of(ways, target)
    assert picture
    return picture


@pytest.mark.parametrize("count", range(1, 9))
@pytest.mark.parametrize("shape", [0, 1], ids=["wide", "tall"])
def test_nothing_overflows_or_overlaps(count: int, shape: int) -> None:
    circles = ("", LONG, LONG, "Northwind")
    ways = [
        way(LONG, reason=LONG, circle=circles[row % 4], with_me=row > 1) for row in range(count)
    ]
    layout = drawing(*ways, target=LONG).layouts[shape]
    for box in layout.boxes:
        for text, size in (
            (box.name, NAME_SIZE * BOLD),
            *((one, REASON_SIZE) for one in box.reason),
        ):
            assert box.x <= text.x
            assert text.x + width(text.text) * size <= box.x + box.width
            assert box.y + size <= text.y <= box.y + BOX_HEIGHT - 4
    for hub in (layout.me, layout.target):
        for text in hub.lines:
            off = max(abs(text.y - hub.y), abs(text.y - 10 - hub.y))
            chord = 2 * (hub.radius**2 - off**2) ** 0.5
            assert width(text.text) * NAME_SIZE * BOLD <= chord
    for circle in layout.clusters:
        assert width(circle.name.text) * REASON_SIZE <= circle.width - 2 * (
            circle.name.x - circle.x
        )
        assert circle.y + REASON_SIZE <= circle.name.y <= circle.y + circle.height
    for one, other in combinations(map(_corners, layout.clusters), 2):
        assert _apart(one, other)
    for one, other in combinations(_areas(layout), 2):
        assert _apart(one, other)
    for x, y in _points(layout):
        assert 0 <= x <= layout.width
        assert 0 <= y <= layout.height


def _corners(one: Box | Cluster) -> tuple[int, int, int, int]:
    return one.x, one.y, one.x + one.width, one.y + one.height


def _areas(layout: Layout) -> list[tuple[int, int, int, int]]:
    boxes = [_corners(box) for box in layout.boxes]
    hubs = [
        (hub.x - hub.radius, hub.y - hub.radius, hub.x + hub.radius, hub.y + hub.radius)
        for hub in (layout.me, layout.target)
    ]
    return boxes + hubs


def _apart(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    return one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]


def _points(layout: Layout) -> list[tuple[float, float]]:
    found = [re.findall(r"-?[\d.]+", line.path) for line in layout.lines]
    points = [
        (float(x), float(y)) for row in found for x, y in zip(row[::2], row[1::2], strict=True)
    ]
    for x1, y1, x2, y2 in (*_areas(layout), *map(_corners, layout.clusters)):
        points += [(x1, y1), (x2, y2)]
    return points


def test_people_of_one_circle_stand_together_in_its_frame() -> None:
    ways = (
        way("Sam", "quiet", rank=0, circle="Northwind"),
        way("Chloe", circle="Oslo Rowing Club", with_me=True),
        way("Ben", rank=2, circle="Northwind"),
        way("Dev", rank=3),
    )
    picture = drawing(*ways)
    for layout in picture.layouts:
        names = [box.name.text.split()[-1] for box in layout.boxes]
        assert names == ["Sam", "Ben", "Chloe", "Dev"]
        inside = [
            [box.name.text.split()[-1] for box in layout.boxes if not _apart(_corners(box), frame)]
            for frame in map(_corners, layout.clusters)
        ]
        assert inside == [["Sam", "Ben"], ["Chloe"]]
    label = drawing(way(circle=LONG, with_me=True)).layouts[1].clusters[0].name.text
    assert label.endswith("…, you too")
    assert "In Northwind: Sam and Ben. In Oslo Rowing Club, you too: Chloe." in picture.description


def test_a_full_name_takes_two_lines_of_the_hub() -> None:
    hub = drawing(way(), target="Zora Vestworth").layouts[0].target
    assert [text.text for text in hub.lines] == ["Zora", "Vestworth"]
    above, below = (text.y - hub.y for text in hub.lines)
    assert (above, below) == (-3, 13)


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Hans-Rüdiger", ["Hans-", "Rüdiger"]),
        ("Jean-Luc", ["Jean-Luc"]),
        ("Anne-Sophie-Charlotte", ["Anne-", "Sophie-C…"]),
        ("Bartholomew", ["Bartholo…"]),
        ("-", ["-"]),
    ],
)
def test_a_double_name_is_parted_at_its_hyphen(name: str, lines: list[str]) -> None:
    for layout in drawing(way(), target=name).layouts:
        assert [text.text for text in layout.target.lines] == lines


def test_no_line_crosses_a_box() -> None:
    ways = [way() for _ in range(6)]
    for layout in drawing(*ways).layouts:
        for line in filter(lambda line: "C" in line.path, layout.lines):
            numbers = [float(n) for n in re.findall(r"-?[\d.]+", line.path)]
            curve = tuple(zip(numbers[::2], numbers[1::2], strict=True))
            for step in range(1, 20):
                x, y = part(curve, 0, step / 20)[3]  # type: ignore[arg-type] # four points
                inside = [
                    box
                    for box in layout.boxes
                    if box.x + 1 < x < box.x + box.width - 1 and box.y < y < box.y + box.height
                ]
                assert inside == []


@pytest.mark.parametrize("shape", [0, 1], ids=["wide", "tall"])
@pytest.mark.parametrize("fate", ["quiet", "passed"])
def test_a_way_that_ended_has_a_cross_at_its_end_and_nothing_behind(fate: Fate, shape: int) -> None:
    layout = drawing(way(fate=fate)).layouts[shape]
    _, line, cross = (re.findall(r"-?[\d.]+", one.path) for one in layout.lines)
    x, y = map(float, line[-2:])
    ends = [(float(a), float(b)) for a, b in zip(cross[::2], cross[1::2], strict=True)]
    assert ends == [(x - 5, y - 5), (x + 5, y + 5), (x + 5, y - 5), (x - 5, y + 5)]
    assert all(box.x + box.width < x - 5 for box in layout.boxes)
    assert y + 5 < layout.target.y - layout.target.radius or x + 5 < layout.target.x


def test_an_open_way_is_a_line_a_pending_or_suggested_one_dashed_an_inferred_one_dotted() -> None:
    def pieces(fate: Fate) -> list[str]:
        return [line.dashes for line in drawing(way(fate=fate)).layouts[0].lines[1:]]

    assert pieces("open") == [""]
    assert pieces("pending") == ["9 7"]
    assert pieces("suggested") == ["8 6"]
    assert pieces("inferred") == ["0.1 5"]


def test_the_weight_of_a_line_is_the_strength_of_the_tie() -> None:
    lines = drawing(way(mine=5, theirs=1)).layouts[0].lines
    assert float(lines[0].weight) > float(lines[1].weight)
    assert drawing(way(mine=0, theirs=0)).layouts[0].lines[0].weight == "1.5"


def test_every_kind_of_line_is_explained_once() -> None:
    ways = (way(fate="quiet", rank=0), way(), way(rank=2), way(fate="inferred", rank=3))
    assert [key.fate for key in drawing(*ways).legend] == ["quiet", "suggested", "inferred"]


def test_the_description_tells_the_picture() -> None:
    ways = (way("Sam Okafor", "quiet", rank=0), way(), way("Chloe Dubois", "inferred", rank=2))
    assert drawing(*ways).description.replace("\u00a0", " ") == (
        "The door to Tara was tried through Sam Okafor; Ben Ito and Chloe Dubois could introduce "
        "you. 3 ways in all."
    )
    assert "not tried yet" in drawing(way()).description
    asked, chosen = (way(name, "pending", rank=0, reason=why) for name, why in CHOSEN.items())
    assert "tried through Sam; Ben has not been asked yet." in drawing(asked, chosen).description
    assert "was not tried yet; Ben has not been asked yet." in drawing(chosen).description


def test_without_a_way_there_is_no_picture() -> None:
    assert picture_of((), "Tara") is None


def test_a_part_of_a_curve_lies_on_it() -> None:
    curve: Curve = ((0, 0), (0, 10), (10, 10), (10, 0))
    assert part(curve, 0, 1) == curve
    first, second = part(curve, 0, 0.5), part(curve, 0.5, 1)
    assert first[3] == second[0] == (5, 7.5)
    assert drawn(curve) == "M0 0C0 10 10 10 10 0"
