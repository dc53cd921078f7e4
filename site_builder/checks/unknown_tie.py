"""Nothing on record says that the introducer knows the target."""

from site_builder.checks.facts import Facts
from site_builder.checks.rule import WARNING, Finding, Findings, rule
from site_builder.model.contact import ContactId
from site_builder.model.reference import fold


@rule("unknown-tie", WARNING, "vault")
def check(facts: Facts) -> Findings:
    """Report, once for each pair, an introducer and a target without a tie in either file."""
    told: set[frozenset[ContactId]] = set()
    unclear: frozenset[ContactId] | None = None
    for spoke in filter(facts.counts, facts.untied):
        pair = frozenset((spoke.introducer, spoke.target))
        if pair in told or len(pair) == 1 or facts.vault.me in pair:
            continue
        if unclear is None:
            unclear = _with_unclear_ties(facts)
        if unclear.isdisjoint(pair) and spoke.intro.introducer is not None:
            told.add(pair)
            yield Finding(
                spoke.intro.path,
                spoke.intro.introducer.span,
                f"expected a tie between {facts.name(spoke.introducer)} and "
                f"{facts.name(spoke.target)}, found none on record",
                _cure(facts, spoke.introducer, spoke.target),
            )


def _cure(facts: Facts, introducer: ContactId, target: ContactId) -> str:
    """Return the line to type, with its key where the file has none."""
    contact = facts.vault.people.get(introducer)
    if contact is not None and contact.knows:
        return f"type it under knows in {facts.paths[introducer]}: - {target} 3"
    return f"type it in {facts.paths[introducer]}: knows: [{target} 3]"


def _with_unclear_ties(facts: Facts) -> frozenset[ContactId]:
    """Return whose ties are not all known: a line names nobody for sure, or a file is doubled."""
    unclear = {
        contact.id
        for document, contact in facts.contacts()
        if facts.doubted(document.path, "knows")
        or any(facts.one(tie.other) is None for tie in contact.knows)
    }
    doubled = (facts.documents[path] for path in facts.repeated)
    ids = (facts.vault.directory.ids.get(fold(each.id)) for each in doubled)
    return frozenset(unclear.union(person for person in ids if person is not None))
