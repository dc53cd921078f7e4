"""Every manual page keeps its word: its example fails as shown, its mended files do not."""

from importlib import import_module
from pathlib import Path

import pytest

from site_builder.checks import CHECKS
from site_builder.checks.rule import Check

from .manual_page import Page, read_page
from .vault_check import check_files, text_of

FOLDER = Path(__file__).parents[2] / "docs" / "checks"
PACKAGE = Path(__file__).parents[2] / "site_builder" / "checks"
INDEX = FOLDER / "README.md"
PAGES = {path.stem: read_page(path.read_text()) for path in FOLDER.glob("*-*.md")}
ELSEWHERE = {"theme-error", "theme-unused", "public-pages"}
NO_MODULE = {"invalid-setting", *ELSEWHERE}
"""Findings about settings, themes and workflows are made where these are read."""

READ = {n: page for n, page in PAGES.items() if n not in ELSEWHERE}
"""Pages about files of a vault; `tests/rendering` has the templates, `tests/hosting` workflows."""

every_page = pytest.mark.parametrize("page", READ.values(), ids=READ)
every_check = pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)


@every_page
def test_the_example_gives_exactly_the_output_shown(page: Page) -> None:
    audience = page.example.audience
    found = check_files(page.example.files.values(), page.today, audience)
    assert text_of(found) == page.example.expected
    assert {each.id for each in found} == {page.title}


@every_page
def test_the_mended_files_give_no_finding(page: Page) -> None:
    audience = page.example.audience
    assert text_of(check_files(page.mended_files.values(), page.today, audience)) == ""


@every_page
def test_a_page_says_what_is_wrong_why_and_how_to_mend_it(page: Page) -> None:
    assert page.summary.endswith(".")
    assert "\n" not in page.summary
    assert page.headings[0] == page.title
    assert [name for name in page.headings[1:] if name != "The rule, exactly"] == [
        "Why",
        "Example",
        "Mended",
    ]


@every_check
def test_every_check_has_its_page_and_its_module_has_its_name(check: Check) -> None:
    assert PAGES[check.id].title == check.id
    assert PAGES[check.id].level == check.level
    module = import_module(f"site_builder.checks.{check.id.replace('-', '_')}")
    assert module.check is check
    assert module.__doc__


def test_every_page_has_its_check() -> None:
    assert PAGES.keys() == {check.id for check in CHECKS} | NO_MODULE


def test_every_module_with_a_rule_is_in_the_list() -> None:
    texts = {path.stem: path.read_text() for path in PACKAGE.glob("*.py")}
    rules = {name for name, text in texts.items() if "rule(" in text} - {"rule"}
    assert rules == {check.id.replace("-", "_") for check in CHECKS}


def test_the_index_lists_every_page_with_its_level_and_sentence() -> None:
    rows = [line for line in INDEX.read_text().splitlines() if line.startswith("| [")]
    assert rows == sorted(rows, key=_severity_first)
    assert set(rows) == {
        f"| [{name}]({name}.md) | {page.level} | {page.summary} |" for name, page in PAGES.items()
    }


def _severity_first(row: str) -> tuple[int, str]:
    return ("error", "warning", "hint").index(row.split(" | ")[1]), row
