"""Items of a list that YAML folds into one text: a dash in the wrong column, or none at all."""

import re
from collections.abc import Sequence

from site_builder.model.document import Fault
from site_builder.parsing.front_matter import Entry, Scalar
from site_builder.source import Span

WANTED = "one item in each line"
DASHED = re.compile(r"[-–—•*·‣▪]\s+(?=\S)")
"""How a line begins that was meant as an item."""
PLAIN = re.compile(r"[\w.@+][^,:#\[\]{}\"']*")
"""What needs no quotes in a list in brackets."""
LINKED = re.compile(r"\[\[[^\[\]\"]+\]\][^,\[\]{}\"]*")

Row = tuple[int, int, str]
"""A line with its number, the column of its text, and the text."""


def folded_items(entry: Entry, value: Scalar) -> Fault | None:
    """Return the fault of lines that were meant as items: they begin so, or stand below a key.

    A long item may go on in the next line, as one that stands beside its key may.
    """
    head = value.lines[0][value.span.column - 1 :].strip()
    block = head.startswith(("|", ">"))
    rows = list(_rows(value, block=block))
    dashed = [row for row in rows[1:] if DASHED.match(row[2])]
    below = not entry.listed and (block or value.span.line > entry.key_span.line)
    if head.startswith(("'", '"')) or not (dashed or (below and len(rows) > 1)):
        return None
    line, column, text = dashed[0] if dashed else rows[1]
    place = Span(line, column, line, column + len(text))
    cure = _as_list(_items(rows, dashed=bool(dashed)))
    return Fault("invalid-value", place, entry.key, text, WANTED, cure)


def _rows(value: Scalar, *, block: bool) -> Sequence[Row]:
    start = value.span.column - 1
    rows = [] if block else [(value.span.line, start + 1, value.lines[0][start:].strip())]
    for number, line in enumerate(value.lines[1:], value.span.line + 1):
        text = line.strip()
        if text:
            rows.append((number, line.index(text) + 1, text))
    return rows


def _items(rows: Sequence[Row], *, dashed: bool) -> Sequence[str]:
    """Return what each item says; where some have a dash, a line without one goes on."""
    items: list[str] = []
    for _, _, text in rows:
        if items and dashed and not DASHED.match(text):
            items[-1] = f"{items[-1]} {text}"
        else:
            items.append(DASHED.sub("", text, count=1))
    return items


def _as_list(items: Sequence[str]) -> str:
    """Return the items in brackets, empty where they cannot stand there as they are."""
    if not all(PLAIN.fullmatch(item) or LINKED.fullmatch(item) for item in items):
        return ""
    each = (f'"{item}"' if item.startswith("[") else item for item in items)
    return f"[{', '.join(each)}]"
