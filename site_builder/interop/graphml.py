"""Writes people, ties and introductions as GraphML, for networkx, Gephi, yEd and their like.

An edge of the kind `tie` leads from whoever states it to whom it is about, one of the kind `mine`
from me to whom I gave a closeness, one of the kind `intro` from the introducer to the target.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any
from xml.sax.saxutils import escape

from site_builder.interop.carried import carried
from site_builder.interop.records import Introduction, Person, Records

NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
BEGINS = b"<?xml version='1.0' encoding='utf-8'?>\n<!-- Doorstep network 1 -->\n"
"""How every export begins."""
NODE = {
    "label": "string",
    "contact": "string",
    "me": "boolean",
    "org": "string",
    "role": "string",
    "location": "string",
    "closeness": "int",
    "last_exchange": "string",
    "circles": "string",
    "tags": "string",
}
"""What is told of a person, with its type; what is not known is left out."""
EDGE = {
    "kind": "string",
    "label": "string",
    "closeness": "int",
    "hearsay": "boolean",
    "intro": "string",
    "thread": "string",
    "state": "string",
    "requester": "string",
    "first": "string",
    "last": "string",
}
NOT_IN_IDS = re.compile(
    "_(?=x)|[^-.0-9A-Z_a-z\u00b7\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u037d\u037f-\u1fff"
    "\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufefe\uff00-\uffef]"
)
"""What no XML id holds or nobody sees in one, and the `_` of `_x`, by which both are written."""
BEYOND_ASCII = re.compile("[^\x00-\x7f]")
UNSEEN = frozenset({"Cc", "Cf", "Zl", "Zp"})
"""Categories of letters that turn or hide others; they are written as numbers."""


Told = Mapping[str, Any]


def graphml(records: Records, states: Mapping[str, str]) -> bytes:
    """Return the graph's bytes: people by id, then ties, my own ties and introductions.

    `states` are those of the threads, by id.
    """
    text = BEYOND_ASCII.sub(_seen, "\n".join(_lines(records, states)))
    return BEGINS + text.encode() + b"\n"


def _lines(records: Records, states: Mapping[str, str]) -> Iterator[str]:
    yield f'<graphml xmlns="{NAMESPACE}">'
    for domain, keys in (("node", NODE), ("edge", EDGE)):
        for name, kind in keys.items():
            named = f'attr.name="{name}" attr.type="{kind}"'
            yield f' <key id="{domain}-{name}" for="{domain}" {named} />'
    if not records.contacts:
        yield ' <graph id="doorstep" edgedefault="directed" />'
    else:
        yield ' <graph id="doorstep" edgedefault="directed">'
        for person in records.contacts:
            yield f'  <node id="{xml_id(person.id)}">'
            yield from _told("node", NODE, _person(person))
            yield "  </node>"
        for number, (source, target, told) in enumerate(edges_of(records, states)):
            ends = f'source="{xml_id(source)}" target="{xml_id(target)}"'
            yield f'  <edge id="e{number}" {ends}>'
            yield from _told("edge", EDGE, told)
            yield "  </edge>"
        yield " </graph>"
    yield "</graphml>"


def edges_of(records: Records, states: Mapping[str, str]) -> Iterator[tuple[str, str, Told]]:
    """Yield source, target and what is told of every edge."""
    for tie in records.ties:
        told = {"label": tie.text, "closeness": tie.closeness, "hearsay": tie.hearsay}
        yield tie.stated_by, tie.other, {"kind": "tie", **told}
    for person in records.contacts:
        if records.me and person.closeness is not None and not person.me:
            yield records.me, person.id, {"kind": "mine", "closeness": person.closeness}
    for intro in records.intros:
        yield intro.introducer, intro.target, _introduction(intro, states)


def xml_id(name: str) -> str:
    """Return the name as an XML id (ISO 9075-14): `a b` is `a_x20_b`; two names never have one."""
    return NOT_IN_IDS.sub(lambda sign: f"_x{ord(sign[0]):X}_", name)


def _person(person: Person) -> Told:
    return {
        **{key: getattr(person, key) for key in NODE.keys() & {*person.__struct_fields__}},
        "label": person.name,
        "contact": person.id,
        "circles": "; ".join(dict.fromkeys(line.circle for line in person.groups)),
        "tags": "; ".join(person.tags),
    }


def _introduction(intro: Introduction, states: Mapping[str, str]) -> Told:
    days = [one.date for one in intro.events]
    return {
        "kind": "intro",
        "label": intro.goal,
        "intro": intro.id,
        "thread": intro.thread,
        "state": states.get(intro.thread or ""),
        "requester": intro.requester,
        "first": min(days, default=None),
        "last": max(days, default=None),
    }


def _told(domain: str, keys: Mapping[str, str], told: Told) -> Iterator[str]:
    for key in keys:
        value = told.get(key)
        if value is not None and value != "":
            text = str(value).lower() if isinstance(value, bool) else carried(str(value))
            yield f'   <data key="{domain}-{key}">{escape(text)}</data>'


def _seen(sign: re.Match[str]) -> str:
    return f"&#{ord(sign[0])};" if unicodedata.category(sign[0]) in UNSEEN else sign[0]
