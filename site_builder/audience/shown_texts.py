"""The running text of a record: what people wrote, without names and addresses of its own."""

import re
from collections.abc import Iterator
from html import unescape

from msgspec import Struct

from site_builder.audience.allowed_keys import Record
from site_builder.model.contact import Contact
from site_builder.model.prose import Prose
from site_builder.model.reference import Reference

ELEMENT = re.compile(r"<[^>]*>")
ATTRIBUTE = re.compile(r'="([^"]*)"')
IDENTITY = frozenset({"path", "name", "called", "aliases", "email", "phone"})
"""What a contact is known by: shown because its own file says so."""


def shown_texts(record: Record) -> Iterator[tuple[str, str]]:
    """Yield key and text of everything that pages may show of a record."""
    own = IDENTITY | {"id"} if isinstance(record, Contact) else {"path"}
    for name in record.__struct_fields__:
        if name not in own:
            for text in _texts(getattr(record, name)):
                yield name, text


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Prose):
        for piece in value.pieces:
            yield unescape(ELEMENT.sub(" ", piece))
            yield from (unescape(inside) for inside in ATTRIBUTE.findall(piece))
        yield from (link.text for link in value.links)
    elif isinstance(value, tuple):
        for one in value:
            yield from _texts(one)
    elif isinstance(value, Struct) and not isinstance(value, Reference):
        for name in value.__struct_fields__:
            yield from _texts(getattr(value, name))
