"""Clears up after runs that were killed while they wrote what is to be remembered."""

import os
import re
from contextlib import suppress
from pathlib import Path

from site_builder.app.memory import is_mine
from site_builder.writing.leftovers import is_dead

NAME = re.compile(r"(?:documents|last-build.*\.json|templates-.*\.codes)\.(\d{1,9})")
"""What `write_at_once` calls a file that is not whole yet: its name and the writer's number."""


def clear_half_written(folder: Path) -> None:
    """Remove files in a folder of the memory that nobody goes on writing."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            named = NAME.fullmatch(entry.name)
            if named and is_dead(int(named[1])) and is_mine(entry.stat(follow_symlinks=False)):
                Path(entry.path).unlink()
