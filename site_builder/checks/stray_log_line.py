"""A line was meant for the log and is not in it, so the event is not counted."""

from site_builder.checks.rule import WARNING, Words, fault_rule
from site_builder.checks.wording import and_more, quoted
from site_builder.model.document import Document, Fault


@fault_rule("stray-log-line", WARNING)
def check(document: Document, fault: Fault) -> Words:
    """Report the first such heading or line of a file."""
    found = quoted(fault.found)
    if fault.key == "heading":
        return f'expected the heading "## Log", found {found}', "type ## Log"
    found = f"{found}{and_more(fault.wanted)}"
    if fault.key == "text":
        return f"expected {found} in a line of its own", f"type below it - {fault.found}"
    if not fault.cure:
        cure = f"type - {fault.found} in the section headed ## Log"
        return f'expected {found} as a list item below "## Log"', cure
    example = document.kind == "intro" and fault.key == "dated"
    say = "say what happened, for example" if example else "type"
    say = "if it has happened, type" if fault.key == "plan" else say
    say = "begin it in column 1:" if fault.found == f"- {fault.cure}" else say
    message = f'expected a line that begins with "- " and its date, found {found}'
    return message, f"{say} - {fault.cure}"
