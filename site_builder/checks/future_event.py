"""Something is logged as done on a day that has not come."""

from site_builder.checks.facts import Facts
from site_builder.checks.places import place_behind
from site_builder.checks.rule import WARNING, Finding, Findings, rule
from site_builder.checks.wording import shortened
from site_builder.model.contact import Contact
from site_builder.model.document import Document

ISO = len("2026-11-22")


@rule("future-event", WARNING, "file")
def check(facts: Facts) -> Findings:
    """Report each event, log line and `last_contact` after today, and years after this one."""
    message = _message(facts)
    for document, intro in facts.intros(unread=True):
        for event in intro.events:
            if event.date > facts.today:
                span = event.span.part(0, ISO)
                plan = shortened(event.text) or event.word
                cure = f"correct the date; for a plan type next: {event.date} {plan}"
                yield Finding(document.path, span, message.format(event.date), cure)
    for document, contact in facts.contacts(unread=True):
        for line in contact.log:
            if line.date > facts.today:
                span = line.span.part(0, ISO)
                cure = "correct the date, or write the line when it has happened"
                yield Finding(document.path, span, message.format(line.date), cure)
        if contact.last_contact and contact.last_contact > facts.today:
            yield Finding(
                document.path,
                contact.at("last_contact"),
                message.format(contact.last_contact),
                "correct the date, or delete the line last_contact",
            )
        yield from _of_circles(document, contact, facts.today.year)


def _of_circles(document: Document, contact: Contact, this_year: int) -> Findings:
    """Report the first year after this one of each membership."""
    for membership in contact.groups:
        first, last = membership.first_year, membership.last_year
        if first is None or (last is not None and first > last):
            continue
        if first > this_year:
            text, cure = str(first), "correct the year, or add the circle when it begins"
        elif last is not None and last > this_year:
            text, cure = f"{first}-{last}", f"type {first}- for somebody who is still a member"
        else:
            continue
        yield Finding(
            document.path,
            place_behind(document, membership.span, len(membership.group), text),
            f"expected years up to {this_year}, found {text.rpartition('-')[2]}",
            cure,
        )


def _message(facts: Facts) -> str:
    """Say which day is today, and where that is written if the vault has fixed it."""
    settings, today = facts.vault.settings, facts.today
    where = ""
    if settings.today == today and settings.today_span:
        where = f" (fixed in doorstep.toml:{settings.today_span.line})"
    return f"expected a day up to today, {today}{where}, found {{}}"
