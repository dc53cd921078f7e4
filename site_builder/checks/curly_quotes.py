"""A value stands between curly quotes, which YAML takes as a part of it."""

import json

from site_builder.checks.rule import WARNING, Words, fault_rule
from site_builder.checks.wording import quoted
from site_builder.model.document import Document, Fault


@fault_rule("curly-quotes", WARNING)
def check(_document: Document, fault: Fault) -> Words:
    """Report each name, address or other short text between curly quotes."""
    message = f'expected straight quotes or none in "{fault.key}", found {quoted(fault.found)}'
    plain = not any(sign in fault.cure for sign in (": ", " #", ", ", "[", "{"))
    meant = fault.cure if plain else json.dumps(fault.cure, ensure_ascii=False)
    return message, f"type {meant}" if fault.wanted == "item" else f"type {fault.key}: {meant}"
