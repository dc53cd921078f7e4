"""The last lines of a run: what was built, and how many findings there are."""

from collections.abc import Mapping, Sequence

from site_builder.diagnostics import Diagnostic, Severity, count
from site_builder.insights.words import number_of


def build_summary(counts: Mapping[str, int], seconds: float) -> str:
    """Return `42 contacts, 17 intros (3 stalled), 61 pages in 0.84 s`."""
    return (
        f"{number_of(counts['contacts'], 'contact')}, {number_of(counts['intros'], 'intro')} "
        f"({counts['stalled']} stalled), {number_of(counts['pages'], 'page')} in {seconds:.2f} s"
    )


def audience_summary(audience: str, counts: Mapping[str, int]) -> str:
    """Return `team: 42 contacts → 9, 17 intros → 4, 31 fields withheld`."""
    kept = {what: counts[f"{what}s"] for what in ("contact", "intro")}
    shrunk = (
        f"{number_of(number + counts[f'{what}s_withheld'], what)} → {number}"
        for what, number in kept.items()
    )
    return (
        f"{audience}: {', '.join(shrunk)}, {number_of(counts['fields_withheld'], 'field')} withheld"
    )


def findings_summary(diagnostics: Sequence[Diagnostic]) -> str:
    """Return `0 errors, 2 warnings`, and the number of hints if there are any."""
    numbers = {level: count(tuple(diagnostics), level) for level in Severity}
    shown = [level for level in Severity if numbers[level] or level is not Severity.HINT]
    return ", ".join(number_of(numbers[level], level.value) for level in shown)
