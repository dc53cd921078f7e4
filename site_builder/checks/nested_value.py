"""A value of the front matter has an inner structure."""

import re

from site_builder.checks.places import line_at
from site_builder.checks.rule import ERROR, Words, fault_rule
from site_builder.checks.wording import quoted
from site_builder.model.document import Document, Fault
from site_builder.model.settings import KINDS
from site_builder.parsing.fields import FIELDS

ITEM = re.compile(r"\s*(?:-\s+|(?<=\s))(?=\S)([^:{}\[\]&*'\"]+):\s+(?=\S)([^:{}\[\]&*'\"]+)")
PLAIN = frozenset({"email", "url"})
"""Lists of what needs no word before it, as in `work: tara@northwind.example`."""
ITEMS = frozenset({"knows", "groups", "standing", "ignore"}) | PLAIN
GRADED = re.compile(r"[0-9].*")


@fault_rule("nested-value", ERROR)
def check(document: Document, fault: Fault) -> Words:
    """Report each value that is neither one text nor a flat list of texts."""
    fields = FIELDS[document.kind]
    example = fields[fault.key].example if fault.key in fields else "one text"
    key = fault.key or "key"
    where = f" for {quoted(fault.key)}" if fault.key else ""
    return (
        f"expected one text or a flat list{where}, found keys or lists inside it",
        _flat(document, fault) or f"write it flat, for example {key}: {example}",
    )


def _flat(document: Document, fault: Fault) -> str:
    """Return the item that a line with a colon was meant as, or the list of several lines."""
    number = fault.span.line
    line = line_at(document, number)
    indent = line[: len(line) - len(line.lstrip())]
    items = [_item(fault.key, line)]
    while items[-1] and not line.lstrip().startswith("-"):
        line = line_at(document, number := number + 1)
        if not line.startswith(indent) or not line.strip() or line == "---":
            break
        items.append(_item(fault.key, line))
    if not all(items):
        return ""
    return f"type - {items[0]}" if len(items) == 1 else f"type {fault.key}: [{', '.join(items)}]"


def _item(key: str, line: str) -> str:
    """Return the text of a line with a colon in it, without the colon."""
    found = ITEM.fullmatch(line) if key in ITEMS else None
    if found is None:
        return ""
    first, second = found[1].strip(), found[2].strip()
    if key in PLAIN:
        return second
    if key == "groups" and "/" not in first:
        return f"{first}/{second}" if first in KINDS else ""
    return f"{first} {second}" if key == "ignore" or GRADED.fullmatch(second) else ""
