"""docs/editing.md shows what the program prints."""

import re
import shlex
from pathlib import Path

import pytest

from tests.support.commands import Commands

PAGE = (Path(__file__).parents[2] / "docs" / "editing.md").read_text("utf-8")
SHOWN = re.findall(r"^```\n(\$ build .*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("shown", SHOWN, ids=[text.split("\n")[0][8:] for text in SHOWN])
def test_an_example_is_what_is_printed(demo: Commands, shown: str) -> None:
    for each in shown.split("$ build ")[1:]:
        command, _, printed = each.partition("\n")
        result = demo(*shlex.split(command))
        assert result.out + result.err == printed


def test_there_are_examples() -> None:
    assert len(SHOWN) == 3
