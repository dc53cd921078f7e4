"""The last lines of a run: what was built, and how many findings there are."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from site_builder.diagnostics import Diagnostic, Severity, count


class Totals(Struct, frozen=True, kw_only=True):
    """What one build handled."""

    contacts: int
    intros: int
    stalled: int
    """Stalled threads."""
    pages: int
    seconds: float


def build_summary(totals: Totals) -> str:
    """Return `42 contacts, 17 intros (3 stalled), 61 pages in 0.84 s`."""
    return (
        f"{counted(totals.contacts, 'contact')}, {counted(totals.intros, 'intro')} "
        f"({totals.stalled} stalled), {counted(totals.pages, 'page')} in {totals.seconds:.2f} s"
    )


def audience_summary(audience: str, counts: Mapping[str, int]) -> str:
    """Return `team: 42 contacts → 9, 17 intros → 4, 31 fields withheld`."""
    shrunk = (
        f"{counted(counts[what + 's'] + counts[what + 's_withheld'], what)} → {counts[what + 's']}"
        for what in ("contact", "intro")
    )
    return (
        f"{audience}: {', '.join(shrunk)}, {counted(counts['fields_withheld'], 'field')} withheld"
    )


def findings_summary(diagnostics: Sequence[Diagnostic]) -> str:
    """Return `0 errors, 2 warnings`, and the number of hints if there are any."""
    numbers = {level: count(tuple(diagnostics), level) for level in Severity}
    shown = [level for level in Severity if numbers[level] or level is not Severity.HINT]
    return ", ".join(counted(numbers[level], level.value) for level in shown)


def counted(number: int, noun: str) -> str:
    """Return `1 contact` or `42 contacts`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
