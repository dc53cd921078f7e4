"""Keeps the system's watches where the folders are, whatever happens to them."""

import logging
import warnings
from pathlib import Path
from typing import TYPE_CHECKING

from watchdog.observers import Observer

from site_builder.watch.file_events import COUNTED, FileEvents
from site_builder.watch.places import Places

if TYPE_CHECKING:
    from watchdog.observers.api import BaseObserver, ObservedWatch

Identity = tuple[int, int]

logging.getLogger("watchdog").addHandler(logging.NullHandler())
"""An overflow of the queue is no news: the next look finds what the lost events meant."""


class Watches:
    """Watches on all places that exist; call `settle` often, as folders come and go."""

    def __init__(self, places: Places, events: FileEvents) -> None:
        """Begin to watch; raises `OSError` where the system's limit is reached."""
        # Of a folder made inside a new one watchdog may hear twice, and says so; it does no harm.
        warnings.filterwarnings("ignore", category=RuntimeWarning, module=r"watchdog\.")
        self._places = places
        self._events = events
        self._observer: BaseObserver = Observer()
        self._set: dict[Path, tuple[Identity, ObservedWatch]] = {}
        self._observer.start()
        try:
            self.settle()
        except OSError:
            self.stop()
            raise

    def settle(self) -> bool:
        """Watch folders that are new or another than before; tell whether there were any.

        The shallow ones come last: watchdog keeps silent about a limit reached below a deep
        folder, but not about one that it meets at the folder it is asked for.
        """
        wanted = dict.fromkeys(self._places.deep, True) | dict.fromkeys(self._places.shallow, False)
        alive = {emitter.watch for emitter in self._observer.emitters if emitter.is_alive()}
        moved = [path for path in wanted if self._identity(path) != self._known(path, alive)]
        for path in moved:
            if (old := self._set.pop(path, None)) is not None:
                self._observer.unschedule(old[1])
            if (identity := self._identity(path)) is None:
                continue
            try:
                watch = self._schedule(path, deep=wanted[path])
            except (FileNotFoundError, NotADirectoryError):
                continue  # it went just now; if it comes again, it is watched then
            self._set[path] = (identity, watch)
        return bool(moved)

    def stop(self) -> None:
        """End all watches."""
        self._observer.stop()
        self._observer.join()

    def _schedule(self, path: Path, *, deep: bool) -> "ObservedWatch":
        return self._observer.schedule(
            self._events, str(path), recursive=deep, event_filter=list(COUNTED)
        )

    def _known(self, path: Path, alive: "set[ObservedWatch]") -> Identity | None:
        """Return which folder is watched under this name; a removed one's watch has died."""
        identity, watch = self._set.get(path, (None, None))
        return identity if watch in alive else None

    @staticmethod
    def _identity(path: Path) -> Identity | None:
        """Return what tells this folder from another of its name; links are no folders here."""
        try:
            status = path.lstat()
        except OSError:
            return None
        return (status.st_dev, status.st_ino) if path.is_dir() and not path.is_symlink() else None
