"""Finds the vault that a command was meant for."""

from pathlib import Path

from site_builder.reading.settings_read import SETTINGS_FILE

VAULT_FOLDERS = ("contacts", "intros")
OUTPUT_MARKER = ".doorstep-output"
"""The file by which a built site is known: it has `contacts/` and `intros/`, too, full of pages."""


def find_root(start: Path) -> Path | None:
    """Return the nearest folder, `start` or above it, that is a vault; None if there is none."""
    here = start.resolve()
    return next((folder for folder in (here, *here.parents) if is_vault(folder)), None)


def is_vault(folder: Path) -> bool:
    """Tell whether the folder has `contacts/`, `intros/` or a `doorstep.toml`, and is no site."""
    try:
        signs = any((folder / name).is_dir() for name in VAULT_FOLDERS) or (
            (folder / SETTINGS_FILE).is_file()
        )
    except OSError:  # a folder above that we may not look into is not ours
        return False
    return signs and not is_site(folder)


def is_site(folder: Path) -> bool:
    """Tell whether the folder says that it is a site that was built from a vault."""
    try:
        return (folder / OUTPUT_MARKER).is_file()
    except OSError:  # as above
        return False


def repository_of(root: Path) -> Path:
    """Return the nearest folder, `root` or above it, that git keeps; else `root` itself."""
    real = root.resolve()
    return next((folder for folder in (real, *real.parents) if _is_repository(folder)), real)


def _is_repository(folder: Path) -> bool:
    try:
        return (folder / ".git").exists()
    except OSError:  # as above
        return False
