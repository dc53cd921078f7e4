"""The live stream of one page: the state at once, then every build, and a sign of life between."""

from collections.abc import Callable

from site_builder.preview.event import events_of
from site_builder.preview.live import Live, Since

HEARTBEAT = 10.0
"""Seconds; the write that fails tells us that a page is gone."""
ALIVE = b": alive\n\n"


def stream(live: Live, since: Since | None, send: Callable[[bytes], None]) -> None:
    """Send events until the preview ends; `send` raises `OSError` when the page is gone."""
    shown = live.shown
    if since is None:
        since = Since(live.session, shown.number)
    send(ALIVE)
    told = -1
    while not live.closed:
        if shown.number != told:
            events = events_of(shown, live.changed_since(since, shown))
            send(b"".join(event.text for event in events))
            told = shown.number
            since = Since(live.session, told)
        elif told >= 0:
            send(ALIVE)
        shown = live.wait_beyond(told, HEARTBEAT)
