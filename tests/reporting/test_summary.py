"""The last lines of a run."""

import pytest

from site_builder.diagnostics import Diagnostic
from site_builder.reporting.summary import build_summary, findings_summary

from .findings import NESTED, NO_GOAL, TYPO


@pytest.mark.parametrize(
    ("numbers", "seconds", "line"),
    [
        ((42, 17, 3, 61), 0.8391, "42 contacts, 17 intros (3 stalled), 61 pages in 0.84 s"),
        ((1, 1, 0, 1), 0, "1 contact, 1 intro (0 stalled), 1 page in 0.00 s"),
        ((0, 0, 0, 0), 12.3, "0 contacts, 0 intros (0 stalled), 0 pages in 12.30 s"),
    ],
)
def test_a_build_is_summed_up_in_one_line(
    numbers: tuple[int, ...], seconds: float, line: str
) -> None:
    counts = dict(zip(("contacts", "intros", "stalled", "pages"), numbers, strict=True))
    assert build_summary(counts, seconds) == line


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
