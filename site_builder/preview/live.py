"""What is served now, swapped at once; whoever waits for the next build is told."""

import threading
from collections import deque

from msgspec import Struct

from site_builder.preview.event import EVERYTHING
from site_builder.preview.shown import Built, Shown, next_shown

FIRST_BUILD = 120.0
"""Seconds that a page waits for the first build, if there are not too many who wait."""
MOST_WAITING = 24
REMEMBERED = 100
"""Builds whose changes are remembered for pages that were asleep."""


class Since(Struct, frozen=True):
    """The build that a page was made by: of which server, and its number there."""

    session: str
    number: int


class Live:
    """The state of the preview, shared by the builder and all connections."""

    def __init__(self, session: str) -> None:
        """Begin with nothing built; `session` tells this server from an earlier one."""
        self.session = session
        self._turned = threading.Condition()
        self._shown = Shown()
        self._history: deque[tuple[int, tuple[str, ...]]] = deque(maxlen=REMEMBERED)
        """What each build changed, by its number, and nothing of what it made."""
        self._waiting = threading.BoundedSemaphore(MOST_WAITING)
        self._closed = False
        self._roused = 0
        """How often all streams had to show that their pages are there."""

    @property
    def shown(self) -> Shown:
        """What is served now."""
        return self._shown

    @property
    def closed(self) -> bool:
        """Whether the preview has ended."""
        return self._closed

    def show(self, built: Built) -> Shown:
        """Serve what was built, from one request to the next."""
        shown = next_shown(self._shown, built)
        with self._turned:
            self._shown = shown
            self._history.append((shown.number, shown.changed))
            self._turned.notify_all()
        return shown

    def close(self) -> None:
        """Let everybody go who waits."""
        with self._turned:
            self._closed = True
            self._turned.notify_all()

    def rouse(self) -> None:
        """Have every stream write now: that of a page which is gone ends by it."""
        with self._turned:
            self._roused += 1
            self._turned.notify_all()

    def wait_beyond(self, number: int, timeout: float) -> Shown:
        """Return what is served once a later build is, or all are roused, or after the timeout."""
        with self._turned:
            before = self._roused
            self._turned.wait_for(
                lambda: self._closed or self._shown.number > number or self._roused != before,
                timeout,
            )
            return self._shown

    def first(self) -> Shown:
        """Return what is served, after waiting for the first build if there was none yet."""
        if self._shown.number or not self._waiting.acquire(blocking=False):
            return self._shown
        try:
            with self._turned:
                self._turned.wait_for(lambda: self._closed or self._shown.number, FIRST_BUILD)
                return self._shown
        finally:
            self._waiting.release()

    def changed_since(self, since: Since, shown: Shown) -> frozenset[str]:
        """Return the addresses that changed from the page's build to this one."""
        if since == Since(self.session, shown.number):
            return frozenset()
        with self._turned:
            later = [new for at, new in self._history if since.number < at <= shown.number]
        if since.session != self.session or len(later) != shown.number - since.number:
            return frozenset({EVERYTHING})
        return frozenset(address for changed in later for address in changed)
