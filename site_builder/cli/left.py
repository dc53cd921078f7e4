"""What a command that edits says of earlier edits, before its own."""

import sys
import time
from functools import partial

from site_builder.app.event_logged import left_by_others
from site_builder.app.run import Run
from site_builder.cli.streams import put
from site_builder.editing.log_event import Tidied, settle_first
from site_builder.reporting.safe_text import visible


def put_left(run: Run, tidied: Tidied) -> None:
    """Say on stderr which edits were broken off, and which saves came too late."""
    for line in left_by_others(run, tidied):
        put(f"note: {visible(line)}", sys.stderr)


def settle_left(run: Run) -> None:
    """Settle a renaming that was broken off, so that the vault is read as a whole; say how."""
    settle_first(run.root, now=time.time(), tell=partial(put_left, run))
