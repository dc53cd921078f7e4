"""The last lines of a run."""

import pytest

from site_builder.diagnostics import Diagnostic
from site_builder.reporting.summary import Totals, build_summary, findings_summary

from .findings import NESTED, NO_GOAL, TYPO


def test_a_build_is_summed_up_in_one_line() -> None:
    totals = Totals(contacts=42, intros=17, stalled=3, pages=61, seconds=0.8391)
    assert build_summary(totals) == "42 contacts, 17 intros (3 stalled), 61 pages in 0.84 s"


def test_one_of_a_kind_is_singular_and_none_is_plural() -> None:
    totals = Totals(contacts=1, intros=1, stalled=0, pages=1, seconds=0)
    assert build_summary(totals) == "1 contact, 1 intro (0 stalled), 1 page in 0.00 s"
    totals = Totals(contacts=0, intros=0, stalled=0, pages=0, seconds=12.3)
    assert build_summary(totals) == "0 contacts, 0 intros (0 stalled), 0 pages in 12.30 s"


@pytest.mark.parametrize(
    ("findings", "line"),
    [
        ([], "0 errors, 0 warnings"),
        ([NO_GOAL, NO_GOAL], "0 errors, 2 warnings"),
        ([TYPO, NO_GOAL], "1 error, 1 warning"),
        ([NESTED], "0 errors, 0 warnings, 1 hint"),
        ([NESTED, NESTED, TYPO], "1 error, 0 warnings, 2 hints"),
    ],
)
def test_findings_are_counted_and_hints_named_only_if_any(
    findings: list[Diagnostic], line: str
) -> None:
    assert findings_summary(findings) == line
