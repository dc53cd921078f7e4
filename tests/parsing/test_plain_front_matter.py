"""Plain front matter comes out as the YAML parser reads it."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from site_builder.parsing.plain_front_matter import read_plain
from site_builder.parsing.yaml_read import read_front_matter

PLAIN = [
    "name: Tara Lindqvist\nemail: tara@northwind.example\ncloseness: 2\n",
    "name: Åsa Öberg\ngroups:\n  - team/oslo-rowing 2009-2012\n  - school/kth\ntags: [a, b c]\n",
    "knows:\n- ben-ito 3\n- chloe-dubois 1? only heard of her\nask: no\n",
    "url: https://a.example/x?y=[1]\nx_score: 012\nnext: 2026-12-01 write, then wait\n",
    "tags: [platform]\n",
]
LEFT = [
    *("", "name: Tara", "name: \n", "name:\n", "name:\n\n", "name:  x\n", "name: x \n", "name:x\n"),
    *(
        'name: "Tara"\n',
        "name: 'Tara'\n",
        "name: x # y\n",
        "tags: #x\n",
        "name: a: b\n",
        "name: a:\n",
    ),
    *(
        "a: b\na: c\n",
        "a: b\n  c\n",
        "a: b\n- c\n",
        "- a\n",
        "a:\n  - b\n    - c\n",
        "a:\n  - b\n - c\n",
    ),
    *(
        "a: [b\n",
        "a: []\n",
        "a: [[b]]\n",
        "a: [b,c]\n",
        "a: [b: c]\n",
        "a: {b: c}\n",
        "a: |\n  b\n",
    ),
    *("a: &b c\n", "a: *b\n", "a: !!int 3\n", "<<: a\n", "? a\n", "a:\tb\n", "a: b\tc\n", "---\n"),
    *("a: b\n---\nc: d\n", "a: b\n...\n", "\u00e5: b\n", "a: \u00a0b\n", f"{'k' * 65}: a\n"),
    *(
        "a: " + "b" * 8000 + "\n",
        "%YAML 1.1\n",
        "a: @b\n",
        "a: `b\n",
        "a: -b\n",
        "a: - b\n",
        "a b: c\n",
    ),
]
PIECES = st.sampled_from(
    [
        *(
            "name: ",
            "a: ",
            "b:",
            "c:",
            "\n",
            "\n",
            "\n  - ",
            "\n- ",
            "\n    - ",
            "[",
            "]",
            ", ",
            "x y",
        ),
        *(
            "Åsa",
            "😀",
            "-",
            ":",
            " ",
            "  ",
            "#",
            "'",
            '"',
            "1",
            "\\",
            "{",
            "}",
            "&",
            "*",
            "!",
            "|",
            ">",
        ),
        *("%", "@", "`", "?", "~", "null", "2026-01-02", "[[ben]]", "\t", "=", "/", "…", ",", "<<"),
    ]
)


@pytest.mark.parametrize("text", PLAIN)
def test_plain_lines_are_read_without_yaml(text: str) -> None:
    plain = read_plain(text)
    assert plain is not None
    assert plain == read_front_matter(text)


@pytest.mark.parametrize("text", LEFT)
def test_what_yaml_may_read_otherwise_is_left_to_it(text: str) -> None:
    assert read_plain(text) is None


@given(st.lists(PIECES, max_size=24).map(lambda parts: "".join(parts) + "\n"))
@settings(max_examples=3000)
@example("a: b?\nc: d\n")
def test_whatever_is_read_as_plain_is_what_yaml_reads(text: str) -> None:
    plain = read_plain(text)
    assert plain is None or plain == read_front_matter(text)


@given(st.lists(st.tuples(st.sampled_from(["a: ", "a:\n  - ", "a: ["]), st.text(max_size=12))))
@settings(max_examples=1000)
def test_any_characters_read_as_plain_are_what_yaml_reads(lines: list[tuple[str, str]]) -> None:
    rows = (f"k{n}{head[1:]}{text}{']' * ('[' in head)}" for n, (head, text) in enumerate(lines))
    text = "".join(f"{row}\n" for row in rows)
    plain = read_plain(text)
    assert plain is None or plain == read_front_matter(text)
