"""The feeds that settings have switched on, as files of the site."""

from site_builder import __version__
from site_builder.insights.insight import Insights
from site_builder.pages.feeds import ATOM, CALENDAR, JSON, changes_of, days_ahead
from site_builder.rendering.feed_atom import carried, feed_atom
from site_builder.rendering.feed_json import feed_json
from site_builder.tables import Tables


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
