"""A `#` that YAML takes as a comment although a value was meant is a fault, a comment is none."""

import pytest

from site_builder.parsing.yaml_read import read_front_matter

Place = tuple[str, int, int]
"""What was dropped, its line in the file and its column."""


def dropped(text: str) -> list[Place]:
    """Return what YAML dropped from this front matter."""
    faults = read_front_matter(text).faults
    assert {fault.check for fault in faults} <= {"unquoted-hash"}
    return [(fault.found, fault.span.line, fault.span.column) for fault in faults]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("tags: #friend\n", [("#friend", 2, 7)]),
        ("tags:\t#friend #team \n", [("#friend #team", 2, 7)]),
        ("tags:\n  - #a\n  - b #c\n  - d\n", [("#a", 3, 5), ("#c", 4, 7)]),
        ("tags:\n\n  #a\n  #b\nname: x\n", [("#a", 4, 3)]),
        ("tags: [a, #b\n  c]\n", [("#b", 2, 11)]),
        ("goal: The talk at #4\nname: x\n", [("#4", 2, 19)]),
        ("goal: two\n  lines #4\n", [("#4", 3, 9)]),
        ("goal: a #b\n", [("#b", 2, 9)]),
    ],
)
def test_a_value_cut_off_by_a_hash_is_found(text: str, places: list[Place]) -> None:
    assert dropped(text) == places


@pytest.mark.parametrize(
    "text",
    [
        "goal: x # said on Monday\n",
        "goal: x #\n",
        "goal: x ## ----\n",
        "goal: x\n#closeness: 3\n",
        "tags:\n# none yet\nname: x\n",
        "tags:\nname: x #\n",
        "name: x # y\ntags:\n\n",
        "goal: C#4 and a#b\n",
        "goal: 'x' #Monday\n",
        'tags: ["#a", b]  # c\n',
        "goal: |\n  a #b\n",
        "goal: >-\n  a #b\n",
        "#a\nname: x\n",
        "introduced_by: [[sam-okafor]] \n",
    ],
)
def test_a_comment_and_a_hash_inside_a_value_are_fine(text: str) -> None:
    assert dropped(text) == []


def test_thousands_of_blanks_cost_nothing() -> None:
    assert dropped("goal: x" + " " * 60_000 + "#y\n") == [("#y", 2, 60_008)]
