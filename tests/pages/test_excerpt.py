"""The line a finding speaks of, with the marked stretch."""

from site_builder.pages.problems import Excerpt, excerpt_of, visible
from site_builder.source import Span


def test_the_span_is_cut_out_in_code_points() -> None:
    found = excerpt_of("introducer: sam-okafr", Span(3, 13, 3, 22))
    assert found == Excerpt(3, "introducer: ", "sam-okafr", "")
    assert excerpt_of("näme: Zoë 🚪!", Span(1, 11, 1, 12)).marked == "🚪"


def test_a_span_over_several_lines_ends_with_the_line() -> None:
    assert excerpt_of("knows: [", Span(4, 8, 6, 2)) == Excerpt(4, "knows: ", "[", "")


def test_an_empty_span_marks_one_character_or_the_gap_at_the_end() -> None:
    assert excerpt_of("name: x", Span(1, 1, 1, 1)) == Excerpt(1, "", "n", "ame: x")
    assert excerpt_of("name:", Span(1, 6, 1, 6)) == Excerpt(1, "name:", " ", "")


def test_long_lines_are_cut_around_the_mark() -> None:
    found = excerpt_of("a" * 500 + "b" * 500 + "c" * 500, Span(1, 501, 1, 1001))
    assert (found.before, found.marked, found.after) == (
        "…" + "a" * 60,
        "b" * 120 + "…",
        "c" * 60 + "…",
    )


def test_control_and_direction_characters_are_shown() -> None:
    assert visible("plain ä\t\x1b[31m\u202e\u2028") == "plain ä\\t\\x1b[31m\\u202e\\u2028"
    assert visible("plain") == "plain"
