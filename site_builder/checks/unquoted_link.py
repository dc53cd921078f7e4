"""A link in double brackets stands without quotes, so YAML reads lists."""

import re

from site_builder.checks.places import line_at
from site_builder.checks.rule import HINT, Words, fault_rule
from site_builder.model.document import Document, Fault

DAY = re.compile(r"\[\[[0-9]{4}(?:-[0-9]{2}){0,2}\]\]")
"""The link to a daily note, where a date is meant."""
LINK = re.compile(r"\[\[[^\[\]]+\]\]")


@fault_rule("unquoted-link", HINT)
def check(document: Document, fault: Fault) -> Words:
    """Report each value with such a link; it is understood all the same."""
    if ("nested-value", fault.key) in {(one.check, one.key) for one in document.faults}:
        return None
    message = f'expected quotes around the link for "{fault.key}", found none'
    return message, _cure(document, fault)


def _cure(document: Document, fault: Fault) -> str:
    span, line = fault.span, line_at(document, fault.span.line)
    value = line[span.column - 1 : span.end_column - 1]
    if LINK.fullmatch(value):
        before = line[: span.column - 1].strip()
        lead = f"{before} " if before in {"-", f"{fault.key}:"} else ""
        told = value.strip("[]") if DAY.fullmatch(value) else f'"{value}"'
        return f"type {lead}{told}"
    return 'put each link in double quotes, like "[[sam-okafor]]"'
