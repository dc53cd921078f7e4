"""What an event that was just logged makes of its thread."""

from pathlib import Path

from site_builder.app.run import Run
from site_builder.compiler import Analysis
from site_builder.editing.broken_off import FOLDER, REPLACED
from site_builder.editing.log_event import Tidied
from site_builder.editing.replaced import Settled
from site_builder.insights.insight import Door

MADE = "{}: an edit that was interrupted is made; look at the log before you repeat it"
UNMADE = "{}: an edit that was interrupted was undone"
MOVE_MADE = "the renaming of {} to {} that was interrupted is made"
MOVE_UNMADE = "the renaming of {} to {} that was interrupted was undone"
KEPT = "{} was saved by somebody since, and stays as it was saved; `build check` looks it through"
LATE = "{}: a save by somebody else did not reach it during an edit; that text is in {}"


def door_of(analysis: Analysis, path: str) -> Door | None:
    """Return the door of my thread that an introduction belongs to; none for a favour or draft."""
    for door in analysis.insights.doors:
        if any(spoke.intro.path == path for spoke in door.thread.spokes):
            return door
    return None


def left_by_others(run: Run, tidied: Tidied) -> list[str]:
    """Return what to say of edits that were broken off, and of saves that came too late."""
    said = []
    for move in tidied.moves:
        words = MOVE_MADE if move.end is Settled.MADE else MOVE_UNMADE
        said += [words.format(move.path, move.new_path), *map(KEPT.format, move.kept)]
    said += [(MADE if end is Settled.MADE else UNMADE).format(path) for path, end in tidied.settled]
    place = Path(FOLDER, REPLACED)
    return said + [LATE.format(path, run.root / place / text.name) for path, text in tidied.late]
