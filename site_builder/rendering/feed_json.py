"""Writes `feed.json` (JSON Feed 1.1)."""

import json

from site_builder.pages.feeds import JSON, Change, Changes
from site_builder.rendering.feed_atom import midnight

VERSION = "https://jsonfeed.org/version/1.1"


def feed_json(changes: Changes) -> bytes:
    """Return the feed's bytes."""
    home = {"home_page_url": changes.home, "feed_url": f"{changes.home}{JSON}"}
    feed = {
        "version": VERSION,
        "title": changes.title,
        **(home if changes.home else {}),
        "language": changes.language,
        "authors": [{"name": changes.author}],
        "items": [_item(change) for change in changes.entries],
    }
    return f"{json.dumps(feed, ensure_ascii=False, indent=1)}\n".encode("utf-8", "replace")


def _item(change: Change) -> dict[str, object]:
    return {
        "id": f"urn:uuid:{change.id}",
        **({"url": change.url} if change.url else {}),
        "title": change.title,
        "content_text": change.text or change.title,
        "date_published": midnight(change.date),
        "tags": [change.kind],
    }
