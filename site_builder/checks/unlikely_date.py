"""A date lies so far away that its year is probably mistyped."""

from collections.abc import Iterator
from datetime import date

from site_builder.checks.facts import Facts
from site_builder.checks.places import place_behind
from site_builder.checks.rule import WARNING, Finding, Findings, rule
from site_builder.model.contact import Contact
from site_builder.model.document import Document
from site_builder.model.intro import Intro
from site_builder.parsing.day_words import iso_day
from site_builder.source import Span

EARLIEST = 1950
"""Nobody keeps a log of earlier years."""
BORN = 1900
"""Nobody in a circle is older."""
AHEAD = 5
"""Nothing is planned for more years ahead."""
ISO = len("2026-11-22")
YEAR = len("2026")

Dated = Iterator[tuple[date, Span]]


@rule("unlikely-date", WARNING, "file")
def check(facts: Facts) -> Findings:
    """Report what lies too far back, and what is planned for more than five years ahead."""
    latest = facts.today.year + AHEAD
    for document in facts.files:
        record = document.record
        logged = _logged(record) if record else ()
        planned = _planned(document, record) if isinstance(record, Intro) else ()
        for day, span in logged:
            if day.year < EARLIEST:
                yield _finding(facts, document, day, span, f"a year from {EARLIEST} on")
        for year, span in _years(document, record) if isinstance(record, Contact) else ():
            if year < BORN:
                yield _of_a_year(document, year, span, facts.today.year)
        for day, span in planned:
            if day.year > latest or day.year < EARLIEST:
                yield _finding(facts, document, day, span, f"a year up to {latest}")


def _logged(record: Contact | Intro) -> Dated:
    """Yield what has happened, with its place."""
    if isinstance(record, Intro):
        yield from ((event.date, event.span.part(0, ISO)) for event in record.events)
        return
    yield from ((line.date, line.span.part(0, ISO)) for line in record.log)
    if record.last_contact:
        yield record.last_contact, record.at("last_contact")


def _years(document: Document, record: Contact) -> Iterator[tuple[int, Span]]:
    """Yield the years of circles and of the first meeting, with their places."""
    for membership in record.groups:
        span, length = membership.span, len(membership.group)
        for year in filter(None, (membership.first_year, membership.last_year)):
            yield year, place_behind(document, span, length, f"{year:0{YEAR}}")
    if record.met_on:
        yield int(record.met_on[:YEAR]), record.at("met_on").part(0, YEAR)


def _planned(document: Document, record: Intro) -> Dated:
    """Yield what is to come: it may lie in the future, and is let off by `future-event`."""
    for event in record.events:
        if event.until:
            yield event.until, place_behind(document, event.span, ISO, event.until.isoformat())
    if record.deadline:
        yield record.deadline, record.at("deadline")
    if record.next:
        yield record.next.date, record.at("next").part(0, ISO)


def _finding(facts: Facts, document: Document, day: date, span: Span, wanted: str) -> Finding:
    meant = _meant(day, facts.today)
    cure = f"did you mean {meant}?" if meant else "correct the year"
    return Finding(document.path, span, f"expected {wanted}, found {day.isoformat()}", cure)


def _of_a_year(document: Document, year: int, span: Span, this_year: int) -> Finding:
    near = [century + year % 100 for century in (2000, 1900) if century + year % 100 <= this_year]
    message = f"expected a year from {BORN} on, found {year:0{YEAR}}"
    cure = f"did you mean {near[0]}?" if near else "correct the year"
    return Finding(document.path, span, message, cure)


def _meant(day: date, today: date) -> str:
    """Return the date with the year that a slip made of this one, if it is so."""
    typed = f"{day.year:0{YEAR}}"
    for year in (today.year, today.year + 1, today.year - 1):
        known = f"{year:0{YEAR}}"
        wrong = [place for place in range(YEAR) if typed[place] != known[place]]
        swapped = sorted(typed) == sorted(known)
        if len(wrong) == 1 or swapped or typed[2:] == known[2:]:
            return iso_day(year, day.month, day.day)
    return ""
