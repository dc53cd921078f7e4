"""A membership ends before it begins, or lies in the future."""

from site_builder.checks.facts import Facts
from site_builder.checks.places import place_behind
from site_builder.checks.rule import ERROR, Finding, Findings, rule
from site_builder.model.contact import Membership


@rule("impossible-years", ERROR, "file")
def check(facts: Facts) -> Findings:
    """Report the years of each membership that cannot be."""
    for document, contact in facts.contacts():
        for membership in contact.groups:
            if wrong := _wrong(membership, facts.today.year):
                text, message, cure = wrong
                place = place_behind(document, membership.span, len(membership.group), text)
                yield Finding(document.path, place, message, cure)


def _wrong(membership: Membership, this_year: int) -> tuple[str, str, str] | None:
    """Return the years as typed, the message and the cure."""
    first, last = membership.first_year, membership.last_year
    if first is None:
        return None
    if last is not None and first > last:
        return (
            f"{first}-{last}",
            f"expected the first year before the last, found {first}-{last}",
            f"type {last}-{first}",
        )
    if first > this_year:
        return (
            str(first),
            f"expected years up to {this_year}, found {first}",
            "correct the year, or add the circle when it begins",
        )
    if last is not None and last > this_year:
        return (
            f"{first}-{last}",
            f"expected years up to {this_year}, found {last}",
            f"type {first}- for somebody who is still a member",
        )
    return None
