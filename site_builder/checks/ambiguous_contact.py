"""A file names a person by a name that several people bear."""

from site_builder.checks.facts import Facts
from site_builder.checks.references import places_of
from site_builder.checks.rule import ERROR, Finding, Findings, rule
from site_builder.checks.wording import quoted
from site_builder.insights.words import listing


@rule("ambiguous-contact", ERROR, "vault")
def check(facts: Facts) -> Findings:
    """Report each reference of a front matter that finds more than one person."""
    several = set(facts.unclear.get(2, ()))
    for document, reference in places_of(facts.files, several):
        found = sorted(facts.who[reference.name])
        yield Finding(
            document.path,
            reference.span,
            f"{quoted(reference.name)} may be {listing(found, 'or')}",
            f"type the id of the one you mean, for example {found[0]}",
        )
