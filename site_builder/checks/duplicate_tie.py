"""One contact states two ties to the same person."""

from site_builder.checks.facts import Facts
from site_builder.checks.rule import WARNING, Finding, Findings, rule
from site_builder.model.contact import ContactId, TieLine


@rule("duplicate-tie", WARNING, "file")
def check(facts: Facts) -> Findings:
    """Report each line of `knows` after the first to the same person; only the first counts."""
    for document, contact in facts.contacts():
        if len({facts.who[tie.other.name] for tie in contact.knows}) == len(contact.knows):
            continue
        first: dict[ContactId, TieLine] = {}
        for tie in contact.knows:
            person = facts.one(tie.other)
            if person is None or first.setdefault(person, tie) is tie:
                continue
            yield Finding(
                document.path,
                tie.span,
                f'expected one tie to "{person}", found the first on line '
                f"{first[person].span.line}",
                "keep the line that is true now and delete the other",
            )
