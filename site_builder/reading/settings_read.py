"""Reads the vault's settings file, if there is one."""

import os
import stat
from pathlib import Path

from site_builder.reading.file_read import read_found
from site_builder.reading.folder_walk import Found, follow
from site_builder.reading.reasons import reason_of
from site_builder.source import Source

SETTINGS_FILE = "doorstep.toml"
LARGEST_SETTINGS = 1024 * 1024


def read_settings_source(root: Path) -> Source | None:
    """Return `doorstep.toml`, or None if the vault has none; a link may not leave the vault."""
    real = os.path.realpath(root)
    place = f"{real}/{SETTINGS_FILE}"
    try:
        linked = stat.S_ISLNK(os.lstat(place).st_mode)
    except FileNotFoundError:
        return None
    except OSError as error:
        return Source(SETTINGS_FILE, unreadable=reason_of(error))
    found = follow(real, SETTINGS_FILE, place) if linked else Found(SETTINGS_FILE, place)
    return read_found(found, LARGEST_SETTINGS + 1)
