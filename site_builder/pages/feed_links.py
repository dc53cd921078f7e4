"""Where the feeds are, for the pages that link to them."""

from msgspec import Struct

from site_builder.model.settings import Feeds

CALENDAR, ATOM, JSON = "calendar.ics", "feed.atom", "feed.json"


class FeedLink(Struct, frozen=True):
    """One feed of the site."""

    text: str
    href: str
    type: str


def feed_links(feeds: Feeds) -> tuple[FeedLink, ...]:
    """Return the feeds that settings have switched on."""
    calendar = (FeedLink("Calendar", CALENDAR, "text/calendar"),)
    changes = (
        FeedLink("What changed, as Atom", ATOM, "application/atom+xml"),
        FeedLink("What changed, as JSON", JSON, "application/feed+json"),
    )
    return (calendar if feeds.calendar else ()) + (changes if feeds.changes else ())
