"""Writes `feed.atom` (RFC 4287)."""

import re
from datetime import date
from xml.etree import ElementTree as ET  # only written, never read

from site_builder.pages.feeds import ATOM, Change, Changes

NAMESPACE = "http://www.w3.org/2005/Atom"
NOT_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that XML 1.0 cannot carry, not even escaped."""


def feed_atom(changes: Changes) -> bytes:
    """Return the feed's bytes; days are told as midnight UTC, as records have no time of day."""
    feed = ET.Element("feed", {"xmlns": NAMESPACE, "xml:lang": changes.language})
    _add(feed, "id", f"urn:uuid:{changes.id}")
    _add(feed, "title", changes.title)
    _add(feed, "updated", midnight(changes.updated))
    _add(ET.SubElement(feed, "author"), "name", changes.author)
    if changes.home:
        ET.SubElement(feed, "link", {"rel": "self", "href": f"{changes.home}{ATOM}"})
        ET.SubElement(feed, "link", {"rel": "alternate", "href": changes.home})
    for change in changes.entries:
        _entry(feed, change)
    ET.indent(feed, " ")
    return bytes(ET.tostring(feed, encoding="utf-8", xml_declaration=True)) + b"\n"


def carried(text: str) -> str:
    """Return the text with a mark for every sign that no feed can carry."""
    return NOT_XML.sub("\ufffd", text)


def midnight(when: date) -> str:
    """Return a day as the time that feeds ask for (RFC 3339)."""
    return f"{when.isoformat()}T00:00:00Z"


def _entry(feed: ET.Element, change: Change) -> None:
    entry = ET.SubElement(feed, "entry")
    _add(entry, "id", f"urn:uuid:{change.id}")
    _add(entry, "title", change.title)
    _add(entry, "updated", midnight(change.date))
    if change.url:
        ET.SubElement(entry, "link", {"rel": "alternate", "href": change.url})
    ET.SubElement(entry, "category", {"term": change.kind})
    _add(entry, "content", change.text or change.title)


def _add(parent: ET.Element, tag: str, text: str) -> None:
    ET.SubElement(parent, tag).text = carried(text)
