"""What no front matter needs is refused at its place, in words that say what to type."""

import pytest

from site_builder.model.document import Fault
from site_builder.parsing.yaml_read import MOST_NODES, read_front_matter


def refusal(text: str) -> Fault:
    """Return the last fault of front matter that cannot be read."""
    front = read_front_matter(text)
    assert not front.readable
    assert not front.entries
    return front.faults[-1]


@pytest.mark.parametrize(
    ("text", "found", "column"),
    [
        ("name: &tara Tara\n", "the anchor &tara", 7),
        ("name: *tara\n", "the alias *tara", 7),
        ("name: !text Tara\n", "the tag !text", 7),
        ("name: ! Tara\n", "the tag !", 7),
        ("name: !!int 3\n", "the tag tag:yaml.org,2002:int", 7),
        ("name: !!python/object:os.system x\n", "the tag tag:yaml.org,2002:python/object:os", 7),
        ("<<: x\n", "the merge key <<", 1),
        ("<<: *tara\n", "the merge key <<", 1),
        ("&a name: Tara\n", "the anchor &a", 1),
        ("groups: &all [a]\n", "the anchor &all", 9),
    ],
)
def test_anchors_aliases_tags_and_merge_keys_are_refused(
    text: str, found: str, column: int
) -> None:
    fault = refusal(text)
    assert (fault.check, fault.span.line, fault.span.column) == ("invalid-yaml", 2, column)
    assert fault.found.startswith(found)
    assert fault.cure == "quote"


@pytest.mark.parametrize("text", ["'<<': x\n", '"<<": x\n', "a: '*b'\n", "a: '&b'\n", "a: '!b'\n"])
def test_in_quotes_they_are_plain_text(text: str) -> None:
    assert not read_front_matter(text).faults


@pytest.mark.parametrize(
    ("text", "found", "cure"),
    [
        ("just a text\n", "no key", "key"),
        ("- a\n- b\n", "no key", "key"),
        ("[a, b]\n", "no key", "key"),
        ("? [a]\n: b\n", "a key that is no text", "key"),
        ("a: 1\nb\n", "a line without `key: value`", "key"),
        ("goal: talk: now\n", "a value that contains `: `", "quote"),
        ("goal: `x`\n", "a character that cannot begin a value", "quote"),
        ("goal: @x\n", "a character that cannot begin a value", "quote"),
        ("goal: 'x\n", "a quote that is never closed", "close"),
        ('goal: "x\n', "a quote that is never closed", "close"),
        ("tags: [a, b\n", "a list that is never closed", "bracket"),
        ("tags: {a: b\n", "a mapping in braces", "flat"),
        ("a: 1\n  b: 2\n", "a value that contains `: `", "quote"),
        ("a:\n  - x\n b: 2\n", "a line that is indented differently", "indent"),
        ("a: & b\n", "a value that begins with & or *", "quote"),
        ("a: * b\n", "a value that begins with & or *", "quote"),
        ('a: "\\q"\n', "a backslash that YAML does not know", "single"),
        ("\ta: 1\n", "a tab used for indentation", "indent"),
        ("a: 1\n--- \nb: 2\n", "a second YAML document", "remove it"),
    ],
)
def test_each_kind_of_mistake_has_its_words(text: str, found: str, cure: str) -> None:
    fault = refusal(text)
    assert fault.check == "invalid-yaml"
    assert fault.found.startswith(found)
    assert fault.cure == cure


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("a: 1\ngoal: talk: now\n", 3, 11),
        ("a: 1\ngoal: 'never closed\nb: 2\n", 3, 7),
        ("a: 1\ntags: [x, y\nb: 2\n", 3, 7),
        ("é: 😀\ngoal: é😀: now: x\n", 3, 9),
        ("a: `\n", 2, 4),
        ("a: 1\n\tb: 2\n", 3, 1),
    ],
)
def test_a_mistake_is_marked_where_it_stands(text: str, line: int, column: int) -> None:
    span = refusal(text).span
    assert (span.line, span.column) == (line, column)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        (r'"a\0b"', "U+0000"),
        (r'"\e[2J"', "U+001B"),
        (r'"\u2028"', "U+2028"),
        (r'"\x85"', "U+0085"),
        (r'"\uFEFF"', "U+FEFF"),
    ],
)
def test_a_control_character_written_as_an_escape_is_refused(typed: str, found: str) -> None:
    fault = refusal(f"a: 1\nname: {typed}\n")
    assert (fault.check, fault.found) == ("control-character", found)
    assert (fault.span.line, fault.span.column) == (3, 7)


def test_half_a_surrogate_pair_written_as_an_escape_is_refused() -> None:
    fault = refusal('name: "\\ud800"\n')
    assert fault.check in {"control-character", "invalid-yaml"}
    assert fault.span.line == 2


@pytest.mark.parametrize("mark", ["---", "--- # two", "...", "...\n---"])
def test_a_second_document_is_refused(mark: str) -> None:
    fault = refusal(f"a: 1\n{mark}\nb: 2\n")
    assert fault.check == "invalid-yaml"
    assert fault.span.line > 2


def test_faults_before_the_refusal_are_kept() -> None:
    front = read_front_matter("a: 1\na: 2\nb: {c: d}\ne: *f\n")
    checks = [fault.check for fault in front.faults]
    assert checks == ["duplicate-key", "nested-value", "invalid-yaml"]


def test_depth_is_refused_past_sixteen() -> None:
    deep = "[" * 16 + "]" * 16
    assert refusal(f"a: {deep}\n").check == "nested-value"
    shallow = deep[1:-1]
    assert read_front_matter(f"a: {shallow}\n").readable


def test_five_thousand_values_are_read_and_one_more_is_not() -> None:
    items = "- x\n" * (MOST_NODES - 3)
    front = read_front_matter(f"a:\n{items}")
    assert front.readable
    assert len(front.entries[0].values) == MOST_NODES - 3
    fault = refusal(f"a:\n{items}- x\n")
    assert (fault.check, fault.found) == ("too-large", "front matter values")
