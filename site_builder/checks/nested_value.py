"""A value of the front matter has an inner structure."""

import re
from collections.abc import Iterator
from typing import Final

from site_builder.checks.facts import Facts
from site_builder.checks.finding import Finding
from site_builder.checks.places import line_at
from site_builder.checks.wording import quoted
from site_builder.diagnostics import Severity
from site_builder.model.settings import KINDS
from site_builder.parsing.fields import CONTACT_FIELDS, INTRO_FIELDS

ID = "nested-value"
LEVEL = Severity.ERROR
SCOPE: Final = "file"

ITEM = re.compile(r"\s*(?:-\s+|(?<=\s))(?=\S)([^:{}\[\]&*'\"]+):\s+(?=\S)([^:{}\[\]&*'\"]+)")
GRADED = re.compile(r"[0-9].*")


def check(facts: Facts) -> Iterator[Finding]:
    """Report each value that is neither one text nor a flat list of texts."""
    for document, fault in facts.faults(ID):
        fields = CONTACT_FIELDS if document.kind == "contact" else INTRO_FIELDS
        example = fields[fault.key].example if fault.key in fields else "one text"
        key = fault.key or "key"
        where = f" for {quoted(fault.key)}" if fault.key else ""
        yield Finding(
            document.path,
            fault.span,
            f"expected one text or a flat list{where}, found keys or lists inside it",
            _item(fault.key, line_at(document, fault.span.line))
            or f"write it flat, for example {key}: {example}",
        )


def _item(key: str, line: str) -> str:
    """Return a line with a colon in it as the item it was meant as."""
    found = ITEM.fullmatch(line) if key in {"knows", "groups", "standing"} else None
    if found is None:
        return ""
    first, second = found[1].strip(), found[2].strip()
    if key == "groups":
        return f"type - {first}/{second}" if first in KINDS else ""
    return f"type - {first} {second}" if GRADED.fullmatch(second) else ""
