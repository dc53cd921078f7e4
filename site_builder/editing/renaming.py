"""A note that is to have another id: what becomes of its path, and of each name typed for it."""

import re
from pathlib import PurePosixPath

from msgspec import Struct

from site_builder.model.document import Kind
from site_builder.model.reference import fold, path_stem

TYPED = re.compile(
    r"(?P<folder>\s*(?:.*/)?)(?P<stem>[^/]*?)(?P<end>(?:\.md)?\s*(?:#.*)?)", re.DOTALL
)
"""An id as it stands in a reference: with folders before it, with a heading behind it."""


class Renaming(Struct, frozen=True):
    """A file of the vault and where it goes."""

    kind: Kind
    path: str
    new_path: str

    @property
    def old(self) -> str:
        """The id that it has."""
        return path_stem(self.path)

    @property
    def new(self) -> str:
        """The id that it gets."""
        return path_stem(self.new_path)

    @property
    def folder(self) -> str:
        """The folder that it goes to, in the vault."""
        return str(PurePosixPath(self.new_path).parent)

    @property
    def leaves_folder(self) -> bool:
        """Tell whether it goes to another folder."""
        return str(PurePosixPath(self.path).parent) != self.folder

    def path_of(self, path: str) -> str:
        """Return the path that a file of the vault has afterwards."""
        return self.new_path if path == self.path else path

    def retyped(self, name: str) -> str | None:
        """Return a name that was typed for the old id as typed for the new one; None if it is not.

        What stands around the id stays: `[[contacts/tara.md#Log]]` becomes `contacts/eva.md#Log`.
        """
        typed = TYPED.fullmatch(name)
        if typed is None or fold(typed["stem"]) != fold(self.old):
            return None
        folder = typed["folder"]
        if folder.strip() and self.leaves_folder:
            folder = f"{self.folder}/"
        return f"{folder}{self.new}{typed['end']}"
