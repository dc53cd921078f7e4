"""A line of the log is not `- DATE EVENT: text`."""

import re
from datetime import date

from site_builder.checks.places import line_at
from site_builder.checks.rule import ERROR, Words, fault_rule
from site_builder.checks.wording import quoted
from site_builder.insights.words import listing
from site_builder.model.document import Document, Fault
from site_builder.model.intro import EVENTS, OUTCOMES
from site_builder.parsing.day_words import ON_A
from site_builder.parsing.log_wording import STOPS, event_line
from site_builder.parsing.meant_dates import meant_date, meant_days

ROW = re.compile(r"\s*[-*+]\s+([0-9]{4}-[0-9]{2}-[0-9]{2})(.*)")
TIME = re.compile(
    r"(?:T|[\s:,;.–—-]*(?:at\s+)?)([0-9]{1,2}[:.][0-9]{2}(?::[0-9]{2})?)(?![0-9])(?:Z|[+-][0-9]{2}:?[0-9]{2})?(.*)"
)
SHORT = re.compile(r"([0-9]{1,2}\.[0-9]{1,2}\.)([0-9]{2})")
"""A day with two figures of its year."""
WORD = re.compile(r"[\W_]*([\w-]+)(.*)")
MARKS = "*_`)]"
FULL_STOPS = "：、，；　"
"""Signs of full width that stand for a colon."""


@fault_rule("invalid-log-line", ERROR)
def check(document: Document, fault: Fault) -> Words:
    """Report each dated line that cannot be read."""
    line = line_at(document, fault.span.line)
    row = ROW.fullmatch(line)
    day, rest = (row[1], row[2]) if row else ("2026-09-28", "")
    after = rest.strip().removeprefix(fault.found).strip(" :").lstrip(FULL_STOPS)
    match fault.wanted:
        case "date" | "one event":
            return _date_words(fault) if fault.wanted == "date" else _several_words(fault)
        case "event":
            return "expected an event after the date, found none", _event_cure(day, rest)
        case "second date":
            return _second_words(fault, line, day, after)
        case "outcome":
            found = quoted(fault.found) if fault.found else "nothing"
            wanted = listing(OUTCOMES, "or")
            return (
                f'expected {wanted} after "closed:", found {found}',
                f"type - {event_line(day, 'closed', fault.found)}",
            )
        case "colon":
            return (
                f'expected a colon between "{fault.found}" and its text, found none',
                f"type - {event_line(day, fault.found, after or '…')}",
            )
    return (
        "expected a colon between the date and the text, found none",
        f"type - {day}: {_text(rest)}",
    )


def _text(rest: str) -> str:
    """Return what follows a date; the time of a day that a program wrote begins the text."""
    time = TIME.fullmatch(rest) if rest.startswith("T") else None
    return _join(time[1], time[2]) if time else rest.lstrip(STOPS + FULL_STOPS)


def _join(*texts: str) -> str:
    return ", ".join(filter(None, (text.lstrip(STOPS).rstrip() for text in texts)))


def _event_cure(day: str, rest: str) -> str:
    """Use the event word that stands behind a colon, another sign or a time, if there is one."""
    if on := ON_A.match(rest):
        rest = f" {rest[on.end() :]}"
    timed = TIME.fullmatch(rest)
    time, rest = (timed[1], timed[2]) if timed else ("", rest)
    word = WORD.fullmatch(rest.lstrip(STOPS).rstrip())
    if word and word[1].lower() in EVENTS:
        return f"type - {event_line(day, word[1].lower(), _join(time, word[2].lstrip(MARKS)))}"
    return f"say what happened, for example - {day} wrote: {_join(time, rest) or '…'}"


def _second_words(fault: Fault, line: str, day: str, after: str) -> tuple[str, str]:
    typed = line[fault.span.column - 1 : fault.span.end_column - 1]
    found = "none" if typed == fault.found else quoted(typed)
    message = f'expected a second date after "{fault.found}", found {found}'
    if meant := meant_date(typed):
        return message, f"type {meant}"
    line_meant = event_line(day, fault.found, after)
    if line_meant.startswith(f"{day} {fault.found} "):
        return message, f"type - {line_meant}"
    days, rest = near_days_of(day, after)
    if days:
        told = [event_line(day, f"{fault.found} {one}", rest) for one in days]
        return message, f"type - {' or - '.join(told)}"
    return message, f"type it like - {day} {fault.found} 2026-12-01"


def near_days_of(day: str, text: str) -> tuple[tuple[str, ...], str]:
    """Return the days that a text may begin with, seen from the day of its line, and its rest."""
    from site_builder.checks.near_days import day_first  # noqa: PLC0415 - seldom needed

    try:
        return day_first(text, date.fromisoformat(day), ahead=True)
    except ValueError:  # the day of the line is none
        return (), text


def _several_words(fault: Fault) -> tuple[str, str]:
    lines = [f"- {told}" for told in fault.cure.split("\n")]
    message = f"expected one event in a line, found {quoted(fault.found)}"
    return message, f"type {', and below it '.join(lines)}"


def _date_words(fault: Fault) -> tuple[str, str]:
    message = f"expected a date like 2026-06-03, found {quoted(fault.found)}"
    if meant := meant_date(fault.found):
        return message, f"type {meant}"
    if both := meant_days(fault.found):
        return message, f"type {' or '.join(both)}"
    if (short := SHORT.fullmatch(fault.found)) and (meant := meant_date(f"{short[1]}20{short[2]}")):
        return message, f"type {meant}"
    if fault.cure:
        return message, "this day is not in the calendar; write year-month-day"
    return message, "write year-month-day"
