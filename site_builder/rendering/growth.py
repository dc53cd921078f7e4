"""How large what a template makes in one step will be, foreseen before it is made.

Only what multiplies is asked: a text that is changed sign by sign stays about as large as it was.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import wraps
from typing import Any

from site_builder.rendering.turns import Turns

Foresee = Callable[..., float]
"""The signs of what comes of a value and of what is given with it; it takes what the step takes."""
NUMBER = re.compile(r"[0-9]{1,12}")
GIVEN_WIDTH = re.compile(r"\*|\{[^{}]*\{")
"""A width that a format does not name itself: `%*d`, `{:{w}}`."""


def length(value: object) -> int:
    """Return how many signs or things a value has; 1 where it has none."""
    try:
        return len(value)  # type: ignore[arg-type] # asked of whatever it is
    except TypeError:
        return 1


def _times(given: object) -> int:
    """Return how often a step may repeat its value for what it is given."""
    if isinstance(given, Mapping):
        return max(map(_times, given.values()), default=1)
    return abs(given) if isinstance(given, int) else length(given)


def _repeated(value: object, *given: object, **names: object) -> float:
    return length(value) * max(1, *map(_times, given), *map(_times, names.values()), 1)


def _widened(value: object, *given: object, **names: object) -> float:
    return length(value) + sum(map(_times, given)) + sum(map(_times, names.values()))


def _wrapped(
    value: object, width: object = 0, split: object = 0, wrapstring: object = "\n", **_: object
) -> float:
    del width, split
    return _repeated(value, wrapstring)


def _replaced(value: object, old: object = "", new: object = "", *_: object, **__: object) -> float:
    text = str(value)
    return len(text) + text.count(str(old)) * length(new)


def _formatted(value: object, *given: object, **names: object) -> float:
    text = str(value)
    parts = [*given, *names.values()]
    widths = sum(int(number) for number in NUMBER.findall(text))
    if GIVEN_WIDTH.search(text):
        widths += sum(map(_times, parts))
    asked = text.count("%") + text.count("{")
    return len(text) + widths + asked * max(map(_inside, parts), default=1)


def _inside(given: object) -> int:
    if isinstance(given, tuple | Mapping):
        each = given.values() if isinstance(given, Mapping) else given
        return max(map(length, each), default=1)
    return length(given)


def _sum(left: object, right: object) -> float:
    return length(left) + length(right)


def _product(left: object, right: object) -> float:
    if isinstance(left, int) and isinstance(right, int):
        return left.bit_length() + right.bit_length()
    return max(_repeated(left, right), _repeated(right, left))


def _power(left: object, right: object) -> float:
    if isinstance(left, int) and isinstance(right, int):
        return left.bit_length() * right
    return 1


def _percent(left: object, right: object) -> float:
    if not isinstance(left, str | bytes):
        return 1
    return _formatted(left, *(right if isinstance(right, tuple) else (right,)))


OPERATORS: dict[str, Foresee] = {"+": _sum, "*": _product, "**": _power, "%": _percent}
FILTERS: dict[str, Foresee] = {
    **dict.fromkeys(("batch", "center", "round", "slice"), _widened),
    **dict.fromkeys(("indent", "tojson"), _repeated),
    "format": _formatted,
    "replace": _replaced,
    "wordwrap": _wrapped,
}
METHODS: dict[str, Foresee] = {
    **dict.fromkeys(("center", "ljust", "rjust", "to_bytes", "zfill"), _widened),
    **dict.fromkeys(("expandtabs", "translate"), _repeated),
    **dict.fromkeys(("format", "format_map"), _formatted),
    "replace": _replaced,
}


JOINING = ("join", "sum")


def bounded(turns: Turns, name: str, make: Callable[..., Any]) -> Callable[..., Any]:
    """Return a filter that refuses to make what would be too large."""
    skipped = 1 if hasattr(make, "jinja_pass_arg") else 0

    @wraps(make)
    def foreseen(*given: Any, **names: Any) -> Any:  # noqa: ANN401 - whatever the filter takes
        turns.make(FILTERS[name](*given[skipped:], **names))
        return make(*given, **names)

    @wraps(make)
    def counted(*given: Any, **names: Any) -> Any:  # noqa: ANN401 - as above
        own, value, rest = given[:skipped], given[skipped], given[skipped + 1 :]
        between = rest[0] if rest else names.get("d", "")
        parts = summed(turns, value) if name == "sum" else joined(turns, value, between)
        return make(*own, parts, *rest, **names)

    return counted if name in JOINING else foreseen


def joined(turns: Turns, listed: Iterable[object], between: object) -> Iterator[object]:
    """Yield what will be joined, as long as it may grow on."""
    signs, each = 0, length(between)
    for one in listed:
        turns.take()
        signs += each + length(one)
        turns.allow(signs)
        yield one
    turns.make(signs)


def summed(turns: Turns, listed: Iterable[object]) -> Iterator[object]:
    """Yield what will be summed; of lists, all before is copied for each."""
    signs = 0
    for one in listed:
        turns.take()
        signs += length(one) if isinstance(one, list | tuple) else 0
        turns.make(signs)
        yield one
