"""An introduction is left out, as it names a contact that is a draft."""

from site_builder.checks.facts import Facts
from site_builder.checks.rule import HINT, Finding, Findings, rule
from site_builder.checks.wording import quoted
from site_builder.model.contact import Contact, ContactId


@rule("draft-contact", HINT, "file")
def check(facts: Facts) -> Findings:
    """Report each draft without which an introduction counts for nothing; drafts built, none is."""
    for document, intro in facts.intros():
        if intro.draft or document.path in facts.repeated:
            continue
        for named in (intro.target, intro.introducer):
            person = facts.one(named)
            if named is not None and person is not None and _left_out(facts, person):
                path = facts.paths[person]
                yield Finding(
                    document.path,
                    named.span,
                    f"this introduction is left out, as {quoted(named.name)} is a draft",
                    f"delete draft: true from {path}, or type it here, too",
                )


def _left_out(facts: Facts, person: ContactId) -> bool:
    if person in facts.vault.people:
        return False
    record = facts.documents[facts.paths[person]].record
    return isinstance(record, Contact) and record.draft
