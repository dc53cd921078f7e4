"""The example of `docs/audiences.md` does what the page says."""

import re
from pathlib import Path

import pytest

from site_builder.model.audience import PARTS
from tests.support.commands import Commands

PAGE = (Path(__file__).parents[2] / "docs" / "audiences.md").read_text("utf-8")
FILES = dict(re.findall(r"^```\w+ (\S+)\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL))


@pytest.fixture
def example(build: Commands) -> Commands:
    """Return commands in a vault of the page's files."""
    build.write(FILES)
    return build


def test_the_example_prints_what_the_page_shows(example: Commands) -> None:
    printed = example("--audience", "team").err.splitlines()[0]
    assert printed.startswith("team: 3 contacts → 2")
    assert f"\n{printed}\n" in PAGE


def test_nothing_of_the_hidden_person_is_anywhere(example: Commands) -> None:
    example()
    example("--audience", "team")
    own, team = (
        b"".join(path.read_bytes() for path in (example.root / name).rglob("*") if path.is_file())
        for name in ("site", "site-team")
    )
    for secret in (
        b"Dana",
        b"dana-roy",
        b"married",
        b"tara@northwind",
        b"Likes short",
    ):
        assert secret in own
        assert secret not in team
    assert b"shared a lab" in team


def test_every_part_is_in_the_table() -> None:
    assert re.findall(r"^\| `(\w+)` \| ", PAGE, re.MULTILINE) == ["show", *PARTS]
