"""A file does not begin with front matter between two `---` lines."""

from site_builder.checks.rule import ERROR, Words, fault_rule
from site_builder.checks.wording import quoted
from site_builder.model.document import Document, Fault

KEYS = {"contact": "name: …", "intro": "target: … and introducer: …"}


@fault_rule("front-matter-missing", ERROR)
def check(document: Document, fault: Fault) -> Words:
    """Report a missing first or second `---`."""
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
