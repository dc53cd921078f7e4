"""Two notes in one file, and what only looks like it."""

import pytest

from tests.support.vaults import document_of

FIRST = "---\nname: Eva\n---\n"
SECOND = "---\nname: Ben\norg: Northwind\n---\n"


def told(body: str, front: str = FIRST) -> list[tuple[int, str, str]]:
    """Return the line, the words and how many more are told of second notes."""
    faults = document_of(front + body, "contacts/a.md").faults
    return [(f.span.line, f.found, f.wanted) for f in faults if f.check == "second-note"]


@pytest.mark.parametrize(
    ("body", "line"),
    [
        (SECOND, 4),
        (f"Text.\n\n{SECOND}More.\n", 6),
        (f"Text.\n\n---\n\nMore.\n\n{SECOND}", 10),
        ("\n---\n# of Ben\ntags:\n  - a\n\t- b\nname: Ben\n---", 5),
        (f"```\ncode\n```\n{SECOND}", 7),
    ],
)
def test_another_front_matter_is_told_at_its_line(body: str, line: int) -> None:
    assert told(body) == [(line, "name: Ben", "0")]


def test_more_of_them_are_counted() -> None:
    assert told(f"{SECOND}\n{SECOND}\n{SECOND}") == [(4, "name: Ben", "2")]


def test_an_introduction_is_a_note_and_broken_front_matter_hides_none() -> None:
    assert told("\n---\ntarget: ben\n---\n") == [(5, "target: ben", "0")]
    assert told(SECOND, "---\nname: [\n---\n") == [(4, "name: Ben", "0")]


@pytest.mark.parametrize(
    "body",
    [
        "Text.\n\n---\n\nMore.\n\n---\n\nname: Ben\n",
        "---\nname: Ben\n",
        "---\norg: Northwind\n---\n",
        "---\nname: Ben\n\nand a text\n---\n",
        f"```yaml\n{SECOND}```\n",
        f"~~~\n{SECOND}",
        "----\nname: Ben\n----\n",
    ],
)
def test_rules_headings_and_code_are_left_alone(body: str) -> None:
    assert told(body) == []
