"""Cubic curves as SVG draws them, and parts of them (de Casteljau's construction)."""

Point = tuple[float, float]
Curve = tuple[Point, Point, Point, Point]


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
