"""What Python 3.11 did wrongly before 3.11.5, as Debian 12 still does; no pattern asks it.

The Python that runs this may be mended, so it looks at the patterns instead of trying them.
"""

import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from re import _constants, _parser  # type: ignore[attr-defined] # what a pattern is made of
from typing import Any

import pytest

import site_builder

ROOT = Path(site_builder.__file__).parent


def patterns() -> Iterator[re.Pattern[Any]]:
    """Yield the patterns that modules of the program hold."""
    for module in walk_packages([str(ROOT)], "site_builder."):
        held = vars(import_module(module.name)).values()
        yield from (one for one in held if isinstance(one, re.Pattern))


def has_group_at_once(pattern: str | bytes, flags: int = 0) -> bool:
    """Tell whether a group is repeated without a way back, or is one that has none.

    https://github.com/python/cpython/issues/106052
    """
    return _asks(_parser.parse(pattern, flags))


def _asks(parts: Any) -> bool:
    for kind, what in parts:
        if kind is _constants.ATOMIC_GROUP:
            return True
        if kind is _constants.POSSESSIVE_REPEAT and not _is_one_sign(what[2]):
            return True
        if any(map(_asks, _inside(what))):
            return True
    return False


def _is_one_sign(repeated: Any) -> bool:
    signs = {_constants.IN, _constants.LITERAL, _constants.NOT_LITERAL, _constants.ANY}
    return len(repeated) == 1 and repeated[0][0] in signs


def _inside(what: Any) -> Iterator[Any]:
    """Yield the patterns within a part of one."""
    if isinstance(what, _parser.SubPattern):
        yield what
    elif isinstance(what, list | tuple):
        for part in what:
            yield from _inside(part)


def test_no_pattern_repeats_a_group_possessively() -> None:
    found = {(pattern.pattern, pattern.flags) for pattern in patterns()}
    assert len(found) > 50
    assert [pattern for pattern, flags in found if has_group_at_once(pattern, flags)] == []


@pytest.mark.parametrize(
    "pattern",
    [
        "(?:a|ab)*+",
        "(?:a|bc)++c",
        "(?:ab){2,}+",
        "(?>a|b)",
        "x(?:(a(?:b|cd)++)|d)?",
        "(?=(?:ab)*+)",
    ],
)
def test_a_pattern_that_does_is_caught(pattern: str) -> None:
    assert has_group_at_once(pattern)


def test_a_single_sign_may_be_repeated_so() -> None:
    assert not has_group_at_once(r"[\w ]*+\d++.*+(?:a|b)+")
