"""A membership ends before it begins."""

from site_builder.checks.facts import Facts
from site_builder.checks.places import place_behind
from site_builder.checks.rule import ERROR, Finding, Findings, rule


@rule("impossible-years", ERROR, "file")
def check(facts: Facts) -> Findings:
    """Report the years of each membership that cannot be."""
    for document, contact in facts.contacts():
        for membership in contact.groups:
            first, last = membership.first_year, membership.last_year
            if first is None or last is None or first <= last:
                continue
            years = f"{first}-{last}"
            yield Finding(
                document.path,
                place_behind(document, membership.span, len(membership.group), years),
                f"expected the first year before the last, found {years}",
                f"type {last}-{first}",
            )
