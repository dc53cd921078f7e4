"""The feeds that settings have switched on: Atom (RFC 4287), JSON Feed 1.1 and the calendar."""

import json
import re
from datetime import date
from xml.etree import ElementTree as ET  # only written, never read

from site_builder import __version__
from site_builder.insights.insight import Insights
from site_builder.pages.feeds import ATOM, CALENDAR, JSON, Change, Changes, changes_of, days_ahead
from site_builder.tables import Tables

NAMESPACE = "http://www.w3.org/2005/Atom"
NOT_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that XML 1.0 cannot carry, not even escaped."""
JSON_FEED = "https://jsonfeed.org/version/1.1"


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
        _atom_entry(feed, change)
    ET.indent(feed, " ")
    return bytes(ET.tostring(feed, encoding="utf-8", xml_declaration=True)) + b"\n"


def carried(text: str) -> str:
    """Return the text with a mark for every sign that no feed can carry."""
    return NOT_XML.sub("\ufffd", text)


def midnight(when: date) -> str:
    """Return a day as the time that feeds ask for (RFC 3339)."""
    return f"{when.isoformat()}T00:00:00Z"


def _atom_entry(feed: ET.Element, change: Change) -> None:
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


def feed_json(changes: Changes) -> bytes:
    """Return the feed's bytes."""
    home = {"home_page_url": changes.home, "feed_url": f"{changes.home}{JSON}"}
    feed = {
        "version": JSON_FEED,
        "title": changes.title,
        **(home if changes.home else {}),
        "language": changes.language,
        "authors": [{"name": changes.author}],
        "items": [_json_item(change) for change in changes.entries],
    }
    return f"{json.dumps(feed, ensure_ascii=False, indent=1)}\n".encode("utf-8", "replace")


def _json_item(change: Change) -> dict[str, object]:
    return {
        "id": f"urn:uuid:{change.id}",
        **({"url": change.url} if change.url else {}),
        "title": change.title,
        "content_text": change.text or change.title,
        "date_published": midnight(change.date),
        "tags": [change.kind],
    }


def feed_files(insights: Insights, memo: Tables) -> dict[str, bytes]:
    """Return the bytes of every feed by address; none unless settings ask for it."""
    settings = insights.vault.settings
    files: dict[str, bytes] = {}
    if settings.feeds.calendar:
        files[CALENDAR] = calendar_of(insights, memo)
    if settings.feeds.changes:
        changes = changes_of(insights)
        files |= {ATOM: feed_atom(changes), JSON: feed_json(changes)}
    return files


def calendar_of(insights: Insights, memo: Tables) -> bytes:
    """Return the bytes of the calendar, whether or not settings ask for it."""
    from site_builder.rendering.calendar_ics import calendar_ics  # noqa: PLC0415 - 0.1 s

    days, title = days_ahead(insights, memo), carried(insights.vault.settings.title)
    return calendar_ics(days, title=title, version=__version__, memo=memo)
