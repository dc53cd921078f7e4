"""LibYAML and the pure Python parser read the same things out of the same front matter.

Three things only LibYAML reads: a tab inside a plain scalar, `?` inside a plain scalar of a list in
brackets, a comment right behind `>`. The random files keep clear of them; a test below pins them.
"""

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.parsing import yaml_read
from site_builder.parsing.front_matter import FrontMatter
from site_builder.parsing.yaml_read import read_front_matter

FAST = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader
"""Where PyYAML was built without LibYAML, there is one parser, and it must agree with itself."""


@pytest.fixture(autouse=True)
def _parsers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put the parsers back after each test."""
    monkeypatch.setattr(yaml_read, "PARSERS", yaml_read.PARSERS)


def read_with(text: str, *parsers: type) -> FrontMatter:
    """Read with these parsers, the last having the last word."""
    yaml_read.PARSERS = parsers  # type: ignore[assignment] # a test may name just one
    return read_front_matter(text)


def both(text: str) -> tuple[FrontMatter, FrontMatter]:
    """Read as we do where LibYAML is present, and as we do where it is not."""
    return (
        read_with(text, FAST, yaml.SafeLoader),
        read_with(text, yaml.SafeLoader),
    )


LETTERS = st.sampled_from([*"abz 09:#-\\[]{},&*@%~éñ.=</+", "😀", "\u3000", "''", '\\"'])
WORD = st.lists(LETTERS, max_size=12).map("".join)
SINGLE = WORD.map(lambda text: f"'{text}'")
DOUBLE = WORD.map(lambda text: '"' + text.replace("\\", "\\\\").replace('\\\\"', '\\"') + '"')
SPECIAL = st.sampled_from(["~", "null", "01", "2026-13-45", "[[x]]", "[[x|y]]", r'"\u00e9"', "*a"])
SCALAR = st.one_of(SINGLE, DOUBLE, WORD, SPECIAL)
FLOW = st.lists(SCALAR, max_size=4).map(lambda items: f"[{', '.join(items)}]")
BLOCK = st.tuples(st.sampled_from(["", "  "]), st.lists(SCALAR, min_size=1, max_size=4)).map(
    lambda pair: "".join(f"\n{pair[0]}- {item}" for item in pair[1])
)
LITERAL = st.tuples(
    st.sampled_from(["|", ">", "|-", ">-", "|+"]), st.lists(WORD, min_size=1, max_size=3)
).map(lambda pair: pair[0] + "".join(f"\n  {line}" for line in pair[1]))
LONG = st.lists(WORD, min_size=2, max_size=3).map("\n  ".join)
KEY = st.sampled_from(["a", "b", "name", "é", "'q'", '"d"', "x_1"])
TAIL = st.sampled_from(["\n", "\n", "\n", " # c\n", "\n\n", "\n# c\n"])
LINE = st.tuples(KEY, st.one_of(SCALAR, FLOW, BLOCK, LITERAL, LONG), TAIL).map(
    lambda part: f"{part[0]}: {part[1]}{part[2]}"
)
FRONT = st.lists(LINE, max_size=4).map("".join)


@settings(max_examples=400, deadline=None)
@given(FRONT)
def test_both_parsers_give_the_same_values_at_the_same_places(text: str) -> None:
    fast, pure = both(text)
    assert fast == pure


def test_the_pure_parser_has_the_last_word_about_a_mistake() -> None:
    fast, pure = both("a: 1\nb: c: d\n")
    assert fast == pure
    assert fast.faults[0].found == "a value that contains `: `"


@pytest.mark.parametrize(
    "text", ["a: b\tc\n", "a:\tb\n", "knows: [ben 1? heard of her]\n", "a: >#\n"]
)
def test_what_only_libyaml_reads_is_a_fault_without_it(text: str) -> None:
    fast, pure = both(text)
    assert fast.readable or FAST is yaml.SafeLoader
    assert pure.readable or pure.faults[0].check == "invalid-yaml"
