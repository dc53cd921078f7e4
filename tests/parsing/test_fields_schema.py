"""The JSON Schema of the front matter says what the field table says."""

import re

import pytest

from site_builder.parsing.fields import CONTACT_FIELDS, INTRO_FIELDS, Field
from site_builder.parsing.fields_schema import front_matter_schema

KINDS = [("contact", CONTACT_FIELDS), ("intro", INTRO_FIELDS)]


@pytest.mark.parametrize(("kind", "fields"), KINDS)
def test_every_field_is_described(kind: str, fields: dict[str, Field]) -> None:
    schema = front_matter_schema(kind)
    assert list(schema["properties"]) == list(fields)
    assert schema["required"] == [known.key for known in fields.values() if known.required]
    for key, known in fields.items():
        assert known.meaning in schema["properties"][key]["description"]


def test_a_field_of_many_values_takes_one_or_a_list() -> None:
    properties = front_matter_schema("contact")["properties"]
    one, several = properties["tags"]["anyOf"]
    assert several == {"type": "array", "items": one}
    assert "anyOf" not in properties["name"]


def test_a_text_may_look_like_a_number() -> None:
    assert front_matter_schema("contact")["properties"]["org"]["type"] == [
        "string",
        "number",
        "boolean",
    ]


NAMES = {str: "string", int: "integer", bool: "boolean"}


@pytest.mark.parametrize(("kind", "fields"), KINDS)
def test_an_example_is_what_its_own_schema_allows(kind: str, fields: dict[str, Field]) -> None:
    properties = front_matter_schema(kind)["properties"]
    for key in (key for key, known in fields.items() if not known.many):
        schema, (example,) = properties[key], properties[key]["examples"]
        types = schema.get("type", "string")
        named = [types] if isinstance(types, str) else types
        assert NAMES[type(example)] in named, key
        assert example in schema.get("enum", [example]), key
        assert re.search(schema.get("pattern", ""), str(example)), key


def test_both_kinds_stand_in_one_schema() -> None:
    schema = front_matter_schema()
    assert list(schema["$defs"]) == ["contact", "intro"]
    assert schema["anyOf"] == [{"$ref": "#/$defs/contact"}, {"$ref": "#/$defs/intro"}]
    for kind, _ in KINDS:
        assert schema["$defs"][kind]["properties"] == front_matter_schema(kind)["properties"]
