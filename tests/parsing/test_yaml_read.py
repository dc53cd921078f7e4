"""Front matter is read by schema, not by guess: every scalar is the text that was typed."""

from itertools import pairwise

import pytest

from site_builder.model.document import Fault
from site_builder.parsing.front_matter import Entry, FrontMatter, Scalar
from site_builder.parsing.yaml_read import read_front_matter
from site_builder.source import Span


def entry_of(text: str) -> Entry:
    """Read one key that has no faults."""
    front = read_front_matter(text)
    assert not front.faults
    (entry,) = front.entries
    return entry


def covered(text: str, span: Span) -> str:
    """Return the text on which a one-line span lies; the first line is line 2 of its file."""
    assert span.line == span.end_line
    return text.split("\n")[span.line - 2][span.column - 1 : span.end_column - 1]


@pytest.mark.parametrize(
    "typed",
    [
        "no",
        "on",
        "~",
        "null",
        "true",
        "01234",
        "+46 8",
        "1_000",
        "0x1F",
        "12:30:45",
        "2026-13-45",
        "1e3",
        ".5",
        "=",
        "a#b",
        "https://a.example/b?c#d",
        "é😀",
        "5" * 5000,
    ],
)
def test_a_plain_scalar_is_the_text_that_was_typed(typed: str) -> None:
    text = f"key: {typed}\n"
    entry = entry_of(text)
    assert entry.key == "key"
    assert [value.text for value in entry.values] == [typed]
    assert covered(text, entry.values[0].span) == typed
    assert covered(text, entry.key_span) == "key"


@pytest.mark.parametrize(
    ("typed", "value", "offset"),
    [
        ("Tara  # note", "Tara", 0),
        ("   Tara   ", "Tara", 0),
        ("'Tara # L'", "Tara # L", 1),
        ('"Tara: L"', "Tara: L", 1),
        ("'it''s'", "it's", None),
        (r'"\u00e9"', "é", None),
        (r'"a\\b"', "a\\b", None),
        ("''", "", 1),
        ("😀 [Tara]", "😀 [Tara]", 0),
        ('"😀é"', "😀é", 1),
    ],
)
def test_a_value_says_where_its_letters_stand(typed: str, value: str, offset: int | None) -> None:
    text = f"😀: {typed}\n"
    entry = entry_of(text)
    (scalar,) = entry.values
    assert (scalar.text, scalar.offset) == (value, offset)
    assert covered(text, scalar.span) == typed.split("  #", maxsplit=1)[0].strip()
    assert covered(text, entry.key_span) == "😀"
    if offset is not None:
        assert covered(text, scalar.part(0, len(value))) == value


def test_a_value_written_with_escapes_is_marked_as_a_whole() -> None:
    (scalar,) = entry_of("a: 'it''s me'\n").values
    assert scalar.part(5, 2) == scalar.span == Span(2, 4, 2, 14)


@pytest.mark.parametrize(
    ("text", "value", "span"),
    [
        ("a: |\n  one\n  two\nb: 1\n", "one\ntwo", Span(2, 4, 5, 1)),
        ("a: |-\n  one\n  two\nb: 1\n", "one\ntwo", Span(2, 4, 5, 1)),
        ("a: >\n  one\n  two\nb: 1\n", "one two", Span(2, 4, 5, 1)),
        ("a: one\n  two\nb: 1\n", "one two", Span(2, 4, 3, 6)),
        ('a: "one\n  two"\nb: 1\n', "one two", Span(2, 4, 3, 7)),
        ("a: 'one\n\n  two'\nb: 1\n", "one\ntwo", Span(2, 4, 4, 7)),
    ],
)
def test_a_value_over_several_lines_spans_them(text: str, value: str, span: Span) -> None:
    first = read_front_matter(text).entries[0]
    lines = tuple(text.split("\n")[: text[: text.index("b: 1")].count("\n")])
    assert first.values == (Scalar(value, span, None, lines),)
    assert first.values[0].part(1, 1) == span


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("a: [x, y z, 'q, r']\n", ["x", "y z", "'q, r'"]),
        ("a: [ x ,\n  y ]\n", ["x", "y"]),
        ("a:\n  - x\n  - 'y'\n", ["x", "'y'"]),
        ("a:\n- x\n\n# note\n- é y # c\n", ["x", "é y"]),
        ("a: []\n", []),
    ],
)
def test_each_item_of_a_list_says_where_it_stands(text: str, values: list[str]) -> None:
    entry = entry_of(text)
    assert entry.listed
    assert [covered(text, value.span) for value in entry.values] == values


def test_a_list_in_brackets_spans_its_brackets() -> None:
    assert entry_of("a: [x, y]  # c\n").span == Span(2, 4, 2, 10)


def test_a_list_of_dashes_spans_its_items() -> None:
    span = read_front_matter("a:\n  - x\n  - yes\nb: 1\n").entries[0].span
    assert (span.line, span.column) == (3, 3)
    assert (span.end_line, span.end_column) in {(4, 8), (5, 1)}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("target: [[sam]]\n", "sam"),
        ("target: [[sam|Sam O]]\n", "sam|Sam O"),
        ("target:\n  - [[sam]]\n", "sam"),
        ("target: [x, [[sam]]]\n", "sam"),
        ("target: [[[sam]]]\n", "sam"),
    ],
)
def test_an_unquoted_link_is_understood_and_marked(text: str, name: str) -> None:
    entry = entry_of(text)
    assert entry.bare_links
    assert covered(text, entry.values[-1].span) == name


def test_no_value_is_an_empty_text() -> None:
    entry = entry_of("a:\n")
    assert entry.values == (Scalar("", Span(2, 3, 2, 3)),)


@pytest.mark.parametrize("text", ["", "\n\n", "# a comment\n", "  \n", "--- # c\n"])
def test_front_matter_may_be_empty(text: str) -> None:
    assert read_front_matter(text) == FrontMatter()


@pytest.mark.parametrize(
    "typed",
    [
        *(
            "{b: c}",
            "\n  b: c",
            "\n  b:\n    c: d",
            "[x, {b: c}]",
            "[[x, y]]",
            "\n  - b: c",
            "[[[{}]]]",
        ),
        *("[x, [y]]", "[[y], x]", "\n  - [x]", "[[[[x]]]]", "\n  - - x", "[[], x]", "[[[], x]]"),
    ],
)
def test_a_nested_value_is_a_fault_and_the_next_key_is_read(typed: str) -> None:
    front = read_front_matter(f"a: {typed}\nnext: 1\n")
    assert [(fault.check, fault.key) for fault in front.faults] == [("nested-value", "a")]
    assert [(entry.key, entry.broken) for entry in front.entries] == [("a", True), ("next", False)]
    assert front.readable


def test_the_second_of_two_equal_keys_is_a_fault_that_names_the_first() -> None:
    front = read_front_matter("a: 1\nb: 2\n'a': 3\n")
    assert front.faults == (Fault("duplicate-key", Span(4, 1, 4, 4), key="a", found="2"),)
    assert [entry.values[0].text for entry in front.entries] == ["1", "2"]


def test_entries_come_in_the_order_of_the_file() -> None:
    front = read_front_matter("b: 1\na: 2\nc: [x]\n")
    assert [entry.key for entry in front.entries] == ["b", "a", "c"]
    assert all(one.key_span < two.key_span for one, two in pairwise(front.entries))
