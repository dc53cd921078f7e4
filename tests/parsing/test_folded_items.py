"""Lines that were meant as items, and that YAML folds into one text."""

import pytest

from tests.support.vaults import document_of, excerpt


@pytest.mark.parametrize(
    ("lines", "second", "cure"),
    [
        ("groups:\n  - team/a\n   - school/b", "- school/b", "[team/a, school/b]"),
        ("knows:\n  - sam 4 a\n    bow\n   - tara 3", "- tara 3", "[sam 4 a bow, tara 3]"),
        ("knows: |\n  - sam 4\n  - tara 3", "- tara 3", "[sam 4, tara 3]"),
        ("knows: >-\n  sam 4\n\n  tara 3", "tara 3", "[sam 4, tara 3]"),
        ("knows:\n  – sam 4\n  – tara 3", "– tara 3", "[sam 4, tara 3]"),
        ("tags:\n  a\n  b", "b", "[a, b]"),
        ("knows:\n  - sam 4\n   - '[[tara]] 3'", "- '[[tara]] 3'", ""),
        ("knows:\n  - sam 4\n   - [[tara]] 3", "- [[tara]] 3", '[sam 4, "[[tara]] 3"]'),
        ("knows:\n  - sam 4\n   - tara 3, ski", "- tara 3, ski", ""),
    ],
)
def test_the_second_item_is_told_where_it_stands(lines: str, second: str, cure: str) -> None:
    document = document_of(f"---\nname: T\n{lines}\n---\n")
    (fault,) = document.faults
    assert (fault.check, fault.wanted) == ("invalid-value", "one item in each line")
    assert excerpt(document, fault.span) == fault.found == second
    assert fault.cure == cure


@pytest.mark.parametrize(
    "lines",
    [
        "knows: sam 4\n  rowed together",
        "knows:\n  - sam 4\n    rowed together - long ago",
        "knows: |\n  sam 4",
        "knows:\n  sam 4",
        "role: |\n  - a\n  - b",
        'aliases:\n  - "A\n    - B"',
    ],
)
def test_a_text_of_two_lines_is_a_text(lines: str) -> None:
    assert not document_of(f"---\nname: T\n{lines}\n---\n").faults
