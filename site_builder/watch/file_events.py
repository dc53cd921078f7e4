"""Turns the system's file events into notes; only events that mean a change of content count."""

import os
from collections.abc import Callable

from watchdog import events

from site_builder.watch.places import Judge

COUNTED: tuple[type[events.FileSystemEvent], ...] = (
    events.DirCreatedEvent,
    events.DirDeletedEvent,
    events.DirMovedEvent,
    events.FileClosedEvent,
    events.FileCreatedEvent,
    events.FileDeletedEvent,
    events.FileModifiedEvent,
    events.FileMovedEvent,
)
"""Opening, reading, and changes of times or permissions are not among them."""

Note = Callable[[str, bool], None]
"""Takes the name of a file and whether it is complete now."""
NoteEverywhere = Callable[[], None]


class FileEvents(events.FileSystemEventHandler):
    """Passes on what matters."""

    def __init__(self, judge: Judge, note: Note, note_everywhere: NoteEverywhere) -> None:
        """Judge names, then call one of the two."""
        self._judge = judge
        self._note = note
        self._note_everywhere = note_everywhere

    def dispatch(self, event: events.FileSystemEvent) -> None:
        """Take one event, in watchdog's own thread."""
        if not isinstance(event, COUNTED):
            return
        source = self._judge(os.fsdecode(event.src_path))
        target = self._judge(os.fsdecode(event.dest_path)) if event.dest_path else None
        if source is None and target is None:
            return
        if event.is_directory:
            self._note_everywhere()
            return
        if source is not None:
            self._note(source, isinstance(event, events.FileClosedEvent))
        if target is not None:
            self._note(target, True)  # noqa: FBT003 - Note has two plain parameters
