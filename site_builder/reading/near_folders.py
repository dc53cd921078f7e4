"""Finds folders of notes that nobody reads, as their name is only almost `contacts` or `intros`."""

import os
from pathlib import Path

from site_builder.did_you_mean import did_you_mean
from site_builder.reading.folder_read import is_markdown
from site_builder.reading.folder_walk import walk
from site_builder.reading.names_skip import is_skipped, is_utf8
from site_builder.reading.theme_files import TEMPLATES, THEMES
from site_builder.reading.vault_root import VAULT_FOLDERS, is_site

KNOWN = {*VAULT_FOLDERS, TEMPLATES, THEMES, "attachments"}
"""What has a meaning of its own."""


def near_folders(root: Path) -> tuple[str, ...]:
    """Return a sentence for each folder that was probably meant to be one that is missing."""
    missing = [name for name in VAULT_FOLDERS if not os.path.lexists(root / name)]
    if not missing:
        return ()
    found = []
    for name in _others(root):
        near = did_you_mean(name, missing)
        if near and any(not one.why_not for one in walk(os.path.realpath(root), name, is_markdown)):
            cure = f"rename {name}/ if that was meant, its notes are not read"
            found.append(f"there is no {near}/: {cure}")
    return tuple(found)


def _others(root: Path) -> list[str]:
    """Return the folders of a vault that have no meaning to this program."""
    try:
        with os.scandir(root) as entries:
            names = [entry.name for entry in entries if entry.is_dir(follow_symlinks=False)]
    except OSError:  # whoever reads the vault says so
        return []
    strange = (name for name in names if name not in KNOWN and is_utf8(name))
    return sorted(name for name in strange if not is_skipped(name) and not is_site(root / name))
