"""What people see in a terminal."""

import re

import pytest
from msgspec.structs import replace

from site_builder.diagnostics import Diagnostic
from site_builder.reporting.concise import concise
from site_builder.reporting.excerpt import columns, excerpt
from site_builder.reporting.text import text
from site_builder.source import Span

from .findings import NESTED, NO_GOAL, TYPO, report


def test_a_finding_shows_where_what_the_line_and_the_cure() -> None:
    assert text(report(TYPO)) == (
        "intros/2026-09-28-tara-via-sam.md:3:13: error[unknown-contact]: "
        'no contact has the id "sam-okafr"\n'
        "  3 | introducer: sam-okafr\n"
        "    |             ^^^^^^^^^\n"
        'help: did you mean "sam-okafor" (contacts/sam-okafor.md)?\n'
    )


def test_findings_stand_in_order_with_an_empty_line_between_them() -> None:
    assert text(report(TYPO, NO_GOAL, NESTED)) == (
        "contacts/tara.md:12:15: hint[unquoted-link]: "
        "a link without quotes is a nested list to other programs\n"
        "  12 | introduced_by: [[ben]]\n"
        "     |               ^^^^^^^\n"
        'help: write "[[ben]]"\n'
        "\n"
        "intros/2026-09-28-tara-via-sam.md:1:1: warning[no-goal]: the introduction has no goal\n"
        "\n"
        "intros/2026-09-28-tara-via-sam.md:3:13: error[unknown-contact]: "
        'no contact has the id "sam-okafr"\n'
        "  3 | introducer: sam-okafr\n"
        "    |             ^^^^^^^^^\n"
        'help: did you mean "sam-okafor" (contacts/sam-okafor.md)?\n'
    )


def test_no_findings_are_no_text() -> None:
    assert text(report()) == concise(report()) == ""


def test_concise_is_one_line_each() -> None:
    assert concise(report(TYPO, NO_GOAL)) == (
        "intros/2026-09-28-tara-via-sam.md:1:1: warning[no-goal]: the introduction has no goal\n"
        "intros/2026-09-28-tara-via-sam.md:3:13: error[unknown-contact]: "
        'no contact has the id "sam-okafr"\n'
    )


def test_colour_adds_nothing_but_colour() -> None:
    plain = report(TYPO, NO_GOAL, NESTED)
    colored = replace(plain, color=True)
    for show in (text, concise):
        assert "\x1b[1;31merror[unknown-contact]:\x1b[0m" in show(colored)
        assert re.sub(r"\x1b\[[0-9;]*m", "", show(colored)) == show(plain)
        assert "\x1b" not in show(plain)


def shown(line: str, start: int, end: int, width: int = 100) -> tuple[str, str]:
    """Return the line and what the carets stand under, column for column."""
    part = excerpt(line, Span(1, start, 1, end), width=width)
    return part.line, " " * part.caret + "^" * part.carets


def test_a_tab_fills_to_the_next_stop() -> None:
    assert shown("a:\tb\tc", 4, 5) == ("a:  b   c", "    ^")


def test_wide_characters_take_two_columns_and_combining_ones_none() -> None:
    assert shown("name: 田中 x", 7, 9) == ("name: 田中 x", "      ^^^^")
    assert shown("e\u0301te\u0301: x", 8, 9) == ("e\u0301te\u0301: x", "     ^")
    assert columns("田e\u0301\N{PARTY POPPER}") == 5
    assert columns("김") == columns("\u1100\u1175\u11b7") == 2
    assert columns("👩🏽") == 2
    assert shown("name: \u1100\u1175\u11b7 x", 11, 12) == (
        "name: \u1100\u1175\u11b7 x",
        "         ^",
    )


def test_hidden_characters_are_shown_and_the_carets_still_fit() -> None:
    assert shown("a\u202eb: \x1bx", 5, 7) == ("a\\u202eb: \\u001bx", "         ^^^^^^^")


def test_a_place_without_width_or_behind_the_line_gets_one_caret() -> None:
    assert shown("abc", 2, 2) == ("abc", " ^")
    assert shown("abc", 4, 4) == ("abc", "   ^")
    assert shown("abc", 40, 50) == ("abc", "   ^")


def test_a_span_over_several_lines_is_marked_to_the_end_of_its_first() -> None:
    part = excerpt("abc: [", Span(3, 6, 9, 2), width=100)
    assert (part.caret, part.carets) == (5, 1)


def test_a_long_line_is_cut_around_the_place() -> None:
    line = "x" * 200 + "HERE" + "y" * 200
    assert shown(line, 201, 205, width=30) == (
        "..." + "x" * 10 + "HERE" + "y" * 16 + "...",
        " " * 13 + "^^^^",
    )


def test_the_beginning_and_the_end_of_a_long_line_stay() -> None:
    line = "HERE" + "y" * 200
    assert shown(line, 1, 5, width=30) == ("HERE" + "y" * 26 + "...", "^^^^")
    line = "x" * 200 + "HERE"
    assert shown(line, 201, 205, width=30) == ("..." + "x" * 10 + "HERE", " " * 13 + "^^^^")


def test_a_place_longer_than_the_width_is_cut_with_its_carets() -> None:
    line, carets = shown("田" * 200, 1, 201, width=30)
    assert line == "田" * 15 + "..."
    assert carets == "^" * 30


@pytest.mark.parametrize("width", [1, 7, 30, 80])
@pytest.mark.parametrize("at", [1, 30, 999, 100_000])
def test_an_excerpt_never_passes_its_width_by_more_than_the_cut_marks(width: int, at: int) -> None:
    for unit in ("x", "田", "\t", "\x1b", "a\u0301"):
        part = excerpt(unit * 100_000, Span(1, at, 1, at + 1), width=width)
        assert columns(part.line) <= width + 6


def hostile(text_: str) -> Diagnostic:
    return replace(TYPO, message=text_, path=f"contacts/{text_}.md", help=text_, excerpt=text_)


HOSTILE = (
    "\x1b]0;owned\x07",
    "\x1b[2J\x1b[1;1H",
    "\x1b]8;;http://evil\x1b\\click\x1b]8;;\x1b\\",
    "\x1b]52;c;ZWNobw==\x07",
    "\x9b31m",
    "\u202egpj.exe",
    "a\u2066b\u2069\u200b\u200d\u2060\ufeff",
    "line\r\nforged.md:1:1: error[x]: forged",
    "\u2028next\u2029\x85\x0b\x0c",
    "\U000e0041tag",
    "\0",
    "::error file=x::forged",
)


@pytest.mark.parametrize("value", HOSTILE)
def test_no_value_of_a_file_can_trick_a_terminal(value: str) -> None:
    for show in (text, concise):
        lines = show(report(hostile(value))).split("\n")
        assert len(lines) <= 5
        assert all(
            not re.search("[\0-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069]", line)
            for line in lines
        )


@pytest.mark.parametrize("value", HOSTILE)
def test_control_the_same_values_would_trick_one_unfiltered(value: str) -> None:
    raw = f"{value}: message\n"
    assert len(raw.splitlines()) > 1 or not raw[:-1].isprintable() or raw.startswith("::")
