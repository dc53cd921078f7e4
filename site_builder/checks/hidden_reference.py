"""Something that an audience could read is left out, as it names what is hidden from it."""

from site_builder.audience.vault_filter import Shown, ShownFile
from site_builder.checks.facts import Facts
from site_builder.checks.namings import Naming, namings
from site_builder.checks.references import references_of
from site_builder.checks.rule import WARNING, Finding, Findings, rule
from site_builder.checks.wording import quoted
from site_builder.model.contact import ContactId
from site_builder.model.document import Document


@rule("hidden-reference", WARNING, "vault")
def check(facts: Facts) -> Findings:
    """Report introductions that are lost, links shown as `…`, and people known by hidden names."""
    shown = facts.shown
    if shown is None:
        return
    for document in shown.lost:
        yield from _lost(shown, document)
    visible = {ContactId(file.seen.id) for file in shown.files if file.seen.kind == "contact"}
    for file in shown.files:
        for naming in namings(facts, shown, file):
            if naming.means and not naming.found:
                known = [person for person in naming.means if person in visible]
                yield from _unseen(shown, file, naming, known)


def _lost(shown: Shown, document: Document) -> Findings:
    """Say once why an introduction is not shown."""
    for reference in references_of(document.record):
        if not shown.findable.person(reference.name):
            yield Finding(
                document.path,
                reference.span,
                f"{shown.audience.name} does not see this introduction, as "
                f"{quoted(reference.name)} is hidden from it",
                f"show it the person, or take {shown.audience.name} out of `visibility` here",
            )
            return


def _unseen(shown: Shown, file: ShownFile, naming: Naming, known: list[ContactId]) -> Findings:
    name = shown.audience.name
    if naming.goes_on and known:
        yield Finding(
            file.whole.path,
            naming.span,
            f"{name} does not see this tie, as more than {quoted(naming.name)} may be the name",
            f'say how well they know each other, like "{known[0]} 3", or write "[[{known[0]}]]"',
        )
    elif known:
        message = f"{name} does not know anybody as {quoted(naming.name)}"
        yield Finding(file.whole.path, naming.span, message, f"write {known[0]}")
    elif naming.is_link:
        yield Finding(
            file.whole.path,
            naming.span,
            f"{name} would read “…” here, as {quoted(naming.name)} is hidden from it",
            "write the sentence so that it needs no name",
        )
