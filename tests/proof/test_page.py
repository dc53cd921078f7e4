"""The proof itself: every row has tests and a control, every promise of SECURITY.md has a row."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.proof.page import page, sum_of
from tests.proof.rows import ROWS, Row
from tests.support.figures import Figure

ROOT = Path(__file__).parents[2]
IDS = [row.id for row in ROWS]
ROW = Row(id="a", threat="it leaks", promise="It does not.", method="by looking", tests=())
FIGURES = [
    Figure("a", "nothing leaks", control=False, tried=300),
    Figure("a", "nothing leaks", control=False, tried=900),
    Figure("a", "a leak is seen", control=True, tried=20, seen=18),
]


def marks(text: str) -> Iterator[tuple[str, bool]]:
    """Yield row and kind of each test of a file."""
    module = ast.parse(text)
    whole = [ast.unparse(one.value) for one in module.body if isinstance(one, ast.Assign)]
    for test in module.body:
        if isinstance(test, ast.FunctionDef) and test.name.startswith("test_"):
            own = [ast.unparse(one) for one in test.decorator_list]
            found = re.findall(r"mark\.proves\('([\w-]+)'\)", "\n".join([*own, *whole]))
            if found:
                yield found[0], "pytest.mark.control" in own


def marked(row: Row) -> set[bool]:
    """Return whether a row has proofs (False) and controls (True)."""
    texts = [(ROOT / "tests" / path).read_text("utf-8") for path in row.tests]
    return {control for text in texts for name, control in marks(text) if name == row.id}


@pytest.mark.parametrize("row", ROWS, ids=IDS)
def test_a_row_has_tests_that_count_for_it_and_a_control(row: Row) -> None:
    assert marked(row) == {False, True}


def test_every_mark_names_a_row_that_runs_its_file() -> None:
    runs = {(row.id, path) for row in ROWS for path in row.tests}
    tests = ROOT / "tests"
    for file in tests.rglob("test_*.py"):
        for name, _ in marks(file.read_text("utf-8")):
            assert (name, file.relative_to(tests).as_posix()) in runs


def test_marks_are_read_from_functions_and_modules() -> None:
    text = (
        "import pytest\npytestmark = pytest.mark.proves('a')\ndef test_one(): ...\n"
        "@pytest.mark.control\ndef test_two(): ...\n"
        "@pytest.mark.proves('b')\ndef test_three(): ...\n"
    )
    assert list(marks(text)) == [("a", False), ("a", True), ("b", False)]


def test_rows_have_names_of_their_own() -> None:
    assert len(set(IDS)) == len(IDS) > 20


def test_the_page_adds_up_and_tells_the_bound() -> None:
    text = page([ROW], {"a": FIGURES}, day="2026-11-24", machine="2 cores")
    assert (
        "| [it leaks](#a) | by looking | 0 of 1,200 | 0.25 % | 18 of 20 | `make proof ROW=a` |"
    ) in text
    assert "## a\n\nIt does not.\n" in text
    assert "| nothing leaks | 0 of 1,200 |\n| control: a leak is seen | 18 of 20 |\n" in text


@pytest.mark.parametrize(("tried", "seen", "bound"), [(2, 0, "–"), (3, 0, "1e+02 %"), (9, 1, "–")])
def test_few_tries_bound_nothing(tried: int, seen: int, bound: str) -> None:
    figure = Figure("a", "x", control=False, tried=tried, seen=seen)
    assert sum_of([figure], control=False).bound == bound


def test_the_committed_page_has_every_row_and_nothing_was_seen() -> None:
    text = (ROOT / "docs" / "proof.md").read_text("utf-8")
    lines = re.findall(
        r"^\| \[.+?\]\(#([\w-]+)\) \| .+ \| 0 of [\d,]+ \| .+ \| (\d+)", text, re.MULTILINE
    )
    assert [name for name, _ in lines] == IDS
    assert all(int(caught) for _, caught in lines)


def test_every_promise_of_security_md_leads_to_its_row_and_every_row_is_promised() -> None:
    text = (ROOT / "SECURITY.md").read_text("utf-8")
    promises = text.partition("## Promises")[2].partition("## Limits")[0]
    items = re.split(r"^- ", promises, flags=re.MULTILINE)[1:]
    linked = [re.findall(r"\]\(docs/proof\.md#([\w-]+)\)", item) for item in items]
    assert all(linked), [item for item, links in zip(items, linked, strict=True) if not links]
    assert {name for links in linked for name in links} == set(IDS)
