"""A vault of one introduction, and events to log in it."""

import os
from datetime import date
from pathlib import Path

from site_builder.editing.log_event import log_event
from site_builder.editing.log_place import Insertion
from site_builder.editing.proof import NewEvent

SHARED = Path("/dev/shm")  # noqa: S108 - a folder of its own below it
MEMORY = SHARED if os.access(SHARED, os.W_OK | os.X_OK) else None
"""A disk in memory, where the system has one for us."""
PATH = "intros/tara-via-sam.md"
HEAD = "---\ntarget: tara\nintroducer: sam\n---\n"
LOG = f"{HEAD}\nNotes.\n\n## Log\n\n- 2026-09-01 asked\n- 2026-09-02 agreed: gladly\n"
NUDGED = NewEvent(date(2026, 11, 22), "nudged", "sent the benchmark")
ROW = "2026-11-22 nudged: sent the benchmark"
NOW = 0.0
"""So early that nothing is too old."""


def vault(root: Path, text: str | bytes = LOG) -> Path:
    """Write the introduction and return its place."""
    place = root / PATH
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(text if isinstance(text, bytes) else text.encode())
    return place


def log(root: Path, event: NewEvent = NUDGED, *, now: float = NOW) -> Insertion:
    """Log an event, whatever earlier edits left."""
    return log_event(root, PATH, event, now=now, tell=lambda _: None)
