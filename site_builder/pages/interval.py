"""A share with its uncertainty, drawn on a scale from 0 to 100 % by the macro `interval`.

```html
{% from "pictures.html" import interval %}
{{ interval(view.rate) }} {{ view.rate.words }}
```
"""

from dataclasses import dataclass

from site_builder.pages.words import NO_BREAK, percent

TICK = 2
"""Width of the mark at the point, in percent of the scale."""


@dataclass(frozen=True, slots=True)
class Interval:
    """A point between two bounds, in whole percent."""

    label: str
    """What the share is of; read aloud before the figures."""
    words: str
    """`38 % (21 to 58 %)`: the same as text."""
    low: int
    width: int
    """High less low, at least so wide that it can be seen."""
    mark: int
    """Left edge of the mark, so that the mark never leaves the scale."""


def interval_of(label: str, point: float, low: float, high: float) -> Interval:
    """Return the picture of a share between its bounds, all 0 to 1, `low <= point <= high`.

    >>> interval_of("Second introductions answered", 0.38, 0.21, 0.58).width
    37
    """
    left, right = round(100 * low), round(100 * high)
    return Interval(
        label,
        f"{percent(point)} ({left} to {right}{NO_BREAK}%)",
        min(left, 100 - TICK),
        max(right - left, TICK),
        min(max(round(100 * point) - TICK // 2, 0), 100 - TICK),
    )
