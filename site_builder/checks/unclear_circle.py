"""The name of a circle may go on behind a blank, where it counts as a note."""

from site_builder.checks.facts import Facts
from site_builder.checks.places import place_of
from site_builder.checks.rule import HINT, Finding, Findings, rule
from site_builder.checks.wording import quoted
from site_builder.model.contact import Membership
from site_builder.source import Span


@rule("unclear-circle", HINT, "file")
def check(facts: Facts) -> Findings:
    """Report each circle of one word with a few more behind it and no years between."""
    for document, contact in facts.contacts():
        for membership in contact.groups:
            if membership.text and membership.first_year is None and (end := _end(membership)):
                span = membership.span
                line = Span(span.line, span.end_column, span.line + 1, 1)
                more = membership.text[:end]
                place = place_of(document, line, more)
                yield Finding(
                    document.path,
                    span if place == line else place,
                    f"this is the circle {quoted(membership.group)} with the note {quoted(more)}",
                    _cure(membership, end),
                )


def _end(membership: Membership) -> int:
    from site_builder.parsing.circle_meant import name_ends  # noqa: PLC0415 - 3 ms to load

    return name_ends(membership.slug, membership.text)


def _cure(membership: Membership, end: int) -> str:
    from site_builder.parsing.circle_meant import slug_of  # noqa: PLC0415 - loaded by now

    slug = slug_of(f"{membership.slug} {membership.text[:end]}")
    rest = membership.text[end:].rstrip(".")
    whole = f"{membership.kind}/{slug}{rest}"
    return f"type {whole} if that is its name, or {membership.group} ({membership.text})"
