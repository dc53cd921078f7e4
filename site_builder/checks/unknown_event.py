"""A log line names an event that does not exist."""

import re

from site_builder.checks.invalid_log_line import near_days_of
from site_builder.checks.places import line_at
from site_builder.checks.rule import ERROR, Words, fault_rule
from site_builder.checks.wording import quoted
from site_builder.insights.words import listing
from site_builder.model.document import Document, Fault
from site_builder.model.intro import EVENTS
from site_builder.parsing.log_lines import AROUND
from site_builder.parsing.log_wording import STOPS, event_line
from site_builder.parsing.log_words import OR
from site_builder.parsing.meant_dates import meant_date

ROW = re.compile(r"\s*[-*+]\s+([0-9]{4}-[0-9]{2}-[0-9]{2})\s+(.*)")
ANEW = {
    **dict.fromkeys(("rescheduled", "moved", "verlegt", "déplacé"), ("scheduled",)),
    **dict.fromkeys(("postponed", "verschoben", "reporté"), ("scheduled", "paused")),
}
"""Words for another day: of a meeting, or, where there was none, to be asked again."""
FROM = r"(?:from|vom|von|du|de)\s+"
TO = re.compile(
    rf"(?:{FROM}(?:\S+\s+){{1,3}}?)?(?:to|for|on|until|auf(?:\s+den)?|am|zum|den|au|le)\s+(?=\S)",
    re.IGNORECASE,
)
"""What stands before the new day, the old one included."""


@fault_rule("unknown-event", ERROR)
def check(document: Document, fault: Fault) -> Words:
    """Report each unknown event word of an intro's log."""
    line = line_at(document, fault.span.line)
    return f"no event is called {quoted(fault.found)}", _anew(line, fault.found) or _cure(fault)


def _cure(fault: Fault) -> str:
    meant = listing([f'"{word}"' for word in fault.cure.split(OR)], "or")
    return f"did you mean {meant}?" if fault.cure else f"type one of {', '.join(EVENTS)}"


def _anew(line: str, word: str) -> str:
    """Return the line to type for a day that was set anew, if the line names one alone."""
    row, events = ROW.fullmatch(line), ANEW.get(word.strip(AROUND).lower(), ())
    if row is None or not events:
        return ""
    day, text = row[1], row[2].removeprefix(word).lstrip(STOPS)
    text = text[to.end() :] if (to := TO.match(text)) else text
    if re.match(FROM, text, re.IGNORECASE):
        return ""  # the old day alone
    first, _, behind = text.partition(" ")
    if meant := meant_date(first.rstrip(STOPS)):
        text = f"{meant} {behind}"
    lines = [event_line(day, event, text) for event in events]
    if not lines[0].startswith(f"{day} {events[0]} "):
        days, rest = near_days_of(day, text)
        lines = [event_line(day, f"{event} {one}", rest) for event in events for one in days]
    return f"type - {' or - '.join(lines)}" if lines else ""
