"""A log line names an event that does not exist."""

from collections.abc import Iterator
from typing import Final

from site_builder.checks.facts import Facts
from site_builder.checks.finding import Finding
from site_builder.checks.wording import quoted
from site_builder.diagnostics import Severity
from site_builder.insights.words import listing
from site_builder.model.intro import EVENTS
from site_builder.parsing.log_words import OR

ID = "unknown-event"
LEVEL = Severity.ERROR
SCOPE: Final = "file"


def check(facts: Facts) -> Iterator[Finding]:
    """Report each unknown event word of an intro's log."""
    words = ", ".join(EVENTS)
    for document, fault in facts.faults(ID):
        meant = listing([f'"{word}"' for word in fault.cure.split(OR)], "or")
        yield Finding(
            document.path,
            fault.span,
            f"no event is called {quoted(fault.found)}",
            f"did you mean {meant}?" if fault.cure else f"type one of {words}",
        )
