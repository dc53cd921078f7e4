"""What Python 3.11 did wrongly before 3.11.5, as Debian 12 still does; no pattern asks it."""

import re
from pathlib import Path

import pytest

PROGRAM = Path(__file__).parents[1] / "site_builder"
GROUP_AT_ONCE = re.compile(r"\)(?:[*+?]|\{[\d,]+\})\+|\(\?>")
"""A group that is repeated without a way back: https://github.com/python/cpython/issues/106052."""


def test_no_pattern_repeats_a_group_possessively() -> None:
    texts = {path: path.read_text("utf-8") for path in PROGRAM.rglob("*.py")}
    assert len(texts) > 300
    assert [str(path) for path, text in texts.items() if GROUP_AT_ONCE.search(text)] == []


@pytest.mark.parametrize("pattern", ["(?:a|ab)*+", "(?:a|b)++c", "(?:a|b){2,}+", "(?>a|b)"])
def test_a_pattern_that_does_is_caught(pattern: str) -> None:
    assert GROUP_AT_ONCE.search(pattern)


def test_a_single_sign_may_be_repeated_so() -> None:
    assert not GROUP_AT_ONCE.search(r"[\w ]*+\d++(?:a|b)+")
