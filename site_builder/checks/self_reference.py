"""Somebody stands in a place that only another person can fill."""

from collections.abc import Iterator

from site_builder.checks.facts import Facts
from site_builder.checks.rule import ERROR, Finding, Findings, rule
from site_builder.model.contact import Contact, ContactId
from site_builder.model.intro import Intro
from site_builder.model.reference import Reference


@rule("self-reference", ERROR, "file")
def check(facts: Facts) -> Findings:
    """Report ties to oneself, and one person in two roles of an introduction."""
    for document, contact in facts.contacts():
        oneself = (contact.id,)
        for key, reference in _named(contact):
            if facts.who[reference.name] == oneself:
                yield Finding(
                    document.path,
                    reference.span,
                    f'expected another person in "{key}", found the person of this very file',
                    f"name the person who is meant, or delete it from {key}",
                )
    for document, intro in facts.intros():
        yield from _doubled(facts, document.path, intro)


def _named(contact: Contact) -> Iterator[tuple[str, Reference]]:
    for tie in contact.knows:
        yield "knows", tie.other
    for other in contact.strangers:
        yield "strangers", other
    if contact.introduced_by:
        yield "introduced_by", contact.introduced_by
    for standing in contact.standing:
        yield "standing", standing.other


def _doubled(facts: Facts, path: str, intro: Intro) -> Findings:
    """Target, introducer and requester are three people; without a requester it is me."""
    target, introducer, requester = (
        facts.one(named) for named in (intro.target, intro.introducer, intro.requester)
    )
    if intro.requester is None:
        requester = facts.vault.me
    me = facts.vault.me
    if intro.introducer and introducer is not None and introducer in {target, requester}:
        other = "the target" if introducer == target else _called(requester, me)
        yield _twice(path, intro.introducer, f"an introducer other than {other}", introducer)
    elif target is not None and target == requester and (named := intro.requester or intro.target):
        yield _twice(path, named, f"a target other than {_called(requester, me)}", target)


def _called(requester: ContactId | None, me: ContactId | None) -> str:
    return "you" if requester == me else "the requester"


def _twice(path: str, named: Reference, wanted: str, person: ContactId) -> Finding:
    found = f'"{person}", who is you' if wanted.endswith("you") else f'"{person}" as both'
    return Finding(
        path,
        named.span,
        f"expected {wanted}, found {found}",
        "name three different people: target, introducer and requester (left out, that is you)",
    )
