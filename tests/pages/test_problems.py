"""The page of findings."""

import pytest

from site_builder.diagnostics import Diagnostic, Severity
from site_builder.pages.problems import (
    SHOWN,
    Excerpt,
    FileProblems,
    Problem,
    Problems,
    problems_page,
)
from site_builder.source import FILE_START, Span
from tests.themes.kitchen_sink import FOUND


def view_of(*found: Diagnostic) -> Problems:
    view = problems_page(found).view
    assert isinstance(view, Problems)
    return view


def hint(path: str, line: int, severity: Severity = Severity.HINT) -> Diagnostic:
    return Diagnostic("no-goal", severity, "no goal", path, Span(line, 1, line, 1))


def test_a_finding_shows_its_line_its_mark_and_the_cure() -> None:
    (file,) = view_of(FOUND).files
    assert file == FileProblems(
        "intros/tara.md",
        (
            Problem(
                "unknown-contact",
                "error",
                "■",
                "bad",
                'No contact has the id "sam-okafr"',
                "intros/tara.md:3:13",
                Excerpt(3, "introducer: ", "sam-okafr", ""),
                'Did you mean "sam-okafor"?',
            ),
        ),
    )


def test_findings_stand_by_file_in_the_order_of_lines() -> None:
    view = view_of(hint("b.md", 9), hint("a.md", 1), hint("b.md", 2))
    places = [[one.place for one in file.problems] for file in view.files]
    assert places == [["a.md:1:1"], ["b.md:2:1", "b.md:9:1"]]


def test_the_title_counts_and_the_sentence_says_what_follows() -> None:
    warning = hint("a.md", 1, Severity.WARNING)
    assert view_of(FOUND, FOUND, warning).title == "2 errors and 1 warning"
    assert "Nothing is published" in view_of(FOUND, warning).verdict
    assert "worth a look" in view_of(warning, hint("a.md", 2)).verdict
    assert "Only hints" in view_of(hint("a.md", 2)).verdict
    assert view_of() == Problems("No problems", "Nothing to mend.", (), 0)


def test_a_finding_without_a_line_has_no_excerpt() -> None:
    ((problem,),) = (file.problems for file in view_of(hint("a.md", 1)).files)
    assert problem.excerpt is None


def test_a_flood_is_cut_and_counted() -> None:
    view = view_of(*(hint("a.md", line) for line in range(1, SHOWN + 12)))
    assert len(view.files[0].problems) == SHOWN
    assert view.unshown == 11


def test_what_a_file_smuggles_in_is_shown_not_obeyed() -> None:
    found = Diagnostic("x", Severity.HINT, "a\u202eb", "c\x1b.md", FILE_START, "d\x07")
    (file,) = view_of(found).files
    assert file.path == "c\\x1b.md"
    assert (file.problems[0].message, file.problems[0].cure) == ("A\\u202eb", "D\\x07")


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ("log it: - 2026-11-22 wrote: …", "Log it: `- 2026-11-22 wrote: …`"),
        ("type - 2026-10-09 opted-in, or wait", "Type `- 2026-10-09 opted-in`, or wait"),
        ("type - 2026-10-09 asked: for `x`", "Type - 2026-10-09 asked: for `x`"),
        ("correct the date 2026-10-09", "Correct the date 2026-10-09"),
    ],
)
def test_a_line_to_type_is_marked_in_the_cure(told: str, shown: str) -> None:
    found = Diagnostic("x", Severity.HINT, "a", "a.md", FILE_START, told)
    assert view_of(found).files[0].problems[0].cure == shown
