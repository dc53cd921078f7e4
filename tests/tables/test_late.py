"""Tables of which nothing is made before it is read."""

from collections.abc import Sequence
from typing import Any

import pytest

from site_builder.tables import FRESH, LATE, Joined, Tables
from site_builder.tables.spread import Spread

NAMES = ("bo", "al", "cy")


def lengths(tables: Tables, made: list[str]) -> Any:
    def length(name: str) -> int:
        made.append(name)
        return len(name)

    return tables.derive("lengths", NAMES, length)


def test_a_row_is_made_when_it_is_read_and_only_once() -> None:
    made: list[str] = []
    rows = lengths(LATE, made)
    assert (list(rows), len(rows), "al" in rows, "xx" in rows, made) == (
        [*NAMES],
        3,
        True,
        False,
        [],
    )
    assert rows["al"] == rows["al"] == 2
    assert made == ["al"]
    made.clear()
    lengths(FRESH, made)
    assert made == [*NAMES]  # the others' way


def test_what_is_read_once_is_held_by_nobody() -> None:
    made: list[str] = []

    def upper(name: str) -> str:
        made.append(name)
        return name.upper()

    rows = LATE.once("names", NAMES, upper)
    assert (rows["al"], rows["al"], made) == ("AL", "AL", ["al", "al"])
    with pytest.raises(KeyError):
        rows["xx"]
    assert rows == FRESH.once("names", NAMES, upper)


def test_all_together_it_is_the_same_table() -> None:
    assert lengths(LATE, []) == lengths(FRESH, [])


def test_what_is_not_there_is_not_made() -> None:
    made: list[str] = []
    rows = lengths(LATE, made)
    assert (rows.get("xx"), rows.get("xx", 7), rows.get("al")) == (None, 7, 2)
    with pytest.raises(KeyError):
        rows["xx"]
    assert made == ["al"]


def test_an_error_in_the_making_is_not_taken_for_a_missing_row() -> None:
    others: dict[str, str] = {}
    rows = LATE.derive("names", NAMES, others.__getitem__)
    with pytest.raises(KeyError):
        rows.get("al")


def test_what_can_be_spread_is_made_at_once() -> None:
    seen: list[object] = []

    class Seen(Spread):
        def __call__(self, work: Any, items: Sequence[Any], /, *, phase: str = "") -> list[Any]:
            seen.append((phase, *items))
            return super().__call__(work, items)

    rows = LATE.derive("lengths", NAMES, len, spread=Seen())
    assert (rows, seen) == ({"bo": 2, "al": 2, "cy": 2}, [("lengths", *NAMES)])


def test_groups_are_found_and_sorted_late() -> None:
    made: list[str] = []

    def letters(name: str) -> tuple[tuple[str, str], ...]:
        made.append(name)
        return tuple((letter, name) for letter in name)

    groups = LATE.invert("letters", LATE.derive("letters in", NAMES, letters))
    assert made == []
    assert list(groups) == sorted("boalcy")
    assert (groups["o"], "z" in groups, len(groups)) == (("bo",), False, 6)


def test_a_sorted_table_makes_no_row_for_the_order() -> None:
    made: list[str] = []
    rows = lengths(LATE, made)
    ordered = LATE.sort("sorted", rows, lambda name: name)
    assert (list(ordered), made) == (["al", "bo", "cy"], [])
    assert ordered == FRESH.sort("sorted", lengths(FRESH, []), lambda name: name)


def test_nothing_is_remembered() -> None:
    LATE.constant("day", 1)
    assert not LATE.remembers
    assert LATE.source("given", {"a": 1}) == {"a": 1}


def test_mappings_are_read_as_one() -> None:
    made: list[str] = []
    rows = lengths(LATE, made)
    both = Joined({"dee": 3}, rows)
    assert (list(both), len(both), "cy" in both, both.get("xx")) == (["dee", *NAMES], 4, True, None)
    assert (both["dee"], both["bo"], made) == (3, 2, ["bo"])
    with pytest.raises(KeyError):
        both["xx"]
