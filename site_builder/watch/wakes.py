"""`Wakes.wait` returns when something may have changed, or when the time given is over."""

import threading
from collections.abc import Callable

from msgspec import Struct

from site_builder.watch.burst import QUIET, Burst
from site_builder.watch.file_events import FileEvents
from site_builder.watch.observer import Watches
from site_builder.watch.places import Places

Clock = Callable[[], float]
"""Seconds that only go forward."""


class Wake(Struct, frozen=True):
    """Why the wait is over."""

    events: bool = False
    """False: nothing happened that we know of; look all the same."""
    named: frozenset[str] | None = None
    """The files that events named; None: look everywhere."""


IDLE = Wake()


class Wakes:
    """Collects events until they pause. Without watches it is a plain timer: polling."""

    def __init__(self, clock: Clock, busy: Callable[[], bool] = lambda: False) -> None:
        """Begin as a plain timer; `busy` tells that more changes are known to come."""
        self._clock = clock
        self._busy = busy
        self._changed = threading.Condition()
        self._burst = Burst()
        self._watches: Watches | None = None
        self.failure = ""
        """Why there are no watches, if there were to be some."""

    @property
    def polling(self) -> bool:
        """Whether only the time wakes us."""
        return self._watches is None

    def watch(self, places: Places) -> None:
        """Let file events wake us, if the system can."""
        try:
            self._watches = Watches(places, FileEvents(places.judge, self.note, self.everywhere))
        except OSError as error:
            self._fail(error)

    def wait(self, timeout: float) -> Wake:
        """Return after the next burst of events, or after `timeout` seconds without one."""
        if (moved := self._settle()) is not None:
            return moved
        with self._changed:
            if not self._changed.wait_for(lambda: self._burst.begun, timeout):
                return IDLE
            while (left := self._left()) > 0:
                self._changed.wait(left)
            burst, self._burst = self._burst, Burst()
        return Wake(events=True, named=burst.named)

    def note(self, path: str, whole: bool) -> None:  # noqa: FBT001 - called by watchdog's thread
        """Take in an event about a file."""
        with self._changed:
            self._add(lambda now: self._burst.note(path, now, whole=whole))

    def everywhere(self) -> None:
        """Take in an event about a whole folder."""
        with self._changed:
            self._add(self._burst.note_everywhere)

    def _add(self, note: Callable[[float], None]) -> None:
        """Add to the burst; disturb who waits only if that makes the end come sooner."""
        before = self._burst.due() if self._burst.begun else None
        note(self._clock())
        if before is None or self._burst.due() < before:
            self._changed.notify()

    def stop(self) -> None:
        """End all watches."""
        if self._watches is not None:
            self._watches.stop()
            self._watches = None

    def _settle(self) -> Wake | None:
        """Put watches on new folders; what happened before they were there needs a look."""
        try:
            moved = self._watches is not None and self._watches.settle()
        except OSError as error:
            self._fail(error)
            moved = True
        return Wake(events=True) if moved else None

    def _fail(self, error: OSError) -> None:
        """Go on as a plain timer."""
        self.failure = error.strerror or str(error)
        self.stop()

    def _left(self) -> float:
        """Return the seconds to the end of the burst; while busy, ask again every now and then."""
        now = self._clock()
        hold = self._busy()
        left = self._burst.due(hold=hold) - now
        return min(left, QUIET) if hold else left
