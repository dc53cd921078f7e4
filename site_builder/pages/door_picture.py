"""The picture of a door: me, the people between, the target's hub; laid out wide and tall."""

from collections.abc import Sequence
from math import sqrt

from site_builder.insights.words import listing
from site_builder.pages.door_ways import NOT_ASKED, Fate, Way
from site_builder.pages.picture import Box, Cluster, Hub, Key, Layout, Line, Picture, Text, wrap
from site_builder.pages.picture import width as text_width
from site_builder.pages.words import plural

Point = tuple[float, float]
Curve = tuple[Point, Point, Point, Point]
NAME_SIZE, REASON_SIZE = 13, 12
BOLD = 1.12
"""Names of people are bold, and that much wider than other texts."""
BOX_HEIGHT, GAP = 62, 12
STEP = BOX_HEIGHT + GAP
HEADER, MARGIN = 28, 8
"""Room for the name of a circle above its people, and around them."""
WIDE, TALL = 616, 320
SPREAD = 24
"""How far apart the outermost of several parallel lines are."""
WEIGHTS = ("1.5", "1.75", "2.25", "3", "4", "5")
"""Width of a line by strength of the tie; unknown is the thinnest."""
DASHES: dict[Fate, str] = {"suggested": "8 6", "inferred": "0.1 5", "pending": "9 7"}
ENDS: dict[Fate, float] = {"quiet": 0.5, "passed": 0.35, "refused": 0.7}
"""How far a way that ended leads from introducer to target: a cross stands there."""
CROSS = 5
"""How far a cross reaches from its middle."""

KEYS: dict[Fate, tuple[str, str]] = {
    "open": ("M1 4H31", "introduced"),
    "quiet": ("M1 4H22M19 1l6 6M25 1l-6 6", "introduced, then quiet"),
    "pending": ("M1 4H31", "not introduced yet"),
    "passed": ("M1 4H11M8 1l6 6M14 1l-6 6", "passed"),
    "refused": ("M1 4H22M19 1l6 6M25 1l-6 6", "the answer was no"),
    "suggested": ("M1 4H31", "could introduce you"),
    "inferred": ("M1 4H31", "may know them, nothing is written down"),
}
"""How each kind of line looks in the legend, and what it means."""


def drawn(curve: Curve) -> str:
    """Return the curve as SVG path data, to a tenth of a pixel."""
    start, *others = (f"{round(x, 1):g} {round(y, 1):g}" for x, y in curve)
    return f"M{start}C{' '.join(others)}"


def part(curve: Curve, start: float, end: float) -> Curve:
    """Return the part of a curve between two shares of it, 0 to 1."""
    whole = curve if end == 1 else _before(curve, end)
    if start == 0:
        return whole
    backwards = _before((whole[3], whole[2], whole[1], whole[0]), 1 - start / end)
    return backwards[3], backwards[2], backwards[1], backwards[0]


def _before(curve: Curve, share: float) -> Curve:
    a, b, c, d = curve
    ab, bc, cd = _between(a, b, share), _between(b, c, share), _between(c, d, share)
    abc, bcd = _between(ab, bc, share), _between(bc, cd, share)
    return a, ab, abc, _between(abc, bcd, share)


def _between(one: Point, other: Point, share: float) -> Point:
    return (one[0] + (other[0] - one[0]) * share, one[1] + (other[1] - one[1]) * share)


def picture_of(ways: Sequence[Way], target: str) -> Picture | None:
    """Lay out the ways to a target; without any there is no picture."""
    if not ways:
        return None
    return Picture(
        f"Ways to {target}",
        _description(ways, target),
        (_wide(ways, target), _tall(ways, target)),
        tuple(_key(fate) for fate in dict.fromkeys(way.fate for way in ways)),
        f"a frame is a circle shared with {target}" if any(way.circle for way in ways) else "",
    )


def _description(ways: Sequence[Way], target: str) -> str:
    chosen = [way.name for way in ways if not way.rank and way.reason == NOT_ASKED]
    used = [way.name for way in ways if not way.rank and way.reason != NOT_ASKED]
    suggested = [way.name for way in ways if way.rank]
    tried = f"tried through {listing(used)}" if used else "not tried yet"
    if chosen:
        tried += f"; {listing(chosen)} {'has' if len(chosen) == 1 else 'have'} not been asked yet"
    could = f"; {listing(suggested)} could introduce you" if suggested else ""
    said = [f"The door to {target} was {tried}{could}.", f"{plural(len(ways), 'way')} in all."]
    said += [
        f"In {circle}{_too(inside)}: {listing([way.name for way in inside])}."
        for circle, inside in _circles(ways).items()
        if circle
    ]
    return " ".join(said)


def _key(fate: Fate) -> Key:
    path, words = KEYS[fate]
    return Key(_look(fate), path, DASHES.get(fate, ""), words)


def _look(fate: Fate) -> Fate:
    """Return the fate whose colours a way has: no is no, whoever says it."""
    return "passed" if fate == "refused" else fate


def _circles(ways: Sequence[Way]) -> dict[str, list[Way]]:
    """Group ways by the circle shared with the target, in order of their first; `""` is none."""
    found: dict[str, list[Way]] = {}
    for way in ways:
        found.setdefault(way.circle, []).append(way)
    return found


def _too(ways: Sequence[Way]) -> str:
    return ", you too" if ways[0].with_me else ""


def _depth(ways: Sequence[Way]) -> int:
    """Return how high the boxes and frames of `_stack` are."""
    framed = sum(bool(circle) for circle in _circles(ways))
    return STEP * len(ways) + (HEADER + MARGIN) * framed - GAP


def _stack(
    ways: Sequence[Way], x: int, y: int, *, width: int
) -> tuple[list[tuple[Way, Box]], list[Cluster]]:
    """Lay boxes below each other, those of one circle inside a frame with its name."""
    boxes: list[tuple[Way, Box]] = []
    clusters: list[Cluster] = []
    for circle, inside in _circles(ways).items():
        top, y = y, y + (HEADER if circle else 0)
        for way in inside:
            boxes.append((way, _box(way, x, y, width=width)))
            y += STEP
        if circle:
            y += MARGIN
            too = _too(inside)
            room = width / REASON_SIZE - text_width(too)
            name = Text(x, top + 19, "".join(wrap(circle, room, lines=1)) + too)
            frame = x - MARGIN, top, width + 2 * MARGIN, y - top - GAP
            clusters.append(Cluster(*frame, name))
    return boxes, clusters


def _wide(ways: Sequence[Way], target: str) -> Layout:
    depth = _depth(ways)
    height = max(depth + 24, 116)
    middle = height // 2
    boxes, clusters = _stack(ways, 130, (height - depth) // 2, width=296)
    me, hub = _hub("You", 34, middle, radius=30), _hub(target, 566, middle, radius=48)
    lines: list[Line] = []
    for way, box in boxes:
        y = box.y + BOX_HEIGHT // 2
        lines += _lines(
            way,
            _bow((me.x + me.radius, middle), (box.x, y)),
            _bow((box.x + box.width, y), (hub.x - hub.radius, middle)),
        )
    people = tuple(box for _, box in boxes)
    return Layout("wide", WIDE, height, me, hub, tuple(clusters), people, tuple(lines))


def _tall(ways: Sequence[Way], target: str) -> Layout:
    bottom = 82 + _depth(ways)
    boxes, clusters = _stack(ways, 48, 82, width=224)
    me, hub = _hub("You", 36, 36, radius=30), _hub(target, 268, bottom + 68, radius=48)
    apart = SPREAD / max(len(ways) - 1, 1)
    lines: list[Line] = []
    for row, (way, box) in enumerate(boxes):
        y = box.y + BOX_HEIGHT // 2
        left, right = 34 - apart * row, 284 + apart * (len(ways) - 1 - row)
        lines += _lines(
            way,
            ((left, _edge(me, left, 1)), (left, y), (left, y), (box.x, y)),
            ((box.x + box.width, y), (right, y), (right, y), (right, _edge(hub, right, -1))),
        )
    people = tuple(box for _, box in boxes)
    return Layout("tall", TALL, bottom + 124, me, hub, tuple(clusters), people, tuple(lines))


def _hub(name: str, x: int, y: int, *, radius: int) -> Hub:
    rows = wrap(name, 2 * (radius - 4) / (NAME_SIZE * BOLD), lines=2)
    first = y + 5 - 8 * (len(rows) - 1)
    return Hub(x, y, radius, tuple(Text(x, first + 16 * n, row) for n, row in enumerate(rows)))


def _edge(hub: Hub, x: float, side: int) -> float:
    """Return where a vertical line at `x` meets the circle, below (1) or above (-1)."""
    return hub.y + side * sqrt(max(0.0, hub.radius**2 - (x - hub.x) ** 2))


def _box(way: Way, x: int, y: int, *, width: int) -> Box:
    name = f"{way.rank}  {way.name}" if way.rank else way.name
    shown = wrap(name, (width - 24) / (NAME_SIZE * BOLD), lines=1)
    rows = wrap(way.reason, (width - 24) / REASON_SIZE, lines=2)
    first = y + (22 if len(rows) > 1 else 28)
    reason = tuple(Text(x + 12, first + 16 * (row + 1), text) for row, text in enumerate(rows))
    label = Text(x + 12, first, "".join(shown))
    return Box(x, y, width, BOX_HEIGHT, _look(way.fate), way.rank == 1, label, reason)


def _bow(start: Point, end: Point) -> Curve:
    """Return a curve that leaves and arrives level."""
    half = (start[0] + end[0]) / 2
    return start, (half, start[1]), (half, end[1]), end


def _lines(way: Way, mine: Curve, theirs: Curve) -> tuple[Line, ...]:
    end, look = ENDS.get(way.fate, 1), _look(way.fate)
    there = part(theirs, 0, end)
    return (
        Line(drawn(mine), WEIGHTS[way.mine], look),
        Line(drawn(there), WEIGHTS[way.theirs], look, DASHES.get(way.fate, "")),
        *([Line(_cross(there[3]), "2", look)] if end < 1 else []),
    )


def _cross(middle: Point) -> str:
    left, right = (round(middle[0] + side, 1) for side in (-CROSS, CROSS))
    top, bottom = (round(middle[1] + side, 1) for side in (-CROSS, CROSS))
    return f"M{left:g} {top:g}L{right:g} {bottom:g}M{right:g} {top:g}L{left:g} {bottom:g}"
