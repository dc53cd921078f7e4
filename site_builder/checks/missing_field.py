"""A key that every file of its kind needs is missing or empty."""

import re

from site_builder.checks.facts import Facts
from site_builder.checks.rule import ERROR, Finding, Findings, rule
from site_builder.checks.wording import quoted
from site_builder.model.document import Document, Fault
from site_builder.parsing.fields import FIELDS
from site_builder.source import FILE_START

PLAIN = re.compile(r"[\w][\w .'-]{0,58}")
"""What needs no quotes in YAML."""

OWNERS = {"contact": "a contact", "intro": "an intro"}
NEEDED = {
    kind: tuple(key for key, known in fields.items() if known.required)
    for kind, fields in FIELDS.items()
}
"""The keys that a kind of file cannot be without."""


@rule("missing-field", ERROR, "file")
def check(facts: Facts) -> Findings:
    """Report each required key without a value."""
    strays: set[str] = set()
    for document, fault in facts.faults("missing-field"):
        if stray := _stray(document):
            if document.path not in strays:
                strays.add(document.path)
                yield stray
            continue
        found = "none" if fault.span == FILE_START else "it empty"
        span, typed = fault.span, ""
        for other in document.faults:
            if other.check == "unknown-key" and other.cure == fault.key:
                span, found = other.span, quoted(other.found)
                typed = _value(document, other.found)
        yield Finding(
            document.path,
            span,
            f'{OWNERS[document.kind]} needs the key "{fault.key}", found {found}',
            f"type {fault.key}: {typed}"
            if typed
            else f"type a line such as {fault.key}: {_example(document, fault)}",
        )


def _value(document: Document, key: str) -> str:
    """Return the one value of a mistyped key, if it can stand behind the right one as it is."""
    more = dict(document.record.more if document.record else ())
    values = more.get(key, ())
    return values[0] if len(values) == 1 and PLAIN.fullmatch(values[0]) else ""


def _example(document: Document, fault: Fault) -> str:
    """Return a value for the key: for a name, what the file is called."""
    words = " ".join(document.id.replace("_", "-").split("-")).split()
    plain = fault.key == "name" and words and all(map(str.isalpha, words))
    return " ".join(map(str.capitalize, words)) if plain else fault.cure


def _stray(document: Document) -> Finding | None:
    """Tell a file that has the needed keys of the other kind, and none of its own."""
    other = "intro" if document.kind == "contact" else "contact"
    record, needed = document.record, NEEDED[other]
    if record is None or any(key in record.spans for key in NEEDED[document.kind]):
        return None
    if not all(key in record.spans for key in needed):
        return None
    keys = " and ".join(map(quoted, needed))
    message = f"expected {OWNERS[document.kind]} in this folder, found {OWNERS[other]} with {keys}"
    return Finding(document.path, record.at(needed[0]), message, f"move it to {other}s/")
