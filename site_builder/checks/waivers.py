"""What files excuse themselves from, and which of these excuses are idle."""

from collections.abc import Collection, Iterator

from site_builder.checks import unused_waiver, waiver_without_reason
from site_builder.checks.facts import Facts
from site_builder.checks.places import front_text
from site_builder.checks.rule import Finding
from site_builder.model.contact import Contact, Waiver
from site_builder.model.document import Document


def excused(found: Finding, check: str, facts: Facts) -> bool:
    """Tell whether the finding's file waives the check.

    That a waiver has no reason is excused by one with a reason alone, or it would excuse itself.

    Of front matter that cannot be read nothing is known: what is found below it may be waived if
    the check is named there at all.
    """
    if (stated := facts.waived.get((found.path, check))) is not None:
        return check != waiver_without_reason.check.id or bool(stated[-1].reason)
    document = facts.documents[found.path]
    if document.body is None:
        return False
    front = front_text(document)
    return check in front and found.span.line > front.count("\n") + 1


def idle_waivers(
    facts: Facts, *, used: Collection[tuple[str, str]], off: Collection[str]
) -> Iterator[tuple[str, Waiver]]:
    """Yield the waivers that excused nothing although their check could see the whole file."""
    for (path, check), stated in facts.waived.items():
        if check not in facts.check_ids:
            yield path, stated[-1]
        elif (path, check) in used or check in off or check == unused_waiver.check.id:
            continue
        elif _seen_whole(facts.documents[path], facts.vault.paths):
            yield path, stated[-1]


def _seen_whole(document: Document, spokes: Collection[str]) -> bool:
    """Tell whether nothing in the file, and no person it names, was left out of the checks."""
    record = document.record
    if record is None or record.draft or document.faults:
        return False
    return isinstance(record, Contact) or document.path in spokes
