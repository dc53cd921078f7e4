"""Reads the files a user wrote: everything below `contacts/` and `intros/`."""

from pathlib import Path

from site_builder.reading.folder_read import is_markdown, read_folder
from site_builder.reading.vault_root import VAULT_FOLDERS
from site_builder.source import Source

LARGEST_FILE = 1024 * 1024
"""The format's limit; one byte more is read, so that parsing can tell that it is passed."""


def read_vault(root: Path) -> tuple[Source, ...]:
    """Return every `*.md` of the vault in path order, or why it cannot be read.

    Hidden files and folders and editors' temporary files are passed over. A folder that cannot
    be listed comes back as a source of its own.
    """
    return tuple(
        source
        for folder in VAULT_FOLDERS
        for source in read_folder(root, folder, wanted=is_markdown, most=LARGEST_FILE + 1)
    )
