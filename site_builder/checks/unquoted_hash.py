"""Text after a blank and # is not read, because YAML takes it as a comment."""

from collections.abc import Iterator
from typing import Final

from site_builder.checks.facts import Facts
from site_builder.checks.finding import Finding
from site_builder.checks.places import line_at
from site_builder.checks.wording import quoted
from site_builder.diagnostics import Severity
from site_builder.model.document import Document, Fault

ID = "unquoted-hash"
LEVEL = Severity.WARNING
SCOPE: Final = "file"


def check(facts: Facts) -> Iterator[Finding]:
    """Report each value that ends before a `#` without a blank after it."""
    for document, fault in facts.faults(ID):
        ends = "is empty" if fault.wanted.startswith("empty") else "ends here"
        yield Finding(
            document.path,
            fault.span,
            f'the value of "{fault.key}" {ends}: YAML takes {quoted(fault.found)} as a comment',
            _cure(document, fault),
        )


def _cure(document: Document, fault: Fault) -> str:
    lead = "-" if fault.wanted.endswith("item") else f"{fault.key}:"
    if fault.key == "tags":
        tags = [tag for tag in fault.found.replace("#", " ").replace(",", " ").split() if tag]
        alone = len(tags) == 1 and lead == "-"
        if fault.wanted.startswith("empty"):
            return f"type {lead} {tags[0]}" if alone else f"type tags: [{', '.join(tags)}]"
        return "type each tag without its #, as in tags: [platform, nordics]"
    line = line_at(document, fault.span.line)
    value = line.partition(lead)[2].strip()
    if not value or '"' in value or "\\" in value:
        return "put the whole value in quotes, or a blank after the # of a comment"
    return f'type {lead} "{value}", or a blank after the # of a comment'
