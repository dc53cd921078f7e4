"""A line of the log is not `- DATE EVENT: text`."""

import re
from collections.abc import Iterator
from typing import Final

from site_builder.checks.facts import Facts
from site_builder.checks.finding import Finding
from site_builder.checks.meant_dates import meant_date
from site_builder.checks.places import line_at
from site_builder.checks.wording import quoted
from site_builder.diagnostics import Severity
from site_builder.insights.words import listing
from site_builder.model.document import Fault
from site_builder.model.intro import EVENTS, OUTCOMES

ID = "invalid-log-line"
LEVEL = Severity.ERROR
SCOPE: Final = "file"

ROW = re.compile(r"\s*[-*+]\s+(\S+?)[:,]?(?:\s+(.*))?")


def check(facts: Facts) -> Iterator[Finding]:
    """Report each dated line that cannot be read."""
    for document, fault in facts.faults(ID):
        message, cure = _words(fault, line_at(document, fault.span.line))
        yield Finding(document.path, fault.span, message, cure)


def _words(fault: Fault, line: str) -> tuple[str, str]:
    row = ROW.fullmatch(line)
    day, rest = (row[1], row[2] or "") if row else ("2026-09-28", "")
    after = rest.removeprefix(fault.found).strip(" :") or "…"
    match fault.wanted:
        case "date":
            return _date_words(fault)
        case "event":
            return "expected an event after the date, found none", _event_cure(day, rest)
        case "second date":
            typed = line[fault.span.column - 1 : fault.span.end_column - 1]
            found = "none" if typed == fault.found else quoted(typed)
            return (
                f'expected a second date after "{fault.found}", found {found}',
                f"type it like - {day} {fault.found} 2026-12-01",
            )
        case "outcome":
            found = quoted(fault.found) if fault.found else "nothing"
            wanted = listing(OUTCOMES, "or")
            return (
                f'expected {wanted} after "closed:", found {found}',
                f"type for example - {day} closed: lost, {fault.found}".rstrip(", "),
            )
        case "colon":
            return (
                f'expected a colon between "{fault.found}" and its text, found none',
                f"type - {day} {fault.found}: {after}",
            )
    return (
        "expected a colon between the date and the text, found none",
        f"type - {day}: {rest}",
    )


def _event_cure(day: str, rest: str) -> str:
    """Use the event word that stands behind the colon, if there is one."""
    word, _, text = rest.strip(": ").partition(" ")
    if word.strip(",.:") in EVENTS:
        return f"type - {day} {word.strip(',.:')}{': ' if text else ''}{text}"
    return f"say what happened, for example - {day} wrote: {rest.strip(': ') or '…'}"


def _date_words(fault: Fault) -> tuple[str, str]:
    message = f"expected a date like 2026-06-03, found {quoted(fault.found)}"
    if meant := meant_date(fault.found):
        return message, f"type {meant}"
    if fault.cure:
        return message, "this day is not in the calendar; write year-month-day"
    return message, "write year-month-day"
