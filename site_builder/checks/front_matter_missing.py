"""A file does not begin with front matter between two `---` lines."""

from collections.abc import Iterator
from typing import Final

from site_builder.checks.facts import Facts
from site_builder.checks.finding import Finding
from site_builder.checks.wording import quoted
from site_builder.diagnostics import Severity
from site_builder.model.document import Document, Fault

ID = "front-matter-missing"
LEVEL = Severity.ERROR
SCOPE: Final = "file"

KEYS = {"contact": "name: …", "intro": "target: … and introducer: …"}


def check(facts: Facts) -> Iterator[Finding]:
    """Report a missing first or second `---`."""
    for document, fault in facts.faults(ID):
        message, cure = _words(document, fault)
        yield Finding(document.path, fault.span, message, cure)


def _words(document: Document, fault: Fault) -> tuple[str, str]:
    if fault.wanted == "end" or document.text == "---":
        return (
            'expected a second "---" line that ends the front matter, found none',
            'type --- on a line of its own below the last "key: value" line',
        )
    if fault.found and not document.text:
        return (
            f'expected "---" as line 1, found {fault.found}',
            "save the file as UTF-8 without a byte order mark and with ordinary line ends",
        )
    if fault.found.strip() == "---":
        behind = fault.found.startswith("---")
        side, end = ("after", "end") if behind else ("before", "start")
        return (
            f'expected exactly "---" as line 1, found blanks {side} it',
            f"delete the blanks at the {end} of line 1",
        )
    if document.text.strip().startswith("---\n"):
        return (
            'expected "---" as line 1, found an empty line',
            "delete all empty lines above ---",
        )
    empty = "an empty line" if document.text else "an empty file"
    found = quoted(fault.found) if fault.found.strip() else empty
    return (
        f'expected "---" as line 1, found {found}',
        f"begin the file with ---, then {KEYS[document.kind]}, then --- again",
    )
