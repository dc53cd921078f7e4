"""Values between curly quotes: YAML knows straight ones alone, so that these are part of a name."""

from site_builder.model.document import Fault
from site_builder.parsing.fields import EMAIL, TEXT, Field
from site_builder.parsing.front_matter import Scalar

PAIRS = {"“": "”", "„": "“”", "‘": "’", "‚": "‘’", "«": "»", "»": "«", "‹": "›", "›": "‹", "”": "”"}
"""The quotes that a word processor opens with, and what may close them."""
TEXTS = (TEXT, EMAIL)
"""What is taken as it was typed; other readers refuse a quote."""
FREE = frozenset({"goal", "why", "blind"})
"""Texts that may well be a quotation."""


def curly_quotes(known: Field, value: Scalar) -> Fault | None:
    """Return the fault of a text between curly quotes, which in straight ones are meant."""
    closing = PAIRS.get(value.text[:1])
    if closing is None or value.offset != 0 or known.reader not in TEXTS or known.key in FREE:
        return None
    meant = value.text[1:-1].strip()
    if value.text[-1] not in closing or not meant or any(mark in PAIRS for mark in meant[1:-1]):
        return None
    wanted = "item" if known.many else "value"
    return Fault("curly-quotes", value.span, known.key, found=value.text, wanted=wanted, cure=meant)
