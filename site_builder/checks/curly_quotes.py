"""A value stands between curly quotes, which YAML takes as a part of it."""

import json
from collections.abc import Iterator
from typing import Final

from site_builder.checks.facts import Facts
from site_builder.checks.finding import Finding
from site_builder.checks.wording import quoted
from site_builder.diagnostics import Severity

ID = "curly-quotes"
LEVEL = Severity.WARNING
SCOPE: Final = "file"


def check(facts: Facts) -> Iterator[Finding]:
    """Report each name, address or other short text between curly quotes."""
    for document, fault in facts.faults(ID):
        message = f'expected straight quotes or none in "{fault.key}", found {quoted(fault.found)}'
        plain = not any(sign in fault.cure for sign in (": ", " #", ", ", "[", "{"))
        meant = fault.cure if plain else json.dumps(fault.cure, ensure_ascii=False)
        cure = f"type {meant}" if fault.wanted == "item" else f"type {fault.key}: {meant}"
        yield Finding(document.path, fault.span, message, cure)
