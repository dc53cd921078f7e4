"""The ground under everything: spans, findings in order, near words, remembered results."""

import pytest

from site_builder.diagnostics import Diagnostic, Severity, count
from site_builder.did_you_mean import did_you_mean
from site_builder.source import Span
from site_builder.tables.spread import in_turn


def test_a_part_of_a_span_is_counted_from_its_start() -> None:
    assert Span(3, 5, 3, 20).part(2, 4) == Span(3, 7, 3, 11)


def finding(path: str, line: int, column: int, ident: str) -> Diagnostic:
    """Make a finding."""
    return Diagnostic(ident, Severity.ERROR, "x", path, Span(line, column, line, column))


def test_findings_are_ordered_by_path_line_column_and_id() -> None:
    ordered = [
        finding("a.md", 2, 1, "x"),
        finding("a.md", 2, 3, "a"),
        finding("a.md", 2, 3, "b"),
        finding("a.md", 10, 1, "a"),
        finding("b.md", 1, 1, "a"),
    ]
    assert sorted(ordered, key=lambda found: found.order) == ordered
    assert count(tuple(ordered), Severity.ERROR) == 5
    assert count(tuple(ordered), Severity.HINT) == 0


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("sam-okafr", "sam-okafor"),
        ("Sam-Okafor", "sam-okafor"),
        ("sma-okafor", "sam-okafor"),
        ("tara", None),
        ("an", "ana"),
        ("bob", None),
        ("", None),
    ],
)
def test_a_mistyped_word_is_near_a_known_one(typed: str, meant: str | None) -> None:
    assert did_you_mean(typed, ["sam-okafor", "ana", "tara-lindqvist"]) == meant


def test_the_distance_may_be_given() -> None:
    assert did_you_mean("abcd", ["abef"], most=2) == "abef"
    assert did_you_mean("abcd", ["abef"], most=1) is None
    assert did_you_mean("abcd", []) is None


def test_of_two_equally_near_words_the_first_in_order_is_meant() -> None:
    assert did_you_mean("bat", ["hat", "cat"]) == did_you_mean("bat", ["cat", "hat"]) == "cat"


def test_without_processes_work_is_done_in_turn() -> None:
    assert in_turn(str.upper, ["b", "a"]) == ["B", "A"]
