"""A file falls into front matter and body at two lines that are exactly `---`."""

import pytest

from site_builder.model.document import Fault
from site_builder.parsing.front_matter import LARGEST_FRONT_MATTER, MOST_SHOWN, Split, split
from site_builder.source import Span


@pytest.mark.parametrize(
    ("text", "yaml", "body", "line"),
    [
        ("---\nname: Tara\n---\nHello\n", "name: Tara\n", "Hello\n", 4),
        ("---\n---\nHello\n", "", "Hello\n", 3),
        ("---\nname: Tara\n---", "name: Tara\n", "", 4),
        ("---\nname: Tara\n---\n", "name: Tara\n", "", 4),
        ("---\na: 1\n---\nb\n---\nc\n", "a: 1\n", "b\n---\nc\n", 4),
        ("---\n\n\n---\n\nb", "\n\n", "\nb", 5),
    ],
)
def test_the_front_matter_ends_at_the_first_line_of_three_dashes(
    text: str, yaml: str, body: str, line: int
) -> None:
    assert split(text) == Split(yaml, body, line)


@pytest.mark.parametrize("near", ["--- ", "----", " ---", "...", "---x", "- - -"])
def test_only_exactly_three_dashes_end_the_front_matter(near: str) -> None:
    found = split(f"---\nname: Tara\n{near}\nHello\n")
    assert found == Fault("front-matter-missing", Span(1, 1, 1, 4), wanted="end")


@pytest.mark.parametrize("first", ["", "name: Tara", "--- ", "----", "\ufeff---", " ---"])
def test_line_one_is_exactly_three_dashes(first: str) -> None:
    found = split(f"{first}\nname: Tara\n---\n")
    assert found == Fault("front-matter-missing", Span(1, 1, 1, 1), found=first, wanted="start")


@pytest.mark.parametrize("text", ["", "---", "---\n", "---\n--", "---\nname: Tara"])
def test_a_file_that_stops_too_early_has_no_front_matter(text: str) -> None:
    found = split(text)
    assert isinstance(found, Fault)
    assert found.check == "front-matter-missing"


def test_a_long_first_line_is_quoted_in_part() -> None:
    found = split("x" * 1000)
    assert isinstance(found, Fault)
    assert found.found == "x" * MOST_SHOWN


@pytest.mark.parametrize("letter", ["x", "é", "😀"])
def test_front_matter_is_at_most_64_kib_of_bytes(letter: str) -> None:
    room = LARGEST_FRONT_MATTER - len("a: \n")
    full = letter * (room // len(letter.encode()))
    assert isinstance(split(f"---\na: {full}\n---\n"), Split)
    found = split(f"---\na: {full}{letter}\n---\n")
    assert found == Fault("too-large", Span(1, 1, 1, 1), found="front matter", wanted="64 KiB")
