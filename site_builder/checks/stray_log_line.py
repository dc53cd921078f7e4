"""A line was meant for the log and is not in it, so the event is not counted."""

from collections.abc import Iterator
from typing import Final

from site_builder.checks.facts import Facts
from site_builder.checks.finding import Finding
from site_builder.checks.wording import and_more, quoted
from site_builder.diagnostics import Severity

ID = "stray-log-line"
LEVEL = Severity.WARNING
SCOPE: Final = "file"


def check(facts: Facts) -> Iterator[Finding]:
    """Report the first such heading or line of a file."""
    for document, fault in facts.faults(ID):
        if fault.key == "heading":
            message = f'expected the heading "## Log", found {quoted(fault.found)}'
            yield Finding(document.path, fault.span, message, "type ## Log")
            continue
        more = and_more(fault.wanted)
        if fault.key == "text":
            message = f"expected {quoted(fault.found)}{more} in a line of its own"
            yield Finding(document.path, fault.span, message, f"type below it - {fault.found}")
            continue
        if fault.cure:
            found = f"{quoted(fault.found)}{more}"
            message = f'expected a line that begins with "- " and its date, found {found}'
            example = document.kind == "intro" and fault.key == "dated"
            say = "say what happened, for example" if example else "type"
            say = "if it has happened, type" if fault.key == "plan" else say
            say = "begin it in column 1:" if fault.found == f"- {fault.cure}" else say
            yield Finding(document.path, fault.span, message, f"{say} - {fault.cure}")
            continue
        message = f'expected {quoted(fault.found)}{more} as a list item below "## Log"'
        cure = f"type - {fault.found} in the section headed ## Log"
        yield Finding(document.path, fault.span, message, cure)
