"""Lists the vault's attachments by name; nothing is opened."""

import os
from pathlib import Path

from site_builder.reading.folder_read import is_any
from site_builder.reading.folder_walk import walk

ATTACHMENTS = "attachments"


def list_attachments(root: Path) -> tuple[str, ...]:
    """Return the files below `attachments/` by their path inside it, in order."""
    inside = len(ATTACHMENTS) + 1
    found = walk(os.path.realpath(root), ATTACHMENTS, is_any)
    return tuple(sorted(one.path[inside:] for one in found if not one.why_not))
