"""The field table as JSON Schema, for editors that complete and check front matter."""

import json
from collections.abc import Mapping
from typing import Any

from site_builder.parsing.fields import FIELDS, Field

DRAFT = "https://json-schema.org/draft/2020-12/schema"
TEXT = {"type": ["string", "number", "boolean"]}
"""A text may look like a number to YAML; this program reads it as the text that was typed."""
BARE = ("boolean", "integer")
"""Types whose examples are no texts; the field table has them as they are typed."""


def front_matter_schema(kind: str | None = None) -> dict[str, Any]:
    """Return the schema of one kind of file, or of both under `$defs`."""
    if kind is not None:
        return {"$schema": DRAFT, "title": f"Doorstep {kind}", **_table(FIELDS[kind])}
    return {
        "$schema": DRAFT,
        "title": "Doorstep front matter",
        "$defs": {name: _table(fields) for name, fields in FIELDS.items()},
        "anyOf": [{"$ref": f"#/$defs/{name}"} for name in FIELDS],
    }


def _table(fields: Mapping[str, Field]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": {known.key: _field(known) for known in fields.values()},
        "required": [known.key for known in fields.values() if known.required],
        "additionalProperties": True,
    }


def _field(known: Field) -> dict[str, Any]:
    schema = known.reader.schema
    one = TEXT if schema == {"type": "string"} else schema
    described = {"description": f"{known.meaning} ({known.reader.wanted})"}
    if not known.many:
        bare = one.get("type") in BARE
        example = json.loads(known.example) if bare else known.example
        return {**described, **one, "examples": [example]}
    return {**described, "anyOf": [one, {"type": "array", "items": one}]}
