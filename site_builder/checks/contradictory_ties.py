"""Two people state very different closeness for the tie between them, or one that there is none."""

from site_builder.checks.facts import Facts
from site_builder.checks.rule import HINT, Finding, Findings, rule
from site_builder.model.contact import CLOSENESS_WORDS, Contact, TieLine

APART = 2
"""Grades of closeness from which on two statements contradict each other."""


@rule("contradictory-ties", HINT, "file")
def check(facts: Facts) -> Findings:
    """Report each pair once, in the later file; hearsay contradicts nobody but strangers."""
    people, ties = facts.vault.people, facts.vault.ties
    for document, contact in facts.contacts():
        person = contact.id
        if person not in people or people[person].path != document.path:
            continue
        yield from _strangers(facts, contact)
        for other, line in ties[person].items():
            back = ties.get(other, {}).get(person)
            if back is None or people[person].path < people[other].path:
                continue
            yield from _compared(people[person], line, people[other], back=back)


def _compared(person: Contact, line: TieLine, other: Contact, *, back: TieLine) -> Findings:
    here, there = line.closeness, back.closeness
    if here is None or there is None or line.hearsay or back.hearsay or abs(here - there) < APART:
        return
    yield Finding(
        person.path,
        line.span,
        f"expected about the same closeness as in {other.path}:{back.span.line}, found {here} "
        f"here and {there} there",
        f"type {there} ({CLOSENESS_WORDS[there]}) here or {here} ({CLOSENESS_WORDS[here]}) there, "
        "if both mean the same tie",
    )


def _strangers(facts: Facts, contact: Contact) -> Findings:
    vault = facts.vault
    for named in contact.strangers:
        other = facts.one(named)
        if other is None or (stated := vault.tie(contact.id, other)) is None:
            continue
        line, owner = stated
        yield Finding(
            contact.path,
            named.span,
            f'expected somebody without a tie to "{contact.id}", found the tie to "{other}" in '
            f"{vault.people[owner].path}:{line.span.line}",
            "delete what is not true; while both stand, the tie counts",
        )
